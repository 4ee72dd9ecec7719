import type { ByteSource } from '../source.ts';
import type { ByteRecord } from './byterecord.ts';
import type { Coding } from './encoding.ts';
import { Fingerprint } from './hash.ts';
import { fillingOf } from './filling.ts';
import type { SliceSizes } from './slices.ts';
import { OddQuotes, Structure } from './structure.ts';

/** A record longer than this is a quotation mark that was never closed. */
export const LONGEST_RECORD = 1 << 26;

/** The bytes are not in the encoding they were taken to be in. */
export class WrongEncoding extends Error {
  /** Where the record starts that shows it. */
  readonly byte: number;

  constructor(byte: number) {
    super(`not in the encoding of the file: byte ${byte}`);
    this.byte = byte;
  }
}

export interface ByteTaker {
  /** Takes one record; `offset` is where it starts in the source. */
  take(record: ByteRecord, fingerprint: Fingerprint, offset: number): void;
  /** Called before the bytes of the records taken move. */
  settle?(): void;
}

export interface Feeding extends SliceSizes {
  readonly signal?: AbortSignal | undefined;
  /** Called after each piece with the bytes read so far; the feed waits for it. */
  readonly onslice?: (bytes: number) => Promise<void> | void;
}

/**
 * Feeds the records of delimited text to a taker, as bytes. Throws OddQuotes where quotation marks
 * need a reader that recovers, and WrongEncoding for bytes that are no text;
 * then all that was taken is void.
 */
export async function feedBytes(
  source: ByteSource,
  { from, delimiter, coding }: { from: number; delimiter: string; coding: Coding },
  taker: ByteTaker,
  { signal, onslice, ...sizes }: Feeding = {},
): Promise<void> {
  const structure = new Structure(delimiter);
  const fingerprint = new Fingerprint();
  const filling = fillingOf(source, from, signal, sizes);
  let memory = new Uint8Array(0);
  /** Bytes at the start of the memory that belong to a record that is not whole yet. */
  let held = 0;
  let base = from;
  const take = (record: ByteRecord) => {
    if (!record.isText(coding)) throw new WrongEncoding(base + record.from);
    fingerprint.take(record);
    taker.take(record, fingerprint, base + record.from);
  };
  try {
    for (let read = from; read < source.size;) {
      signal?.throwIfAborted();
      const filled = await filling.fill(memory, held);
      signal?.throwIfAborted();
      const { end } = filled;
      if (end === held) throw new Error('the file is shorter than it was');
      memory = filled.memory;
      read += end - held;
      const at = structure.split(memory, 0, end, read >= source.size, take);
      taker.settle?.();
      memory.copyWithin(0, at, end);
      held = end - at;
      base += at;
      if (held > LONGEST_RECORD) throw new OddQuotes();
      await onslice?.(read);
    }
  } finally {
    filling.close();
  }
}
