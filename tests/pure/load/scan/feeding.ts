import { Coding } from '../../../../src/load/scan/encoding.ts';
import { feedBytes } from '../../../../src/load/scan/bytefeed.ts';
import { feedText } from '../../../../src/load/scan/textfeed.ts';
import type { ByteSource } from '../../../../src/load/source.ts';

/** One record as a feed hands it over. */
export interface Fed {
  readonly cells: readonly string[];
  readonly misquoted: boolean;
}

export function sourceOf(bytes: Uint8Array, name = 'file.csv'): ByteSource {
  return { name, size: bytes.length, slice: async (from, to) => bytes.slice(from, to) };
}

/** The same with a stream that brings a few bytes at a time. */
export function streamedSource(bytes: Uint8Array, most: number): ByteSource {
  const stream = (from: number) => {
    let at = from;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, (at += most)));
      },
    });
  };
  return { ...sourceOf(bytes), stream };
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Records of the byte feed, in pieces of `piece` bytes, with what `record.from` points at; with
 * `streamed` from a stream that gives so many bytes at a time.
 */
export async function bytesFed(
  bytes: Uint8Array,
  { delimiter = ',', piece = 1 << 20, encoding = 'utf-8', streamed = 0 } = {},
): Promise<{ records: string[][]; offsets: number[] }> {
  const records: string[][] = [];
  const offsets: number[] = [];
  const coding = new Coding(encoding);
  await feedBytes(
    streamed > 0 ? streamedSource(bytes, streamed) : sourceOf(bytes),
    { from: 0, delimiter, coding },
    {
      take(record, _, offset) {
        records.push(record.texts(coding));
        offsets.push(offset);
      },
    },
    { piece },
  );
  return { records, offsets };
}

export async function textFed(
  bytes: Uint8Array,
  { delimiter = ',', piece = 1 << 20, encoding = 'utf-8' } = {},
): Promise<Fed[]> {
  const records: Fed[] = [];
  const taker = {
    take: (cells: readonly string[], misquoted: boolean) => void records.push({ cells, misquoted }),
  };
  await feedText(sourceOf(bytes), { from: 0, delimiter, encoding }, taker, { piece });
  return records;
}
