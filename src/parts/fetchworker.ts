import type { ToWorker } from '../engine/messages.ts';
import workerUrl from '../engine/worker.ts?worker&url';
import { blobWorker } from './blobworker.ts';
import { fetchBytes } from './fetchbytes.ts';

/** A worker that waits for files. */
let waiting: Worker | undefined;
/** One is on its way. */
let isExpecting = false;

/**
 * Fetches the engine's worker and gives what starts it, bound by the page's policy. The worker's blob
 * names the module by its address instead of holding its text, so that what the worker loads on
 * demand is found beside it. A worker that cannot run says so once and at once: whoever starts it
 * listens in the same turn. Rejects with a sentence when the script cannot be fetched.
 */
export async function fetchWorker(): Promise<() => Worker> {
  const start = await fetchStart();
  return () => {
    const worker = waiting ?? start();
    waiting = undefined;
    return worker;
  };
}

/** Starts the worker that is asked for next while its files are still dragged or chosen. */
export async function expectFiles(): Promise<void> {
  // A drag is told of again at each thing it comes across.
  if (waiting || isExpecting) return;
  isExpecting = true;
  try {
    const start = await fetchStart();
    waiting = waitingWorker(start);
  } finally {
    isExpecting = false;
  }
}

function waitingWorker(start: () => Worker): Worker {
  const worker = start();
  // One that cannot run, or is gone, is started anew for the files, and then whoever listens is told why.
  worker.addEventListener('error', () => {
    if (waiting === worker) waiting = undefined;
  });
  worker.postMessage({ type: 'expect' } satisfies ToWorker);
  return worker;
}

async function fetchStart(): Promise<() => Worker> {
  if (import.meta.env.DEV) return () => new Worker(workerUrl, { type: 'module' });
  await fetchBytes(workerUrl, 'The engine’s script');
  const address = new URL(workerUrl, document.baseURI).href;
  return blobWorker(`import ${JSON.stringify(address)};`, 'module');
}
