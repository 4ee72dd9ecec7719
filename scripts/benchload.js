import { createWriteStream, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { grantsWriter, withFolder } from './benchbundle.js';
import { CHROMIUM_FLAGS, findBrowser } from './browsers.js';
import { root } from './run.js';
import { serve } from './serve.js';

const WAYS = /** @type {const} */ (['bytes', 'papa', 'ours', 'dragged']);
const MB = 1e6;
/** Linux counts the time of processors in hundredths of a second. */
const MS_A_TICK = 10;

/**
 * `npm run bench -- load [rows …]`: opens generated grants files in Chromium, as a reader's own file
 * is opened, beside the bare stream of its bytes and plain PapaParse in a worker; "dragged" when the
 * page knew that a file was coming and had started the worker. Medians; what counts are the ratios within a run.
 * @param {readonly string[]} sizes
 */
export async function benchLoad(sizes) {
  await withFolder(async (folder) => {
    const grantsFile = await grantsWriter(join(folder, 'file'));
    await buildPage(join(folder, 'page'));
    const server = await serve(join(folder, 'page'), 8900);
    try {
      for (const rows of sizes.length > 0 ? sizes.map(Number) : [1_000, 100_000]) {
        const path = join(folder, `grants-${rows}.csv`);
        await write(path, grantsFile(rows));
        await benchSize(server.address, path, rows);
        rmSync(path);
      }
    } finally {
      await server.close();
    }
  });
}

/** @param {string} outDir */
async function buildPage(outDir) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'tests/bench/load'),
    base: './',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  });
}

/**
 * @param {string} path
 * @param {Iterable<string>} pieces
 */
async function write(path, pieces) {
  const stream = createWriteStream(path);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

/**
 * @param {string} address
 * @param {string} path
 * @param {number} rows
 */
async function benchSize(address, path, rows) {
  const size = statSync(path).size / MB;
  const times = rows > 500_000 ? 3 : 5;
  /** @type {Map<string, { first: number, total: number, block: number, memory: number, cpu: number }[]>} */
  const runs = new Map(WAYS.map((way) => [way, []]));
  // The ways take turns, so that a busy moment of the machine is not one way's alone.
  for (let time = 0; time < times; time++) {
    for (const way of WAYS) runs.get(way)?.push(await runOnce(address, path, way));
  }
  console.log(
    `\n${rows} rows, ${size.toFixed(1)} MB`.padEnd(32),
    ...['ms', 'cpu ms', 'MB/s', 'first ms', 'block ms', 'peak MB', '× bytes', '× papa'].map(
      (name) => name.padStart(9),
    ),
  );
  const totals = new Map(WAYS.map((way) => [way, medianOf(runs.get(way) ?? [], 'total')]));
  for (const way of WAYS) {
    const of = runs.get(way) ?? [];
    const total = totals.get(way) ?? NaN;
    const cells = [
      total.toFixed(0),
      medianOf(of, 'cpu').toFixed(0),
      ((size / total) * 1000).toFixed(0),
      medianOf(of, 'first').toFixed(0),
      medianOf(of, 'block').toFixed(0),
      (medianOf(of, 'memory') / MB).toFixed(0),
      (total / (totals.get('bytes') ?? NaN)).toFixed(2),
      (total / (totals.get('papa') ?? NaN)).toFixed(2),
    ];
    console.log(`  ${way}`.padEnd(31), ...cells.map((cell) => cell.padStart(9)));
  }
}

/**
 * One run in a browser of its own, so that its peak of memory is its own too.
 * @param {string} address
 * @param {string} path
 * @param {string} way
 */
async function runOnce(address, path, way) {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('chromium is not installed');
  const server = await chromium.launchServer({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const browser = await chromium.connect(server.wsEndpoint());
    const page = await browser.newPage();
    await page.goto(address);
    await page.setInputFiles('input', path);
    const parent = server.process().pid ?? 0;
    const before = usageOf(parent);
    const timed = await page.evaluate((of) => globalThis.benchLoad(of), way);
    const { memory, cpu } = usageOf(parent);
    return { ...timed, memory, cpu: cpu - before.cpu };
  } finally {
    await server.close();
  }
}

/**
 * What a page's process under `parent` has used, where the system tells (Linux), NaN elsewhere: the
 * most memory it has ever held, in bytes, and the time of processors that all its threads took, in ms, which does not grow when the machine is busy with other things.
 * @param {number} parent
 */
function usageOf(parent) {
  try {
    const read = (/** @type {number} */ pid, /** @type {string} */ what) =>
      readFileSync(`/proc/${pid}/${what}`, 'utf8');
    const parentOf = (/** @type {number} */ pid) =>
      Number(/^PPid:\s*(\d+)/m.exec(read(pid, 'status'))?.[1]);
    const isUnder = (/** @type {number} */ pid) => {
      for (let at = pid; at > 1; at = parentOf(at)) if (at === parent) return true;
      return false;
    };
    const used = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .flatMap((pid) => {
        try {
          if (!read(pid, 'cmdline').includes('--type=renderer') || !isUnder(pid)) return [];
          const memory = Number(/^VmHWM:\s*(\d+)/m.exec(read(pid, 'status'))?.[1]) * 1024;
          // After the name in brackets, the 12th and 13th are its own and its system's ticks.
          const ticks = read(pid, 'stat')
            .replace(/^.*\) /, '')
            .split(' ')
            .slice(11, 13)
            .map(Number);
          return [{ memory, cpu: ticks.reduce((a, b) => a + b) * MS_A_TICK }];
        } catch {
          // A process may end while it is looked at.
          return [];
        }
      });
    return {
      memory: Math.max(...used.map(({ memory }) => memory)),
      cpu: Math.max(...used.map(({ cpu }) => cpu)),
    };
  } catch {
    return { memory: NaN, cpu: NaN };
  }
}

/**
 * @template {string} Name
 * @param {readonly Readonly<Record<Name, number>>[]} runs
 * @param {Name} name
 */
function medianOf(runs, name) {
  const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
