import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.js';

/** All that the program for the terminal and the library are made of. */
const SOURCES = ['src', 'package-lock.json', 'scripts/build-cli.js'];
/** Beside `dist`, so that neither the page's build nor this one takes away what the other made. */
const FOLDER = 'lib';
const PROGRAM = join(root, FOLDER, 'tranche.js');

/** What is native or large is not built in but installed beside it, and loaded when it is needed. */
const INSTALLED = ['@resvg/resvg-js', 'pdfkit'];

/** Builds the program and the library into `lib`, for plain Node. Rejects when that fails. */
export async function buildCli() {
  // Whoever only asks whether it is built does not wait for the builder.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: INSTALLED },
    build: {
      ssr: true,
      outDir: FOLDER,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { tranche: 'src/cli/main.ts', library: 'src/library/index.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  });
}

/** True when the program is there and nothing it is made of is newer. */
export function isCliBuilt() {
  if (!existsSync(PROGRAM)) return false;
  const built = statSync(PROGRAM).mtimeMs;
  return SOURCES.every((source) => newest(join(root, source)) <= built);
}

/** When a file, or anything in a folder, last changed. */
function newest(/** @type {string} */ path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}
