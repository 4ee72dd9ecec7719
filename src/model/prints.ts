import type { Dataset } from './dataset.ts';
import { BLANK } from './dimension.ts';
import { first, second } from './hash.ts';

/*
 * A print is a number of 53 bits that stands for what a row or a cell holds, so that the rows of two
 * files can be held against each other without their words: among a million different rows the odds
 * that any two share a print are one in twenty thousand.
 */

/** Stands for a cell that names nothing; no print is below zero. */
export const NO_PRINT = -1;

type Rows = Pick<
  Dataset,
  | 'rows'
  | 'measures'
  | 'measure'
  | 'low'
  | 'high'
  | 'stated'
  | 'start'
  | 'end'
  | 'dimensions'
  | 'texts'
>;

/**
 * A print of each row: its amount, its period and the named columns. Equal rows of two files have
 * equal prints, in whatever order their columns stand and whatever decimals their money is kept in.
 */
export function rowPrints(dataset: Rows, columns: readonly string[]): Float64Array {
  const { rows, measures, measure, low, high, stated, start, end } = dataset;
  const [ones, twos] = [new Int32Array(rows), new Int32Array(rows)];
  const put = (row: number, one: number, two: number) => {
    ones[row] = first(ones[row]!, one);
    twos[row] = second(twos[row]!, two);
  };
  for (const column of [...columns].sort()) {
    const found = hashed(dataset, column);
    if (!found) continue;
    const { codes, hashes } = found;
    for (let row = 0; row < rows; row++) put(row, ...hashes[codes[row]!]!);
  }
  const kinds = measures.map(({ id, decimals }) => ({ hash: hashOf(id), unit: 10 ** decimals }));
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  for (let row = 0; row < rows; row++) {
    const { hash, unit } = kinds[measure[row]!]!;
    put(row, ...hash);
    for (const value of [
      low[row]! / unit,
      high[row]! / unit,
      stated[row]!,
      start[row]!,
      end[row]!,
    ]) {
      number[0] = value;
      put(row, halves[0]! ^ Math.imul(halves[1]!, 31), halves[1]! ^ Math.imul(halves[0]!, 17));
    }
  }
  return Float64Array.from(ones, (one, row) => joined(one, twos[row]!));
}

/** A print of each cell of one column; NO_PRINT where nothing stands in it, or there is no column. */
export function cellPrints(dataset: Rows, column: string): Float64Array {
  const found = hashed(dataset, column);
  if (!found) return new Float64Array(dataset.rows).fill(NO_PRINT);
  const { codes, hashes, values } = found;
  const prints = hashes.map(([one, two], code) =>
    values[code] === '' || values[code] === BLANK ? NO_PRINT : joined(one, two),
  );
  return Float64Array.from(codes, (code) => prints[code]!);
}

type Hash = readonly [number, number];

/** A column with two hashes of each of its values; undefined where the dataset does not have it. */
function hashed({ dimensions, texts }: Rows, id: string) {
  const column = [...dimensions, ...texts].find((each) => each.id === id);
  return column && { ...column, hashes: column.values.map((value) => hashOf(`${id}\n${value}`)) };
}

function hashOf(text: string): Hash {
  let [one, two] = [text.length, ~text.length];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = first(one, unit);
    two = second(two, unit);
  }
  return [one, two];
}

/** Two hashes of 32 bits as one whole number, which holds 53. */
function joined(one: number, two: number): number {
  const mixed = Math.imul(two ^ (two >>> 16), 0xc2b2ae35);
  return (one >>> 0) * 2 ** 21 + (mixed >>> 11);
}

/** Counts how often each print is met, in memory that grows only with their number. */
export class PrintCounts {
  readonly #keys: Float64Array;
  readonly #counts: Int32Array;

  constructor(most: number) {
    const room = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#keys = new Float64Array(room).fill(NO_PRINT);
    this.#counts = new Int32Array(room);
  }

  of(print: number): number {
    return this.#counts[this.#placeOf(print)]!;
  }

  add(print: number, more: number): void {
    const place = this.#placeOf(print);
    this.#keys[place] = print;
    this.#counts[place]! += more;
  }

  #placeOf(print: number): number {
    const last = this.#keys.length - 1;
    let place = ((print % 2 ** 32) ^ (print / 2 ** 21)) & last;
    while (this.#keys[place] !== NO_PRINT && this.#keys[place] !== print)
      place = (place + 1) & last;
    return place;
  }
}
