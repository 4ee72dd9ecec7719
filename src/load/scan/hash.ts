import type { ByteRecord } from './byterecord.ts';

/** Multipliers without structure of their own; two of them make two hashes that share none. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
/** The top bit of each of four bytes: set in bytes that are not ASCII. */
const NOT_ASCII = 0x80808080 | 0;

/** A 32-bit hash of some bytes, for a table that compares the bytes themselves as well. */
export function hashOf(buffer: Uint8Array, view: DataView, from: number, to: number): number {
  let hash = to - from;
  const last = to - 4;
  if (last < from) {
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ buffer[at]!, SECOND);
  } else {
    // The last four bytes are a word even where that overlaps the one before.
    for (let at = from; at < last; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), FIRST);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ view.getInt32(last, true), SECOND);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, SECOND);
  return hash ^ (hash >>> 16);
}

/** Two 32-bit hashes of what the cells of a record hold, and whether all of it is ASCII. */
export class Fingerprint {
  first = 0;
  second = 0;
  ascii = true;
  /** Whether a cell may begin or end with space that is not ASCII. */
  edged = false;

  take({ buffer, view, trimmed, cells }: ByteRecord): void {
    let first = cells;
    let second = ~cells;
    let any = 0;
    let edged = false;
    for (let cell = 0; cell < cells; cell++) {
      let at = trimmed[2 * cell]!;
      const to = trimmed[2 * cell + 1]!;
      if (at < to && (buffer[at]! | buffer[to - 1]!) >= 0x80) edged ||= hasEdge(buffer, at, to);
      // The length stands between cells, so that no two divisions of a text are alike.
      first = Math.imul(first ^ (to - at), SECOND);
      second = Math.imul(((second << 9) | (second >>> 23)) + to - at, FIRST);
      const last = to - 4;
      if (last < at) {
        for (; at < to; at++) {
          const byte = buffer[at]!;
          any |= byte;
          first = Math.imul(first ^ byte, SECOND);
          second = Math.imul(((second << 7) | (second >>> 25)) + byte, FIRST);
        }
        continue;
      }
      // The last four bytes are a word even where that overlaps the one before.
      for (;;) {
        const word = view.getInt32(at, true);
        any |= word;
        first = Math.imul(first ^ word, FIRST);
        first ^= first >>> 15;
        second = Math.imul(((second << 7) | (second >>> 25)) + word, SECOND);
        if (at === last) break;
        at = at + 4 < last ? at + 4 : last;
      }
    }
    first = Math.imul(first ^ (first >>> 13), SECOND);
    second = Math.imul(second ^ (second >>> 15), FIRST);
    this.first = first ^ (first >>> 16);
    this.second = second ^ (second >>> 13);
    this.ascii = (any & NOT_ASCII) === 0;
    this.edged = edged;
  }
}

/** Whether bytes begin or end like one of the spaces beyond ASCII, in UTF-8 or in a code page. */
function hasEdge(buffer: Uint8Array, from: number, to: number): boolean {
  return (
    isSpaceOfPage(buffer[from]!) ||
    isSpaceOfPage(buffer[to - 1]!) ||
    startsSpace(buffer, from) ||
    (to - from >= 2 && startsSpace(buffer, to - 2)) ||
    (to - from >= 3 && startsSpace(buffer, to - 3))
  );
}

/** The no-break space of Windows and of Macintosh code pages. */
function isSpaceOfPage(byte: number): boolean {
  return byte === 0xa0 || byte === 0xca;
}

/** Whether the first two bytes of a space in UTF-8 stand here: U+00A0, U+1680, U+20xx, U+3000, U+FEFF. */
function startsSpace(buffer: Uint8Array, at: number): boolean {
  const next = buffer[at + 1]!;
  switch (buffer[at]) {
    case 0xc2:
      return next === 0xa0;
    case 0xe1:
      return next === 0x9a;
    case 0xe2:
      return next === 0x80 || next === 0x81;
    case 0xe3:
      return next === 0x80;
    case 0xef:
      return next === 0xbb;
  }
  return false;
}
