import type { Repeated } from '../repeats.ts';
import { grown } from './codecolumn.ts';

/** Records whose hashes share their first bits are compared together, few enough to be near at hand. */
const PARTS = 1 << 10;

/**
 * Finds records that were met before, by two independent 32-bit hashes of each: among a million
 * different records the odds that two share both are one in forty million.
 *
 * Hashes are only written down while records are read, and compared part by part when asked for: a
 * table of all of them would be slow to reach into.
 */
export class Duplicates {
  /** How many records there may be in the end. */
  expected = 0;
  #size = 0;
  #first: Int32Array = new Int32Array(1024);
  #second: Int32Array = new Int32Array(1024);
  #records: Uint32Array = new Uint32Array(1024);

  add(first: number, second: number, record: number): void {
    const at = this.#size++;
    if (at >= this.#first.length) {
      this.#first = grown(this.#first, at + 1, this.expected);
      this.#second = grown(this.#second, at + 1, this.expected);
      this.#records = grown(this.#records, at + 1, this.expected);
    }
    this.#first[at] = first;
    this.#second[at] = second;
    this.#records[at] = record;
  }

  /** The records that repeat an earlier one. */
  repeated(): Repeated {
    const { starts, firsts, seconds, order } = this.#parts();
    let slots = new Int32Array(64);
    let count = 0;
    let first = Infinity;
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [starts[part]!, starts[part + 1]!];
      const room = 1 << (33 - Math.clz32(to - from + 16));
      if (room > slots.length) slots = new Int32Array(room);
      else slots.fill(0, 0, room);
      for (let at = from; at < to; at++) {
        // A table of places counted from one.
        let slot = seconds[at]! & (room - 1);
        let other = slots[slot]!;
        while (other !== 0) {
          if (firsts[other - 1] === firsts[at] && seconds[other - 1] === seconds[at]) break;
          slot = (slot + 1) & (room - 1);
          other = slots[slot]!;
        }
        if (other === 0) {
          slots[slot] = at + 1;
          continue;
        }
        count++;
        first = Math.min(first, this.#records[order[at]!]!);
      }
    }
    return { count, first };
  }

  /** The hashes, ordered by the part that the first one puts them in, and the place each comes from. */
  #parts() {
    const size = this.#size;
    const [given, also] = [this.#first, this.#second];
    const starts = new Uint32Array(PARTS + 1);
    for (let at = 0; at < size; at++) starts[(given[at]! & (PARTS - 1)) + 1]!++;
    for (let part = 0; part < PARTS; part++) starts[part + 1]! += starts[part]!;
    const next = starts.slice();
    const firsts = new Int32Array(size);
    const seconds = new Int32Array(size);
    const order = new Uint32Array(size);
    for (let at = 0; at < size; at++) {
      const place = next[given[at]! & (PARTS - 1)]!++;
      firsts[place] = given[at]!;
      seconds[place] = also[at]!;
      order[place] = at;
    }
    return { starts, firsts, seconds, order };
  }
}
