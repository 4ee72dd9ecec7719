import type { Subject } from '../model/subject.ts';
import type { Slots } from './slots.ts';

/**
 * Which subjects the rows of each cell have, as one bit for every slot of every split: a set of
 * strings for each group would cost more than the sums.
 */
export class Touches {
  readonly #splits: readonly Slots[];
  readonly #slotOf: readonly Uint16Array[];
  /** Bits before those of each split. */
  readonly #before: readonly number[];
  readonly #words: number;
  #bits: Uint32Array;

  constructor(splits: readonly Slots[], cells: number) {
    this.#splits = splits;
    this.#slotOf = splits.map(({ ofRow }) => ofRow);
    let slots = 0;
    this.#before = splits.map(({ subjects }) => (slots += subjects.length) - subjects.length);
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

  /** Adds the subjects of the row at `place` in the selection to a cell. */
  add(cell: number, place: number): void {
    const at = cell * this.#words;
    for (let split = 0; split < this.#before.length; split++) {
      const bit = this.#before[split]! + this.#slotOf[split]![place]!;
      this.#bits[at + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  }

  /** Adds all that a cell of `other`, of the same splits, touches. */
  join(cell: number, other: Touches, theirs: number): void {
    for (let word = 0; word < this.#words; word++) {
      this.#bits[cell * this.#words + word]! |= other.#bits[theirs * this.#words + word]!;
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
