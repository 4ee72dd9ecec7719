import type { ByteRecord } from './byterecord.ts';

/** Multipliers without structure of their own; two of them make two hashes that share none. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
/** The top bit of each of four bytes: set in bytes that are not ASCII. */
const NOT_ASCII = 0x80808080 | 0;

/** A 32-bit hash of some bytes, for a table that compares the bytes themselves as well. */
export function hashOf(buffer: Uint8Array, view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), FIRST);
    hash ^= hash >>> 15;
  }
  for (; at < to; at++) hash = Math.imul(hash ^ buffer[at]!, SECOND);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, SECOND);
  return hash ^ (hash >>> 16);
}

/** Two 32-bit hashes of what the cells of a record hold, and whether all of it is ASCII. */
export class Fingerprint {
  first = 0;
  second = 0;
  ascii = true;
  /** Whether a cell begins or ends with something that is not ASCII and may be space. */
  edged = false;

  take({ buffer, view, trimmed, cells }: ByteRecord): void {
    let first = cells;
    let second = ~cells;
    let any = 0;
    let edges = 0;
    for (let cell = 0; cell < cells; cell++) {
      let at = trimmed[2 * cell]!;
      const to = trimmed[2 * cell + 1]!;
      if (at < to) edges |= buffer[at]! | buffer[to - 1]!;
      // The length stands between cells, so that no two divisions of a text are alike.
      first = Math.imul(first ^ (to - at), SECOND);
      second = Math.imul(((second << 9) | (second >>> 23)) + to - at, FIRST);
      for (; at + 4 <= to; at += 4) {
        const word = view.getInt32(at, true);
        any |= word;
        first = Math.imul(first ^ word, FIRST);
        first ^= first >>> 15;
        second = Math.imul(((second << 7) | (second >>> 25)) + word, SECOND);
      }
      for (; at < to; at++) {
        const byte = buffer[at]!;
        any |= byte;
        first = Math.imul(first ^ byte, SECOND);
        second = Math.imul(((second << 7) | (second >>> 25)) + byte, FIRST);
      }
    }
    first = Math.imul(first ^ (first >>> 13), SECOND);
    second = Math.imul(second ^ (second >>> 15), FIRST);
    this.first = first ^ (first >>> 16);
    this.second = second ^ (second >>> 13);
    this.ascii = (any & NOT_ASCII) === 0;
    this.edged = (edges & 0x80) !== 0;
  }
}
