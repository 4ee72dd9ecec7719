import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './run.js';

/**
 * Lends a folder for as long as it is used.
 * @template Result
 * @param {(folder: string) => Promise<Result>} use
 */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Bundles a program of the benchmarks for this Node, as the app's own code is bundled, and gives the
 * path of it.
 * @param {string} entry relative to the project
 * @param {string} folder
 */
export async function bundled(entry, folder) {
  const name = 'bench.mjs';
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: name } },
    },
  });
  return join(folder, name);
}

/** What writes a generated grants file of so many rows, piece by piece. @param {string} folder */
export async function grantsWriter(folder) {
  const path = await bundled('tests/bench/load/grantsfile.ts', folder);
  /** @type {typeof import('../tests/bench/load/grantsfile.ts')} */
  const { grantsFile } = await import(pathToFileURL(path).href);
  return grantsFile;
}
