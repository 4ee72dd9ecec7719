/**
 * `npm run bench`: bundles `tests/bench/bench.ts` as the app's own code is bundled and runs it with
 * this Node, so that what is timed is what ships. `npm run bench -- load` times the reading of files
 * in Chromium instead, `npm run bench -- stage` how soon the stage answers a key; numbers after it are
 * rows, as in `npm run bench -- load 1000000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { benchLoad } from './benchload.js';
import { benchStage } from './benchstage.js';
import { root, run } from './run.js';

const [what, ...sizes] = process.argv.slice(2);
if (what === 'load') await benchLoad(sizes);
else if (what === 'stage') await benchStage(sizes);
else await benchEngine();

async function benchEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-bench-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: 'tests/bench/bench.ts',
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'bench.mjs' } },
      },
    });
    if (!run(process.execPath, [join(folder, 'bench.mjs')])) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
