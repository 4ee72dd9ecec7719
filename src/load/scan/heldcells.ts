import type { ByteRecord } from './byterecord.ts';
import { HASH_OF_NONE } from './hash.ts';

/** Rows that are held together: their bytes and what is known of them lie near at hand. */
export const HELD_ROWS = 256;

/**
 * Where the cells of a few rows lie, column by column. What a column of many names is held against
 * is seldom near at hand, so it is asked for many cells at once instead of one by one.
 */
export class HeldCells {
  rows = 0;
  /** Of the bytes that the cells lie in. */
  view: DataView = new DataView(new ArrayBuffer(0));
  /** By column and row: the hash of the cell as trimmed, where it starts and how long it is. */
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly lengths: Int32Array;

  constructor(columns: number) {
    this.hashes = new Int32Array(columns * HELD_ROWS);
    this.starts = new Int32Array(columns * HELD_ROWS);
    this.lengths = new Int32Array(columns * HELD_ROWS);
  }

  get isFull(): boolean {
    return this.rows === HELD_ROWS;
  }

  /** Holds the cells of these columns of a record; one that is not there is empty. */
  add({ view, trimmed, firsts, cells }: ByteRecord, columns: readonly number[]): void {
    const { hashes, starts, lengths } = this;
    this.view = view;
    let at = this.rows++;
    for (let index = 0; index < columns.length; index++, at += HELD_ROWS) {
      const cell = columns[index]!;
      const there = cell >= 0 && cell < cells;
      const start = there ? trimmed[2 * cell]! : 0;
      hashes[at] = there ? firsts[cell]! : HASH_OF_NONE;
      starts[at] = start;
      lengths[at] = there ? trimmed[2 * cell + 1]! - start : 0;
    }
  }
}
