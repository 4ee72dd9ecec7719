import { planOfRecords } from '../plan/planof.ts';
import type { Options, Plan } from '../plan.ts';
import type { RecordFeed } from '../source.ts';
import type { ScannedSource, ScanHooks } from './scantext.ts';
import { TextReader } from './textreader.ts';

/** Records looked at before a plan is made, and the share of the feed they are then taken to be. */
const HEAD = 5_000;
const SHARE = 0.01;
/** Records kept to show what stands in a column. */
const SAMPLE = 100;

/** Reads a feed of records as its first records say it should be read. */
export async function scanFeed(
  feed: RecordFeed,
  options: Options,
  { signal, onpiece }: ScanHooks = {},
): Promise<ScannedSource | { readonly refused: string }> {
  let head: (readonly string[])[] = [];
  let plan: Plan | { readonly refused: string } | undefined;
  let reader: TextReader | undefined;
  const start = (share: number) => {
    plan = planOfRecords(head, [], share, feed.name, options);
    if ('refused' in plan) return;
    reader = new TextReader(plan);
    for (const cells of head) reader.take(cells, false);
    head = head.slice(0, SAMPLE);
  };
  await feed.read((records) => {
    if (reader) for (const cells of records) reader.take(cells, false);
    else if (!plan) head.push(...records);
    if (!plan && head.length >= HEAD) start(SHARE);
    void onpiece?.(0, reader?.store.size ?? 0, soFar);
  }, signal);
  signal?.throwIfAborted();
  if (!plan) start(1);
  return plan && 'refused' in plan ? plan : soFar();

  function soFar(): ScannedSource {
    if (!reader || !plan || 'refused' in plan) throw new Error('no record has been read yet');
    return { plan, scanned: reader.scanned(), far: undefined, head };
  }
}
