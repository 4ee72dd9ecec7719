import { Inflate } from 'fflate';
import { joined } from './bytes.ts';

/** Packed bytes handed on at a time: each may become a thousand, and only then can anybody say stop. */
const SIP = 4096;

export interface Inflated {
  readonly bytes: Uint8Array;
  /** How the packed bytes came to their end; what was unpacked before a fault is there all the same. */
  readonly end: 'whole' | 'damaged' | 'too much';
}

/** Unpacks raw deflate, and stops once there is more than `most`, wherever the packed bytes come from. */
export function inflated(packed: Uint8Array, most: number): Inflated {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate((piece, last) => {
    pieces.push(piece);
    size += piece.length;
    ended = last;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += SIP) {
      inflate.push(packed.subarray(at, at + SIP), at + SIP >= packed.length);
    }
  } catch {
    return { bytes: joined(pieces), end: 'damaged' };
  }
  if (size > most) return { bytes: joined(pieces), end: 'too much' };
  return { bytes: joined(pieces), end: ended ? 'whole' : 'damaged' };
}

/** The same unpacked from zlib: two bytes before, a check sum after, which is left to the caller. */
export function inflatedZlib(packed: Uint8Array, most: number): Inflated {
  return inflated(packed.subarray(2), most);
}
