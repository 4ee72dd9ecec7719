import type { RecordFeed } from '../source.ts';
import { Refusal } from './refusal.ts';

/** Stands for `parquet.ts` in a page that is to be small, and says so. */
export async function parquetFeed(): Promise<RecordFeed> {
  throw new Refusal(
    'This page was saved without what reads Parquet files. Open it in Tranche itself, or write it as CSV.',
  );
}
