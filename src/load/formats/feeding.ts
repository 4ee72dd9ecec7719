import { BATCH } from './caps.ts';

/** Batches after which whoever shares this thread gets a turn, so that a stop can arrive. */
const TURN = 20;

/** Takes records, as a `RecordFeed` hands them over. */
export type Take = (records: readonly (readonly string[])[]) => void;

/** Hands records over in batches, stops on demand and lets others have their turn. */
export async function feed(
  records: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  take: Take,
  signal?: AbortSignal,
): Promise<void> {
  let batch: (readonly string[])[] = [];
  let batches = 0;
  for await (const record of records) {
    if (batch.push(record) < BATCH) continue;
    take(batch);
    batch = [];
    if (++batches % TURN === 0) await new Promise((resume) => setTimeout(resume));
    signal?.throwIfAborted();
  }
  if (batch.length > 0) take(batch);
}
