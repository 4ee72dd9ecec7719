import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './run.js';

/** All that the program for the terminal is made of. */
const SOURCES = ['src/cli', 'src/load', 'src/model', 'package-lock.json', 'scripts/build-cli.js'];
const PROGRAM = join(root, 'dist/cli/tranche.js');

/** Builds the program into `dist/cli/tranche.js`, for plain Node. Rejects when that fails. */
export async function buildCli() {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // One file and what it loads on demand; nothing of it has to be installed.
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/main.ts',
      outDir: 'dist/cli',
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'tranche.js' } },
    },
  });
}

/** True when the program is there and nothing it is made of is newer. */
export function isCliBuilt() {
  if (!existsSync(PROGRAM)) return false;
  return SOURCES.every((source) => newest(join(root, source)) <= statSync(PROGRAM).mtimeMs);
}

/** When a file, or anything in a folder, last changed. */
function newest(/** @type {string} */ path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}
