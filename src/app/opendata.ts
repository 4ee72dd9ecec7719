import { openRemote, readRemote, type RemoteReading } from '../engine/remote.ts';
import { companionNames } from '../load/companionnames.ts';
import type { Options } from '../load/plan.ts';
import type { Hooks, Opened } from '../state/workspace.svelte.ts';
import { fetchBytes } from './fetchbytes.ts';
import { fetchWorker } from './fetchworker.ts';

const BUILT_IN = 'digital-strategy-2017.csv';
export const BUILT_IN_ID = 'digital-strategy-2017';

/**
 * Opens the built-in dataset as any file is opened: its bytes and those of the files it names go
 * to the worker. Rejects with a sentence for the reader when a file is missing or refused.
 */
export async function openBuiltIn(): Promise<Opened> {
  const [start, figures] = await Promise.all([fetchWorker(), fetchData(BUILT_IN)]);
  const companions = await Promise.all(companionNames(figures.bytes).map(fetchData));
  const worker = start();
  const engine = await openRemote(worker, [figures, ...companions]);
  return {
    engine,
    reading: null,
    owner: worker,
    unread: async () => [],
    close: () => worker.terminate(),
  };
}

/** Opens files of the reader's in a worker of their own. Rejects with a sentence, or when stopped. */
export async function openFiles(
  files: readonly File[],
  options: Options,
  { onprogress, onpartial, onhashed, signal }: Hooks,
): Promise<Opened> {
  const start = await fetchWorker();
  const worker = start();
  const remote = await readRemote(worker, files, options, {
    onprogress,
    onpartial: (grown) => onpartial(openedOf(grown, worker)),
    onhashed,
    signal,
  });
  return openedOf(remote, worker);
}

function openedOf({ engine, reading, unread, close }: RemoteReading, owner: Worker): Opened {
  return { engine, reading, owner, unread, close };
}

async function fetchData(name: string) {
  return { name, bytes: await fetchBytes(`data/${name}`, `The file data/${name}`) };
}
