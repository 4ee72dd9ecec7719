import type { Engine } from '../engine/engine.ts';
import { openRemote } from '../engine/remote.ts';
import { companionNames } from '../load/companionnames.ts';
import { fetchBytes } from './fetchbytes.ts';
import { fetchWorker } from './fetchworker.ts';

const BUILT_IN = 'digital-strategy-2017.csv';

/**
 * Opens the built-in dataset as any file is opened: its bytes and those of the files it names go
 * to the worker. Rejects with a sentence for the reader when a file is missing or refused.
 */
export async function openBuiltIn(): Promise<Engine> {
  const [start, figures] = await Promise.all([fetchWorker(), fetchData(BUILT_IN)]);
  const companions = await Promise.all(companionNames(figures.bytes).map(fetchData));
  return openRemote(start(), [figures, ...companions]);
}

async function fetchData(name: string) {
  return { name, bytes: await fetchBytes(`data/${name}`, `The file data/${name}`) };
}
