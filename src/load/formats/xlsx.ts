import type { RecordFeed } from '../source.ts';
import type { ZipEntry } from './zip.ts';
export async function workbookFeeds(
  _entries: readonly ZipEntry[],
  _signal?: AbortSignal,
): Promise<RecordFeed[]> {
  return [];
}
