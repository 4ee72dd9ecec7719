import type { ByteSource, RecordFeed } from '../source.ts';
export async function parquetFeed(source: ByteSource): Promise<RecordFeed> {
  throw new Error(source.name);
}
