import { openRemote, readRemote, type RemoteReading } from '../engine/remote.ts';
import { companionNames } from '../load/companionnames.ts';
import type { Options } from '../load/plan.ts';
import { preparedEngine, type Prepared } from '../state/prepared.ts';
import type { Hooks, Opened } from '../state/workspace.svelte.ts';
import { fetchBytes } from './fetchbytes.ts';
import { fetchWorker } from './fetchworker.ts';

const BUILT_IN = 'digital-strategy-2017.csv';
export const BUILT_IN_ID = 'digital-strategy-2017';

/**
 * Opens the built-in dataset as any file is opened: its bytes and those of the files it names go to a
 * worker. Its first view was asked when the page was built, so the first picture does not wait for
 * that; `ready` rejects with a sentence for the reader when a file is missing or refused.
 */
export async function openBuiltIn(): Promise<Opened & { readonly ready: Promise<unknown> }> {
  const prepared = await fetchPrepared();
  const reading = prepared ? afterPaint().then(readBuiltIn) : readBuiltIn();
  const engine = reading.then((read) => read.engine);
  // Whoever waits is told through `ready` or a question; nobody has to be waiting yet.
  for (const promise of [reading, engine]) promise.catch(() => undefined);
  return {
    engine: prepared ? preparedEngine(prepared, engine) : await engine,
    reading: null,
    owner: reading,
    unread: async () => [],
    close: () =>
      void reading.then(
        ({ worker }) => worker.terminate(),
        () => undefined,
      ),
    ready: reading,
  };
}

async function readBuiltIn() {
  const [start, figures] = await Promise.all([fetchWorker(), fetchData(BUILT_IN)]);
  const companions = await Promise.all(companionNames(figures.bytes).map(fetchData));
  const worker = start();
  return { worker, engine: await openRemote(worker, [figures, ...companions]) };
}

/** Null where the page was not built, or the answers do not arrive: then everything is asked anew. */
async function fetchPrepared(): Promise<Prepared | null> {
  try {
    const response = await fetch(new URL(`data/${BUILT_IN_ID}.first.json`, document.baseURI));
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    // What the build wrote is of the page's own making.
    return response.ok && isJson ? ((await response.json()) as Prepared) : null;
  } catch {
    return null;
  }
}

function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Opens files of the reader's in a worker of their own. Rejects with a sentence, or when stopped. */
export async function openFiles(
  files: readonly File[],
  options: Options,
  { onprogress, onpartial, ontold, signal }: Hooks,
): Promise<Opened> {
  const start = await fetchWorker();
  const worker = start();
  const remote = await readRemote(worker, files, options, {
    onprogress,
    onpartial: (grown) => onpartial(openedOf(grown, worker)),
    ontold,
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
