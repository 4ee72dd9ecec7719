import { grown } from './codecolumn.ts';
import type { Coding } from './encoding.ts';
import { SPARE, type ByteRecord } from './byterecord.ts';
import { HASH_OF_NONE, hashOf } from './hash.ts';
import { HELD_ROWS, type HeldCells } from './heldcells.ts';
import { TooLarge } from './toolarge.ts';

/** Numbers of a slot: the hash of its spelling, its code plus one (0 = free), its place and length. */
const SLOT = 4;
const FIRST_SLOTS = 256;
/** Numbers of slots that are near at hand: up to here it costs more than it gains to ask ahead. */
const NEAR = 1 << 16;
/** Different spellings, as many as a Map has room for, and the bytes of all of them together. */
const MOST_SPELLINGS = 1 << 24;
const MOST_BYTES = 2 ** 30;

/**
 * Numbers the different spellings of a column by their bytes, from 0 in the order they are met. No
 * text is made until `texts` asks for it, and then once for each spelling.
 */
export class ByteWords {
  /** How many different spellings there are. */
  size = 0;
  /** All that is compared lies together: a column of many names is as fast as memory is. */
  #slots = new Int32Array(SLOT * FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;
  /** Where each spelling starts in the store; the next one's start is its end. */
  #starts: Uint32Array = new Uint32Array(513);
  #store: Uint8Array = new Uint8Array(1 << 14);
  #view = new DataView(this.#store.buffer);
  #texts: string[] = [];
  readonly #codes = new Int32Array(HELD_ROWS);
  /** What the bytes read ahead add up to: a read that nothing came of would be left out. */
  ahead = 0;
  readonly #most: number;

  /** Throws TooLarge when there are more than `most` spellings. */
  constructor(most = MOST_SPELLINGS) {
    this.#most = most;
  }

  /** The code of some bytes. There must be SPARE bytes after them to read. */
  code(view: DataView, from: number, to: number): number {
    return this.#code(hashOf(view, from, to), view, from, to);
  }

  /** The code of a cell of a record as trimmed; one that is not there reads as empty. */
  cell(record: ByteRecord, cell: number): number {
    const { view, trimmed, firsts, cells } = record;
    if (cell < 0 || cell >= cells) return this.#code(HASH_OF_NONE, view, 0, 0);
    return this.#code(firsts[cell]!, view, trimmed[2 * cell]!, trimmed[2 * cell + 1]!);
  }

  /** The codes of the cells held from place `from` on; they hold until it is asked again. */
  held({ rows, view, hashes, starts, lengths }: HeldCells, from: number): Int32Array {
    const codes = this.#codes;
    if (this.#slots.length > NEAR) this.#askAhead(rows, hashes, from);
    for (let at = 0; at < rows; at++) {
      const start = starts[from + at]!;
      codes[at] = this.#code(hashes[from + at]!, view, start, start + lengths[from + at]!);
    }
    return codes;
  }

  /**
   * Reads a byte of what each cell will be held against. A processor waits for many such reads at
   * once, and what was read is near at hand when the cells' turn comes: with 400,000 names this
   * takes half of the time.
   */
  #askAhead(rows: number, hashes: Int32Array, from: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const places = this.#codes;
    const store = this.#store;
    for (let at = 0; at < rows; at++) places[at] = slots[(hashes[from + at]! & mask) * SLOT + 2]!;
    let asked = 0;
    for (let at = 0; at < rows; at++) asked += store[places[at]!]!;
    this.ahead = asked;
  }

  #code(hash: number, view: DataView, from: number, to: number): number {
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const at = slot * SLOT;
      const found = slots[at + 1]!;
      if (found === 0) break;
      if (
        slots[at] === hash &&
        slots[at + 3] === to - from &&
        this.#holds(slots[at + 2]!, view, from, to)
      ) {
        return found - 1;
      }
      slot = (slot + 1) & this.#mask;
    }
    return this.#add(slot, hash, view, from, to);
  }

  /** The texts of all spellings by code; each is decoded once. */
  texts(coding: Coding): readonly string[] {
    while (this.#texts.length < this.size) {
      const first = this.#texts.length;
      // A few at a time, so that no text is longer than a platform allows.
      let last = first + 1;
      while (last < this.size && this.#starts[last]! - this.#starts[first]! < 1 << 20) last++;
      const bytes = this.#store.subarray(this.#starts[first], this.#starts[last]);
      const text = coding.decode(bytes);
      const plain = text.length === bytes.length;
      for (let code = first, at = 0; code < last; code++) {
        const [from, to] = [this.#starts[code]!, this.#starts[code + 1]!];
        const end = at + (plain ? to - from : unitsIn(this.#store, from, to));
        this.#texts.push(text.slice(at, end));
        at = end;
      }
    }
    return this.#texts;
  }

  #holds(at: number, view: DataView, from: number, to: number): boolean {
    const store = this.#view;
    for (; from + 4 <= to; from += 4, at += 4) {
      if (view.getInt32(from, true) !== store.getInt32(at, true)) return false;
    }
    // Of the last four bytes those beyond the end are shifted out.
    const rest = to - from;
    return (
      rest === 0 || (view.getInt32(from, true) ^ store.getInt32(at, true)) << (8 * (4 - rest)) === 0
    );
  }

  #add(slot: number, hash: number, view: DataView, from: number, to: number): number {
    const code = this.size;
    const start = this.#starts[code]!;
    const end = start + to - from;
    if (code >= this.#most || end > MOST_BYTES) {
      throw new TooLarge('A column of the file has more different texts than can be held.');
    }
    this.size++;
    if (end + SPARE > this.#store.length) {
      this.#store = grown(this.#store, Math.max(end + SPARE, this.#store.length * 2));
      this.#view = new DataView(this.#store.buffer);
    }
    this.#copy(start, view, from, to);
    if (code + 1 >= this.#starts.length) this.#starts = grown(this.#starts, code * 2);
    this.#starts[code + 1] = end;
    this.#put(this.#slots, slot, hash, code, start, to - from);
    if (this.size * 2 > this.#mask) this.#rehash();
    return code;
  }

  #copy(place: number, view: DataView, from: number, to: number): void {
    const store = this.#view;
    // What is copied beyond the end the next spelling is written over.
    for (; from < to; from += 4, place += 4) {
      store.setInt32(place, view.getInt32(from, true), true);
    }
  }

  #put(
    slots: Int32Array,
    slot: number,
    hash: number,
    code: number,
    start: number,
    length: number,
  ): void {
    const at = slot * SLOT;
    slots[at] = hash;
    slots[at + 1] = code + 1;
    slots[at + 2] = start;
    slots[at + 3] = length;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length / SLOT - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let slot = old[from]! & mask;
      while (slots[slot * SLOT + 1] !== 0) slot = (slot + 1) & mask;
      this.#put(slots, slot, old[from]!, old[from + 1]! - 1, old[from + 2]!, old[from + 3]!);
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** How many units of a JavaScript string some UTF-8 becomes. */
function unitsIn(store: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = store[at]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
