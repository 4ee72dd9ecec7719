import { first, second } from '../../model/hash.ts';
import type { ByteRecord } from './byterecord.ts';

/*
 * What a cell holds is hashed twice over, four bytes at a time from its start, then the one to three
 * that are left (or none) as one more number, then its length. `Structure` does so while it looks for
 * the end of a cell, as then every byte is loaded once for both; `hashOf` does it for other bytes.
 */

/** The first hash of a cell without bytes. */
export const HASH_OF_NONE = first(first(0, 0), 0);

/** The first hash of some bytes as of a cell. There must be SPARE bytes after them to read. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = 0;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = first(hash, view.getInt32(at, true));
  return first(first(hash, restOf(view, at, to)), to - from);
}

/** The second hash of some bytes as of a cell. There must be SPARE bytes after them to read. */
export function secondHashOf(view: DataView, from: number, to: number): number {
  let hash = 0;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = second(hash, view.getInt32(at, true));
  return second(second(hash, restOf(view, at, to)), to - from);
}

/** Fewer than four bytes as a number. */
function restOf(view: DataView, at: number, to: number): number {
  return at === to ? 0 : view.getInt32(at, true) & ((1 << (8 * (to - at))) - 1);
}

/** Two 32-bit hashes of what the cells of a record hold. */
export class Fingerprint {
  first = 0;
  second = 0;

  take({ cells, firsts, seconds }: ByteRecord): void {
    let one = cells;
    let two = cells;
    for (let cell = 0; cell < cells; cell++) {
      one = first(one, firsts[cell]!);
      two = second(two, seconds[cell]!);
    }
    this.first = one;
    this.second = two;
  }
}
