/** Slots for each entry: a table that is at most half full finds an entry in about one step. */
const ROOM = 2;

/**
 * Finds records that were met before, by two independent 32-bit hashes of each: among a million
 * different records the odds that two share both are one in forty million.
 */
export class Duplicates {
  #entries = 0;
  #slots = new Int32Array(2 * ROOM * 512);

  /** Adds a record and says whether it was there before. */
  add(first: number, second: number): boolean {
    if (2 * ROOM * (this.#entries + 1) > this.#slots.length) this.#grow();
    // Nought marks a slot that is free.
    const isNew = this.#put(this.#slots, first, second || 1);
    if (isNew) this.#entries++;
    return !isNew;
  }

  #put(slots: Int32Array, first: number, second: number): boolean {
    const mask = slots.length / 2 - 1;
    let slot = first & mask;
    for (; slots[2 * slot + 1] !== 0; slot = (slot + 1) & mask) {
      if (slots[2 * slot] === first && slots[2 * slot + 1] === second) return false;
    }
    slots[2 * slot] = first;
    slots[2 * slot + 1] = second;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] !== 0) this.#put(slots, old[at]!, old[at + 1]!);
    }
    this.#slots = slots;
  }
}
