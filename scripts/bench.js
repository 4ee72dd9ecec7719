/**
 * `npm run bench`: bundles `tests/bench/bench.ts` as the app's own code is bundled and runs it with
 * this Node, so that what is timed is what ships. `npm run bench -- load` times the reading of files
 * in Chromium instead, `npm run bench -- stage` how soon the stage answers a key; numbers after it are
 * rows, as in `npm run bench -- load 1000000`.
 */
import { bundled, withFolder } from './benchbundle.js';
import { benchLoad } from './benchload.js';
import { benchStage } from './benchstage.js';
import { run } from './run.js';

const [what, ...sizes] = process.argv.slice(2);
if (what === 'load') await benchLoad(sizes);
else if (what === 'stage') await benchStage(sizes);
else await benchEngine();

async function benchEngine() {
  await withFolder(async (folder) => {
    const program = await bundled('tests/bench/bench.ts', folder);
    if (!run(process.execPath, [program])) process.exitCode = 1;
  });
}
