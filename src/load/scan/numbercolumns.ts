import type { Dataset } from '../../model/dataset.ts';
import { CodeColumn, grown } from './codecolumn.ts';

/** The columns of numbers of a dataset while it grows. */
export class NumberColumns {
  rows = 0;
  #expected = 0;
  readonly #measure = new CodeColumn(1024);
  #low: Float64Array = new Float64Array(1024);
  /** Of its own only once an amount has two ends: most files have none that has. */
  #high: Float64Array | null = null;
  #stated: Uint8Array = new Uint8Array(1024);
  #bound: Uint8Array = new Uint8Array(1024);
  #start: Int32Array = new Int32Array(1024);
  #end: Int32Array = new Int32Array(1024);
  #periodBasis: Uint8Array = new Uint8Array(1024);
  #record: Uint32Array = new Uint32Array(1024);
  /** Where each record starts in its source; numbers, as files may be larger than four gigabytes. */
  #offset: Float64Array | null;

  constructor(keepsOffsets: boolean) {
    this.#offset = keepsOffsets ? new Float64Array(1024) : null;
  }

  /** Adds a row and returns its index. */
  push(
    measure: number,
    low: number,
    high: number,
    stated: number,
    bound: number,
    start: number,
    end: number,
    periodBasis: number,
    record: number,
    offset: number,
  ): number {
    const row = this.rows++;
    if (row >= this.#low.length) this.#grow(row + 1);
    this.#measure.set(row, measure);
    this.#low[row] = low;
    if (high !== low) this.#high ??= this.#low.slice();
    if (this.#high) this.#high[row] = high;
    this.#stated[row] = stated;
    this.#bound[row] = bound;
    this.#start[row] = start;
    this.#end[row] = end;
    this.#periodBasis[row] = periodBasis;
    this.#record[row] = record;
    if (this.#offset) this.#offset[row] = offset;
    return row;
  }

  /** Where the record of each row starts, if that is kept. */
  get offsets(): Float64Array | null {
    return this.#offset?.subarray(0, this.rows) ?? null;
  }

  /** The columns as they are now; rows that follow do not change them. */
  columns(): Pick<
    Dataset,
    | 'rows'
    | 'measure'
    | 'low'
    | 'high'
    | 'stated'
    | 'bound'
    | 'start'
    | 'end'
    | 'periodBasis'
    | 'record'
  > {
    const { rows } = this;
    const low = this.#low.subarray(0, rows);
    return {
      rows,
      measure: this.#measure.upTo(rows),
      low,
      high: this.#high?.subarray(0, rows) ?? low,
      stated: this.#stated.subarray(0, rows),
      bound: this.#bound.subarray(0, rows),
      start: this.#start.subarray(0, rows),
      end: this.#end.subarray(0, rows),
      periodBasis: this.#periodBasis.subarray(0, rows),
      record: this.#record.subarray(0, rows),
    };
  }

  /** Tells how many rows there may be in the end. */
  expect(rows: number): void {
    this.#expected = this.#measure.expected = rows;
  }

  #grow(size: number): void {
    const expected = this.#expected;
    this.#low = grown(this.#low, size, expected);
    this.#high = this.#high && grown(this.#high, size, expected);
    this.#stated = grown(this.#stated, size, expected);
    this.#bound = grown(this.#bound, size, expected);
    this.#start = grown(this.#start, size, expected);
    this.#end = grown(this.#end, size, expected);
    this.#periodBasis = grown(this.#periodBasis, size, expected);
    this.#record = grown(this.#record, size, expected);
    this.#offset = this.#offset && grown(this.#offset, size, expected);
  }
}
