/** The page's side of the benchmark of reading files: runs one way of reading and times it. */
import { expectFiles, fetchWorker } from '../../../src/parts/fetchworker.ts';
import { CHARTS } from '../../../src/charts/index.ts';
import { readRemote, type RemoteReading } from '../../../src/engine/remote.ts';
import { firstView } from '../../../src/model/view.ts';
import bytesUrl from './bytesworker.ts?worker&url';
import papaUrl from './papaworker.ts?worker&url';

/** What one run took. */
export interface Timed {
  /** From the start to the first chart's answers, and to those over all rows. */
  readonly first: number;
  readonly total: number;
  /** The longest time in which this page could do nothing else. */
  readonly block: number;
  readonly rows: number;
}

declare global {
  var benchLoad: (way: string) => Promise<Timed>;
}

/** How long a file is dragged, in milliseconds. */
const DRAG = 1000;

// The app's own policy is made by the module that starts its worker; this page uses the other name.
const policy = globalThis.trustedTypes?.createPolicy('svelte-trusted-html', {
  createScriptURL: (url) => url,
});

globalThis.benchLoad = async (way) => {
  const [file] = document.querySelector('input')?.files ?? [];
  if (!file) throw new Error('no file was chosen');
  if (way === 'dragged') {
    // As while a file is dragged over the page: its worker starts, and there is time for it.
    await expectFiles();
    await new Promise((resolve) => setTimeout(resolve, DRAG));
  }
  const isOurs = way === 'ours' || way === 'dragged';
  const from = performance.now();
  const start = isOurs ? await fetchWorker() : () => startBare(way);
  const gaps = watchGaps();
  const timed = await (isOurs ? ours : bare)(start, file, from);
  return { ...timed, block: gaps() };
};

async function ours(start: () => Worker, file: File, from: number) {
  let first: Promise<number> | undefined;
  const reading = await readRemote(
    start,
    [file],
    {},
    { onpartial: (grown) => void (first ??= answered(grown, from)) },
  );
  const total = await answered(reading, from);
  const timed = { first: (await first) ?? total, total, rows: reading.engine.card.rows };
  reading.close();
  return timed;
}

/** When the answers of the first chart are there. */
async function answered({ engine }: RemoteReading, from: number): Promise<number> {
  const view = firstView(engine.card);
  const [chart] = CHARTS;
  await Promise.all(Object.values(chart?.asks(view, engine.card) ?? {}).map((q) => engine.ask(q)));
  return performance.now() - from;
}

function bare(start: () => Worker, file: File, from: number) {
  const worker = start();
  return new Promise<{ first: number; total: number; rows: number }>((resolve, reject) => {
    let first = 0;
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<{ rows: number; done: boolean }>) => {
      const now = performance.now() - from;
      first ||= now;
      if (!data.done) return;
      worker.terminate();
      resolve({ first, total: now, rows: data.rows });
    };
    worker.postMessage(file);
  });
}

function startBare(way: string): Worker {
  const url = way === 'papa' ? papaUrl : bytesUrl;
  const trusted = policy?.createScriptURL(url) ?? url;
  return new Worker(trusted, { type: 'module' });
}

/** Watches how late this page comes to do what it was asked to; the end tells the worst. */
function watchGaps(): () => number {
  let worst = 0;
  let last = performance.now();
  let watching = true;
  const tick = () => {
    const now = performance.now();
    // Nested timers come after four milliseconds at the earliest.
    worst = Math.max(worst, now - last - 4);
    last = now;
    if (watching) setTimeout(tick, 0);
  };
  tick();
  return () => {
    watching = false;
    return worst;
  };
}
