import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { oneFilePolicy } from './policy.js';
import { root } from './run.js';

/**
 * Makes the parts of the page as one file (`PageParts` in `src/export/onefile.ts`) and ships them as
 * `onefile.json`, for the page and the terminal to put together with data.
 * @returns {import('vite').Plugin}
 */
export function shipOneFile() {
  return {
    name: 'tranche-ship-one-file',
    apply: 'build',
    async generateBundle() {
      const source = JSON.stringify(await partsOfPage());
      this.emitFile({ type: 'asset', fileName: 'onefile.json', source });
    },
  };
}

/** A module that the page as one file has another in place of. */
const WITHOUT_PARQUET = {
  find: /^\.\/parquet\.ts$/,
  replacement: join(root, 'src/load/formats/noparquet.ts'),
};

/** @returns {Promise<import('../src/export/onefile.ts').PageParts>} */
export async function partsOfPage() {
  const { script, style } = await bundle('src/app/onefile/main.ts');
  const worker = await bundle('src/engine/worker.ts', [WITHOUT_PARQUET]);
  const parquetWorker = await bundle('src/engine/worker.ts');
  const start = readFileSync(join(root, 'scripts/start-onefile.js'), 'utf8');
  const icon = readFileSync(join(root, 'public/favicon.svg')).toString('base64');
  return {
    policy: oneFilePolicy({ scripts: [start, script], styles: [style] }),
    style,
    icon: `data:image/svg+xml;base64,${icon}`,
    start,
    page: packed(script),
    worker: packed(worker.script),
    parquetWorker: packed(parquetWorker.script),
  };
}

/**
 * All that a module needs as one classic script, with its fonts inside its style.
 * @param {string} input
 * @param {readonly import('vite').Alias[]} [replaced] modules that have others in their place
 */
async function bundle(input, replaced = []) {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias: [...replaced] },
    plugins: [svelte({ configFile: false }), inOnePiece()],
    build: {
      write: false,
      target: 'es2023',
      assetsInlineLimit: () => true,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [{ output }] = [built].flat();
  const text = (/** @type {string} */ ending) => {
    const file = output.find(({ fileName }) => fileName.endsWith(ending));
    return String(file?.code ?? file?.source ?? '').trim();
  };
  return { script: text('.js'), style: text('.css') };
}

/**
 * What the page loads on demand is in the script from the start. A bundler would keep each such
 * module apart to run it later, which takes a sixth more room.
 * @returns {import('vite').Plugin}
 */
function inOnePiece() {
  return {
    name: 'tranche-in-one-piece',
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules')) return null;
      /** @type {string[]} */
      const imports = [];
      const whole = code.replace(/\bimport\(\s*(["'][^"']+["'])\s*\)/g, (_, source) => {
        imports.push(`import * as onDemand${imports.length} from ${source};`);
        return `Promise.resolve(onDemand${imports.length - 1})`;
      });
      return imports.length > 0 ? { code: imports.join('\n') + whole, map: null } : null;
    },
  };
}

function packed(/** @type {string} */ text) {
  return gzipSync(text, { level: 9 }).toString('base64');
}
