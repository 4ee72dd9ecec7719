import type { Subject } from '../model/subject.ts';
import type { Slots } from './slots.ts';

/**
 * Which subjects the rows of each cell have, as one bit for every slot of every split: a set of
 * strings for each group would cost more than the sums.
 */
export class Touches {
  readonly #splits: readonly Slots[];
  readonly #words: number;
  #bits: Uint32Array;

  constructor(splits: readonly Slots[], cells: number) {
    this.#splits = splits;
    const slots = splits.reduce((sum, { subjects }) => sum + subjects.length, 0);
    this.#words = Math.ceil(slots / 32);
    this.#bits = new Uint32Array(cells * this.#words);
  }

  /** Makes room for `cells` cells, keeping those there are. */
  reserve(cells: number): void {
    if (cells * this.#words <= this.#bits.length) return;
    const larger = new Uint32Array(Math.max(cells * this.#words, this.#bits.length * 2));
    larger.set(this.#bits);
    this.#bits = larger;
  }

  add(cell: number, row: number): void {
    let before = 0;
    for (const { codes, ofCode, subjects } of this.#splits) {
      const bit = before + ofCode[codes[row]!]!;
      this.#bits[cell * this.#words + (bit >>> 5)]! |= 1 << (bit & 31);
      before += subjects.length;
    }
  }

  /** Subjects in the order of the splits and of their slots. */
  at(cell: number): Subject[] {
    const touched: Subject[] = [];
    let bit = 0;
    for (const { subjects } of this.#splits) {
      for (const subject of subjects) {
        const word = this.#bits[cell * this.#words + (bit >>> 5)]!;
        if (word & (1 << (bit & 31))) touched.push(subject);
        bit++;
      }
    }
    return touched;
  }
}
