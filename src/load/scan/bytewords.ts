import { grown } from './codecolumn.ts';
import type { Coding } from './encoding.ts';
import { hashOf } from './hash.ts';

/**
 * Numbers the different spellings of a column by their bytes, from 0 in the order they are met. No
 * text is made until `texts` asks for it, and then once for each spelling.
 */
export class ByteWords {
  /** How many different spellings there are. */
  size = 0;
  #slots = new Int32Array(1024).fill(-1);
  #hashes: Int32Array = new Int32Array(512);
  /** Where each spelling starts in the store; the next one's start is its end. */
  #starts: Uint32Array = new Uint32Array(513);
  #store: Uint8Array = new Uint8Array(1 << 14);
  #view = new DataView(this.#store.buffer);
  #texts: string[] = [];

  /** Bytes of all spellings together. */
  get bytes(): number {
    return this.#starts[this.size]!;
  }

  code(buffer: Uint8Array, view: DataView, from: number, to: number): number {
    const hash = hashOf(buffer, view, from, to);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let code = this.#slots[slot]!; code >= 0; code = this.#slots[slot]!) {
      if (this.#hashes[code] === hash && this.#holds(code, buffer, view, from, to)) return code;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.size;
    return this.#add(hash, buffer, from, to);
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

  #holds(code: number, buffer: Uint8Array, view: DataView, from: number, to: number): boolean {
    let at = this.#starts[code]!;
    if (this.#starts[code + 1]! - at !== to - from) return false;
    for (; from + 4 <= to; from += 4, at += 4) {
      if (view.getInt32(from, true) !== this.#view.getInt32(at, true)) return false;
    }
    for (; from < to; from++, at++) if (buffer[from] !== this.#store[at]) return false;
    return true;
  }

  #add(hash: number, buffer: Uint8Array, from: number, to: number): number {
    const code = this.size++;
    const start = this.#starts[code]!;
    const end = start + to - from;
    if (end > this.#store.length) {
      this.#store = grown(this.#store, Math.max(end, this.#store.length * 2));
      this.#view = new DataView(this.#store.buffer);
    }
    this.#store.set(buffer.subarray(from, to), start);
    if (code >= this.#hashes.length) {
      this.#hashes = grown(this.#hashes, code * 2);
      this.#starts = grown(this.#starts, code * 2 + 1);
    }
    this.#hashes[code] = hash;
    this.#starts[code + 1] = end;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
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
