import Papa from 'papaparse';
import type { ByteSource } from '../source.ts';
import { LONGEST_RECORD, WrongEncoding, type Feeding } from './bytefeed.ts';
import { oneLineEnd } from './byterecord.ts';
import { slicesOf } from './slices.ts';

/** Bytes decoded at a time: the parser goes over what is left of a piece again with the next. */
const PIECE = 1 << 20;

export interface TextTaker {
  /** Takes one record; `misquoted` when a quotation mark stands where none can. */
  take(cells: readonly string[], misquoted: boolean): void;
}

/**
 * Feeds the records of delimited text in any encoding to a taker, as text. Throws WrongEncoding for
 * bytes that the encoding does not have.
 */
export async function feedText(
  source: ByteSource,
  { from, delimiter, encoding }: { from: number; delimiter: string; encoding: string },
  taker: TextTaker,
  { signal, onslice, piece = PIECE, ahead = 2 }: Feeding = {},
): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let read = from;
  let held = '';
  for await (const slice of slicesOf(source, from, signal, { piece, ahead })) {
    read += slice.length;
    const last = read >= source.size;
    held = takeRecords(held + decoded(decoder, slice, last, read), last, delimiter, taker);
    if (held.length > LONGEST_RECORD) {
      // The mark that opened this cell is never closed: what follows cannot be told apart.
      taker.take([held.slice(0, 1000)], true);
      return;
    }
    await onslice?.(read);
  }
}

function decoded(decoder: TextDecoder, slice: Uint8Array, last: boolean, read: number): string {
  try {
    // Node 20 reads Windows-1252 as Latin-1 unless it is told that more will come.
    const text = decoder.decode(slice, { stream: true });
    return last ? text + decoder.decode() : text;
  } catch {
    throw new WrongEncoding(read);
  }
}

/** Takes all whole records of a text, and with `last` the rest; returns what is left of it. */
function takeRecords(text: string, last: boolean, delimiter: string, taker: TextTaker): string {
  // Whether a newline follows a return is only known once the next character is there.
  const cut = !last && text.endsWith('\r') ? text.length - 1 : text.length;
  const lines = oneLineEnd(text.slice(0, cut));
  if (lines === '') return text.slice(cut);
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(lines, 0, !last);
  const misquoted = new Set<number>();
  for (const { type, row } of errors) {
    if (type === 'Quotes' && row !== undefined) misquoted.add(row);
  }
  // After a last line end there is no record.
  const only = data.length - 1;
  if (last && lines.endsWith('\n') && data[only]?.length === 1 && data[only][0] === '') data.pop();
  data.forEach((cells, row) => taker.take(cells, misquoted.has(row)));
  return last ? '' : lines.slice(meta.cursor) + text.slice(cut);
}
