/**
 * Opens the reader's own files. All that takes is behind this one module, so that it is fetched at
 * once when the first file is opened, and not one piece after the other.
 */
import { blobSource } from './formats/bytes.ts';
import { completeReading, openSource, type OpenedSource, type OpenHooks } from './opensource.ts';
import type { Options } from './plan.ts';
import type { ReadingCard } from './readingcard.ts';
import { sha256Of } from './sha256.ts';

export interface OpenedFiles extends OpenedSource {
  /** All there is to tell of the reading, which takes the time of reading the files once more. */
  complete(): Promise<ReadingCard>;
}

/** Opens files as `openSource` does. */
export async function openFiles(
  files: readonly File[],
  options: Options,
  hooks: OpenHooks,
): Promise<OpenedFiles | { readonly refused: string }> {
  const sources = files.map((file) => blobSource(file.name, file));
  const opened = await openSource(sources, options, hooks);
  if ('refused' in opened) return opened;
  return {
    ...opened,
    async complete() {
      const hashes: string[] = [];
      for (const source of sources) hashes.push(await sha256Of(source, hooks.signal));
      return completeReading(opened, hashes.join(', '));
    },
  };
}
