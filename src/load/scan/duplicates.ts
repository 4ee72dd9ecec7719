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
    const { starts, order } = this.#parts();
    let slots = new Int32Array(64);
    let count = 0;
    let first = Infinity;
    for (let part = 0; part < PARTS; part++) {
      const [from, to] = [starts[part]!, starts[part + 1]!];
      const room = 1 << (33 - Math.clz32(to - from + 16));
      if (room > slots.length) slots = new Int32Array(room);
      else slots.fill(0, 0, room);
      for (let place = from; place < to; place++) {
        const at = order[place]!;
        if (!this.#isThere(slots, room - 1, at)) continue;
        count++;
        first = Math.min(first, this.#records[at]!);
      }
    }
    return { count, first };
  }

  /** Puts a record into a table of places counted from one; true when an equal one is there. */
  #isThere(slots: Int32Array, mask: number, at: number): boolean {
    const [first, second] = [this.#first[at]!, this.#second[at]!];
    let slot = second & mask;
    for (let other = slots[slot]!; other !== 0; other = slots[slot]!) {
      if (this.#first[other - 1] === first && this.#second[other - 1] === second) return true;
      slot = (slot + 1) & mask;
    }
    slots[slot] = at + 1;
    return false;
  }

  /** Places of the records ordered by the part that their first hash puts them in. */
  #parts(): { readonly starts: Uint32Array; readonly order: Uint32Array } {
    const partOf = (at: number) => this.#first[at]! & (PARTS - 1);
    const starts = new Uint32Array(PARTS + 1);
    for (let at = 0; at < this.#size; at++) starts[partOf(at) + 1]!++;
    for (let part = 0; part < PARTS; part++) starts[part + 1]! += starts[part]!;
    const next = starts.slice();
    const order = new Uint32Array(this.#size);
    for (let at = 0; at < this.#size; at++) order[next[partOf(at)]!++] = at;
    return { starts, order };
  }
}
