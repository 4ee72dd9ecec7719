import { ByteRecord } from './byterecord.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** Four quotation marks, and the masks that find a byte of zero in four. */
const QUOTES = 0x22222222;
const LOW_BITS = 0x01010101;
const HIGH_BITS = 0x80808080 | 0;

/** What a byte ends: nothing, a cell, a record. */
const CELL = 1;
const RECORD = 2;

/** A quotation mark stands where this reading cannot tell what it means. */
export class OddQuotes extends Error {}

/**
 * Finds records and cells in bytes. Delimiters, line ends and quotation marks are ASCII, and no byte
 * of another character looks like one in UTF-8 or in any code page of one byte a character.
 */
export class Structure {
  readonly record = new ByteRecord();
  readonly #ends = new Uint8Array(256);
  /** Cells of the record with doubled quotation marks in them. */
  #doubled: number[] = [];

  constructor(delimiter: string) {
    this.#ends[NEWLINE] = RECORD;
    this.#ends[RETURN] = RECORD;
    this.#ends[delimiter.charCodeAt(0)] = CELL;
  }

  /**
   * Hands over the records between `from` and `to` and returns where the first one starts that is
   * not whole; unless `last`, when what is left is a record. `buffer[to]` must be there to write on.
   * Throws OddQuotes for a quotation mark out of place.
   */
  split(
    buffer: Uint8Array,
    from: number,
    to: number,
    last: boolean,
    take: (record: ByteRecord) => void,
  ): number {
    const { record } = this;
    if (record.buffer !== buffer) record.use(buffer);
    buffer[to] = NEWLINE;
    while (from < to) {
      const end = this.#find(from, to, last);
      if (end < 0) {
        this.#doubled = [];
        return from;
      }
      if (this.#doubled.length > 0) this.#undouble();
      record.trim();
      take(record);
      // A return and a newline are one line end.
      from = end + (buffer[end] === RETURN && buffer[end + 1] === NEWLINE && end + 1 < to ? 2 : 1);
    }
    return Math.min(from, to);
  }

  /** Fills in the record at `from` and returns where its line end stands; below 0 if it is cut off. */
  #find(from: number, to: number, last: boolean): number {
    const { record } = this;
    const { buffer, view } = record;
    const ends = this.#ends;
    let { bounds } = record;
    let cells = 0;
    let at = from;
    for (;;) {
      if (2 * cells + 2 > bounds.length) {
        record.widen();
        bounds = record.bounds;
      }
      if (buffer[at] === QUOTE && at < to) {
        const start = at + 1;
        let close = start;
        let doubled = false;
        for (;;) {
          close = quoteFrom(buffer, view, close, to);
          if (close === to) {
            if (last) throw new OddQuotes();
            return -1;
          }
          if (close + 1 === to || buffer[close + 1] !== QUOTE) break;
          doubled = true;
          close += 2;
        }
        if (doubled) this.#doubled.push(cells);
        bounds[2 * cells] = start;
        bounds[2 * cells + 1] = close;
        at = close + 1;
        if (ends[buffer[at]!] === 0) throw new OddQuotes();
      } else {
        bounds[2 * cells] = at;
        while (ends[buffer[at]!] === 0) at++;
        bounds[2 * cells + 1] = at;
      }
      cells++;
      if (at >= to) {
        if (!last) return -1;
        break;
      }
      if (ends[buffer[at]!] === RECORD) {
        // Whether a newline follows a return is only known once the next byte is there.
        if (buffer[at] === RETURN && at + 1 === to && !last) return -1;
        break;
      }
      at++;
    }
    record.cells = cells;
    record.from = from;
    record.to = at;
    return at;
  }

  /** Makes one quotation mark of two, in place; the bytes that are left over follow the cell. */
  #undouble(): void {
    const { buffer, view, bounds } = this.record;
    for (const cell of this.#doubled) {
      const to = bounds[2 * cell + 1]!;
      // Up to the first mark nothing moves.
      let end = quoteFrom(buffer, view, bounds[2 * cell]!, to);
      for (let at = end; at < to; at++) {
        buffer[end++] = buffer[at]!;
        if (buffer[at] === QUOTE) at++;
      }
      bounds[2 * cell + 1] = end;
      buffer.fill(QUOTE, end, to);
    }
    this.#doubled = [];
  }
}

/** Where the next quotation mark stands; `to` when there is none before. */
function quoteFrom(buffer: Uint8Array, view: DataView, at: number, to: number): number {
  for (; at + 4 <= to; at += 4) {
    const word = view.getInt32(at, true) ^ QUOTES;
    if (((word - LOW_BITS) & ~word & HIGH_BITS) !== 0) break;
  }
  while (at < to && buffer[at] !== QUOTE) at++;
  return at;
}
