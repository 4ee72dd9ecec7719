import { sha256 } from '@noble/hashes/sha2.js';
import { slicesOf } from './scan/slices.ts';
import type { ByteSource } from './source.ts';

/** The SHA-256 of a file in hexadecimal, read piece by piece: the platform's own wants all at once. */
export async function sha256Of(source: ByteSource, signal?: AbortSignal): Promise<string> {
  const hash = sha256.create();
  for await (const slice of slicesOf(source, 0, signal, { piece: 1 << 21, ahead: 2 })) {
    hash.update(slice);
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
