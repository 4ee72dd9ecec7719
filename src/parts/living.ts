import type { FromWorker, ToWorker } from '../engine/messages.ts';

/**
 * Starts workers that are heard of when they are gone. A browser that ends a worker, for want of
 * memory or otherwise, tells nobody; but a lock that the worker holds comes free, and then an `error`
 * event at the worker says so. Where there are no locks, nothing is told.
 */
export function heardOf(start: () => Worker): () => Worker {
  return () => {
    const worker = start();
    // A page that came over an insecure connection has neither.
    if ('locks' in navigator && 'randomUUID' in crypto) tellWhenGone(worker);
    return worker;
  };
}

function tellWhenGone(worker: Worker): void {
  const name = `tranche-worker-${crypto.randomUUID()}`;
  const gone = () => {
    worker.dispatchEvent(new ErrorEvent('error', { message: 'the browser ended it' }));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'living') void navigator.locks.request(name, gone);
  });
  worker.postMessage({ type: 'live', name } satisfies ToWorker);
}
