import { TooLarge } from './toolarge.ts';

type Codes = Uint8Array | Uint16Array | Uint32Array;

const SMALL = 0x100;
const MIDDLE = 0x10000;

/** Codes of a column that grows, in the smallest array that holds the largest of them. */
export class CodeColumn {
  #codes: Codes;
  #limit = SMALL;
  /** How many rows there may be in the end. */
  expected = 0;

  constructor(capacity: number) {
    this.#codes = new Uint8Array(capacity);
  }

  set(row: number, code: number): void {
    if (code >= this.#limit) this.#widen(code);
    if (row >= this.#codes.length) {
      this.#codes = grown(this.#codes, row + 1, this.expected);
    }
    this.#codes[row] = code;
  }

  /** Sets the codes of `count` rows from `row` on; none of them is above `largest`. */
  setAll(row: number, codes: Int32Array, count: number, largest: number): void {
    if (largest >= this.#limit) this.#widen(largest);
    if (row + count > this.#codes.length) {
      this.#codes = grown(this.#codes, row + count, this.expected);
    }
    const all = this.#codes;
    for (let at = 0; at < count; at++) all[row + at] = codes[at]!;
  }

  /** The codes of the first `rows` rows; rows that follow do not change them. */
  upTo(rows: number): Codes {
    return this.#codes.subarray(0, rows);
  }

  #widen(code: number): void {
    const { length } = this.#codes;
    const wider = code < MIDDLE ? new Uint16Array(length) : new Uint32Array(length);
    wider.set(this.#codes);
    this.#codes = wider;
    this.#limit = code < MIDDLE ? MIDDLE : Infinity;
  }
}

/** An array is not made more than so many times as long for what is expected, which may be wrong. */
const MOST_GROWTH = 8;

/**
 * The same numbers in an array that holds at least `size`, with room to spare, and if that is not
 * very much longer, `expected`: to copy all numbers a dozen times takes time, and memory twice over.
 */
export function grown<Numbers extends Codes | Int32Array | Float64Array>(
  array: Numbers,
  size: number,
  expected = 0,
): Numbers {
  // An array's constructor makes one of its own kind, which the compiler does not know.
  const make = array.constructor as new (size: number) => Numbers;
  const room = Math.min(expected, array.length * MOST_GROWTH);
  try {
    const larger = new make(Math.max(size, Math.ceil(array.length * 1.5), room, 1024));
    larger.set(array);
    return larger;
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw new TooLarge('The file has more rows than there is memory for.');
  }
}
