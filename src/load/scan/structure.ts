import { first, second } from '../../model/hash.ts';
import { lettersEnd, NO_TEXT } from '../utf8.ts';
import { ByteRecord, edgesOf } from './byterecord.ts';
import { bytesBefore } from './encoding.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** The masks that find a byte of nought in four; the second also finds bytes beyond ASCII. */
const LOW_BITS = 0x01010101;
const TOP_BITS = 0x80808080 | 0;
/** Four quotation marks, and four of the first byte above all line ends. */
const QUOTES = 0x22222222;
/** Four returns. */
const RETURNS = 0x0d0d0d0d;
const ABOVE_ENDS = 0x0e0e0e0e;

/** What a byte ends: nothing, a cell, a record. */
const CELL = 1;
const RECORD = 2;

/** A quotation mark stands where this reading cannot tell what it means. */
export class OddQuotes extends Error {}

/**
 * Finds records and cells in bytes. Delimiters, line ends and quotation marks are ASCII, and no byte
 * of another character looks like one in UTF-8 or in any code page of one byte a character. Bytes
 * are looked at four at a time, and hashed in passing: this loop is most of the time that reading a
 * large file takes, and one pass for both takes half as long as one for each.
 */
export class Structure {
  readonly record = new ByteRecord();
  readonly #ends = new Uint8Array(256);
  readonly #delimiters: number;
  /** Cells of the record with doubled quotation marks in them. */
  #doubled: number[] = [];
  /** Cells of the record whose hashes have to be made again. */
  #unhashed: number[] = [];

  constructor(delimiter: string) {
    const code = delimiter.charCodeAt(0);
    this.#delimiters = Math.imul(code, LOW_BITS);
    this.#ends[NEWLINE] = RECORD;
    this.#ends[RETURN] = RECORD;
    this.#ends[code] = CELL;
  }

  /**
   * Hands over the records between `from` and `to` and returns where the first one starts that is
   * not whole; unless `last`, when what is left is a record. There must be SPARE bytes after
   * `buffer[to]` to write on. Throws OddQuotes for a quotation mark out of place.
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
    // Whatever is looked for is found at the end, so that no loop has to look out for it.
    buffer[to] = NEWLINE;
    buffer[to + 1] = QUOTE;
    while (from < to) {
      const end = this.#find(from, to, last);
      if (end < 0) {
        this.#doubled = [];
        this.#unhashed = [];
        return from;
      }
      if (this.#doubled.length > 0) this.#undouble();
      record.trim();
      if (this.#unhashed.length > 0) this.#hash();
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
    const delimiters = this.#delimiters;
    let { bounds, firsts, seconds } = record;
    let cells = 0;
    let at = from;
    let edges = 0;
    /** Where the last letter beyond ASCII ends; NO_TEXT once bytes are none. */
    let read = from;
    let returns = 0;
    for (;;) {
      if (cells >= firsts.length) {
        record.widen();
        ({ bounds, firsts, seconds } = record);
      }
      let one = 0;
      let two = 0;
      let word = 0;
      let found = 0;
      let start = at;
      let end = 0;
      if (buffer[at] === QUOTE) {
        start = ++at;
        for (;;) {
          word = view.getInt32(at, true);
          const other = word ^ QUOTES;
          found = (other - LOW_BITS) & ~other & TOP_BITS;
          const back = word ^ RETURNS;
          const returned = (back - LOW_BITS) & ~back & TOP_BITS;
          if (found === 0) {
            one = first(one, word);
            two = second(two, word);
            if ((word & TOP_BITS) !== 0) read = lettersEnd(buffer, Math.max(read, at), at + 4);
            returns |= returned;
            at += 4;
            continue;
          }
          // What follows the mark is no part of the cell: of four bytes, the first has the lowest bits.
          returns |= returned & (found - 1);
          end = at + bytesBefore(found);
          if ((word & bitsBefore(found) & TOP_BITS) !== 0) {
            read = lettersEnd(buffer, Math.max(read, at), end);
          }
          if (end >= to) {
            if (last) throw new OddQuotes();
            return -1;
          }
          if (buffer[end + 1] !== QUOTE) break;
          if (this.#doubled.at(-1) !== cells) this.#doubled.push(cells);
          at = end + 2;
        }
        at = end + 1;
        if (ends[buffer[at]!] === 0) throw new OddQuotes();
      } else {
        for (;;) {
          word = view.getInt32(at, true);
          const other = word ^ delimiters;
          found = (((other - LOW_BITS) & ~other) | ((word - ABOVE_ENDS) & ~word)) & TOP_BITS;
          if (found === 0) {
            one = first(one, word);
            two = second(two, word);
            if ((word & TOP_BITS) !== 0) read = lettersEnd(buffer, Math.max(read, at), at + 4);
            at += 4;
            continue;
          }
          end = at + bytesBefore(found);
          if ((word & bitsBefore(found) & TOP_BITS) !== 0) {
            read = lettersEnd(buffer, Math.max(read, at), end);
          }
          if (ends[buffer[end]!] !== 0) break;
          // A control character that ends nothing, such as a tab among commas.
          if (this.#unhashed.at(-1) !== cells) this.#unhashed.push(cells);
          at = end + 1;
        }
        at = end;
      }
      const rest = word & bitsBefore(found);
      bounds[2 * cells] = start;
      bounds[2 * cells + 1] = end;
      firsts[cells] = first(first(one, rest), end - start);
      seconds[cells] = second(second(two, rest), end - start);
      edges |= edgesOf(buffer, start, end);
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
    record.edges = edges;
    record.isAscii = read === from;
    record.isUtf8 = read !== NO_TEXT;
    record.returns = returns !== 0;
    record.from = from;
    record.to = at;
    return at;
  }

  /** Makes one quotation mark of two, in place; the bytes that are left over follow the cell. */
  #undouble(): void {
    const { buffer, bounds } = this.record;
    for (const cell of this.#doubled) {
      const to = bounds[2 * cell + 1]!;
      // Up to the first mark nothing moves.
      let end = buffer.indexOf(QUOTE, bounds[2 * cell]!);
      for (let at = end; at < to; at++) {
        buffer[end++] = buffer[at]!;
        if (buffer[at] === QUOTE) at++;
      }
      bounds[2 * cell + 1] = end;
      buffer.fill(QUOTE, end, to);
      this.#unhashed.push(cell);
    }
    this.#doubled = [];
  }

  #hash(): void {
    for (const cell of this.#unhashed) this.record.rehash(cell);
    this.#unhashed = [];
  }
}

/** The bits of those bytes. */
function bitsBefore(found: number): number {
  return (1 << (24 - Math.clz32(found & -found))) - 1;
}
