import type { Prepared } from '../state/prepared.ts';

/**
 * Where a page has what is not in its script: on the server it came from, or inside the one file that
 * it is.
 */
export interface Supply {
  /** What starts the engine's worker. Rejects with a sentence when there is none to start. */
  readonly fetchWorker: () => Promise<() => Worker>;
  /** The bytes of a file of the built-in data. Rejects with a sentence when it is not there. */
  readonly fetchData: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** The answers to the first view of the built-in data; null where nobody has prepared them. */
  readonly fetchPrepared: () => Promise<Prepared | null>;
}
