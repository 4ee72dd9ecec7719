import { openRemote, readRemote, type Remote } from '../engine/remote.ts';
import { companionNames } from '../load/companionnames.ts';
import type { Options } from '../load/plan.ts';
import { preparedEngine } from '../state/prepared.ts';
import type { Hooks, Opened } from '../state/opening.ts';
import { BUILT_IN_ID } from './builtin.ts';
import type { Supply } from './supply.ts';

export { BUILT_IN_ID };

/**
 * Opens the built-in dataset as any file is opened: its bytes and those of the files it names go to a
 * worker. Its first view was asked when the page was built, so the first picture does not wait for
 * that; `ready` rejects with a sentence for the reader when a file is missing or refused.
 */
export async function openBuiltIn(
  supply: Supply,
): Promise<Opened & { readonly ready: Promise<unknown> }> {
  const prepared = await supply.fetchPrepared();
  const reading = prepared ? afterPaint().then(() => readBuiltIn(supply)) : readBuiltIn(supply);
  const engine = reading.then((read) => read.engine);
  // Whoever waits is told through `ready` or a question; nobody has to be waiting yet.
  for (const promise of [reading, engine]) promise.catch(() => undefined);
  return {
    engine: prepared ? preparedEngine(prepared, () => engine) : await engine,
    reading: null,
    owner: reading,
    unshown: async () => [],
    close: () =>
      void reading.then(
        ({ close }) => close(),
        () => undefined,
      ),
    ready: reading,
  };
}

/** Reads the built-in dataset in a worker. Rejects with a sentence for the reader. */
export async function readBuiltIn(supply: Supply): Promise<Remote> {
  const [start, files] = await Promise.all([supply.fetchWorker(), builtInFiles(supply)]);
  return openRemote(start, files);
}

/** The files of the built-in data: its figures first, then those that they name. */
export async function builtInFiles(supply: Supply) {
  const named = async (name: string) => ({ name, bytes: await supply.fetchData(name) });
  const figures = await named(`${BUILT_IN_ID}.csv`);
  return [figures, ...(await Promise.all(companionNames(figures.bytes).map(named)))];
}

function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Opens files of the reader's in a worker of their own. Rejects with a sentence, or when stopped. */
export async function openFiles(
  supply: Supply,
  files: readonly File[],
  options: Options,
  hooks: Hooks,
): Promise<Opened> {
  return readRemote(await supply.fetchWorker(), files, options, hooks);
}
