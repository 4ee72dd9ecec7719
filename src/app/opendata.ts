import type { Engine } from '../engine/engine.ts';
import { openRemote } from '../engine/remote.ts';
import { companionNames } from '../load/companionnames.ts';
import { startWorker } from './startworker.ts';

const BUILT_IN = 'digital-strategy-2017.csv';

/**
 * Opens the built-in dataset as any file is opened: its bytes and those of the files it names go
 * to the worker. Rejects with a sentence for the reader when a file is missing or refused.
 */
export async function openBuiltIn(): Promise<Engine> {
  const [worker, figures] = await Promise.all([startWorker(), fetched(BUILT_IN)]);
  const companions = await Promise.all(companionNames(figures.bytes).map(fetched));
  return openRemote(worker, [figures, ...companions]);
}

async function fetched(name: string) {
  let response: Response;
  try {
    response = await fetch(new URL(`data/${name}`, document.baseURI));
  } catch {
    throw new Error(`The file data/${name} could not be fetched. Is the server still running?`);
  }
  if (!response.ok) {
    throw new Error(`The file data/${name} is missing: the server answered ${response.status}.`);
  }
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}
