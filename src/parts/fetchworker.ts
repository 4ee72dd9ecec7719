import workerUrl from '../engine/worker.ts?worker&url';
import { blobWorker } from './blobworker.ts';
import { fetchBytes } from './fetchbytes.ts';

/**
 * Fetches the engine's worker and gives what starts it, bound by the page's policy. The worker's blob
 * names the module by its address instead of holding its text, so that what the worker loads on
 * demand is found beside it. A worker that cannot run says so once and at once: whoever starts it
 * listens in the same turn. Rejects with a sentence when the script cannot be fetched.
 */
export async function fetchWorker(): Promise<() => Worker> {
  if (import.meta.env.DEV) return () => new Worker(workerUrl, { type: 'module' });
  await fetchBytes(workerUrl, 'The engine’s script');
  const address = new URL(workerUrl, document.baseURI).href;
  return blobWorker(`import ${JSON.stringify(address)};`, 'module');
}
