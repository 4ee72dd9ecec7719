import zopfli from '@gfx/zopfli';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, runnerImport } from 'vite';
import { filesOf } from './build-plugins.js';
import { oneFilePolicy } from './policy.js';
import { root } from './run.js';

/**
 * Makes the parts of the page as one file (`PageParts` in `src/export/onefile.ts`) and ships them as
 * `onefile.json`, for the page and the terminal to put together with data; those of the page that
 * presents a story too as `deck.json`; and those of one chart as `frozen.json`, with an example of it.
 * @returns {import('vite').Plugin}
 */
export function shipOneFile() {
  return {
    name: 'tranche-ship-one-file',
    apply: 'build',
    async generateBundle() {
      const { page, deck, chart } = await partsOfPages();
      const { module } = await runnerImport('/src/export/onefile.ts');
      const frozen = await module.writeOneFile(chart, {
        title: 'Two-thirds of the priced money is for Health and care',
        notes: '',
        views: [{ title: 'Where it goes', view: 'v=1&chart=sankey&height=491' }],
        data: { id: BUILT_IN, files: filesOf('data', BUILT_IN), changes: null },
      });
      const made = [
        ['onefile.json', JSON.stringify(page)],
        ['deck.json', JSON.stringify(deck)],
        ['frozen.json', JSON.stringify(chart)],
        ['embeds/sankey.frozen.html', frozen],
      ];
      for (const [fileName = '', source = ''] of made) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

const BUILT_IN = 'digital-strategy-2017';

/** Modules that the page as one file has others in place of. */
const WITHOUT_PARQUET = {
  find: /^\.\/parquet\.ts$/,
  replacement: join(root, 'src/load/formats/noparquet.ts'),
};
const WITHOUT_STAGE = {
  find: /^(\.\.\/present\/stagepage\.ts|\.\/(handout|presenting|savedpage)\.ts|\.\/story\/StoryPart\.svelte)$/,
  replacement: join(root, 'src/app/onefile/nostage.ts'),
};

/** All pages that are one file: the explorer, the one that presents, and one chart. */
export async function partsOfPages() {
  const worker = await bundle('src/engine/worker.ts', [WITHOUT_PARQUET]);
  const parquetWorker = await bundle('src/engine/worker.ts');
  const workers = {
    worker: await packed(worker.script),
    parquetWorker: await packed(parquetWorker.script),
  };
  return {
    page: { ...(await partsOf('src/app/onefile/main.ts', [WITHOUT_STAGE])), ...workers },
    deck: { ...(await partsOf('src/app/onefile/deckmain.ts')), ...workers },
    chart: { ...(await partsOf('src/embed/frozen/main.ts', [WITHOUT_STAGE])), ...workers },
  };
}

/**
 * The parts of a page, but for its worker.
 * @param {string} entry
 * @param {readonly import('vite').Alias[]} [replaced] modules that have others in their place
 */
async function partsOf(entry, replaced = []) {
  const { script, style } = await bundle(entry, replaced);
  const { script: start } = await bundle('src/parts/startpage.ts');
  const icon = readFileSync(join(root, 'public/favicon.svg')).toString('base64');
  return {
    policy: oneFilePolicy({ scripts: [start, script], styles: [style] }),
    style: await packed(style),
    icon: `data:image/svg+xml;base64,${icon}`,
    start,
    page: await packed(script),
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
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
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

/** A text as a part of a page, packed by trying harder than gzip does: a 25th less to save and send. */
async function packed(/** @type {string} */ text) {
  const { module } = await runnerImport('/src/export/part.ts');
  // More than one round gains next to nothing.
  const gzip = await zopfli.gzipAsync(new TextEncoder().encode(text), { numiterations: 1 });
  return module.digitsOf(gzip);
}
