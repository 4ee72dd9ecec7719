import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ByteSource } from '../load/source.ts';

/**
 * A file as a source of bytes. It is opened for each piece and closed again, so that nobody has to
 * close it. Rejects with a sentence when it cannot be read.
 */
export async function openFile(path: string): Promise<ByteSource> {
  const status = await saying(path, () => stat(path));
  if (status.isDirectory()) throw new Error(`${path}: it is a folder`);
  return {
    name: basename(path),
    size: status.size,
    slice: (from, to) =>
      saying(path, async () => {
        const handle = await open(path, 'r');
        try {
          return await readPiece(handle, from, to);
        } finally {
          await handle.close();
        }
      }),
  };
}

/** SHA-256 of all the bytes of a source, in hexadecimal. */
export async function sha256Of(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  const piece = 1 << 23;
  for (let from = 0; from < source.size; from += piece) {
    hash.update(await source.slice(from, Math.min(source.size, from + piece)));
  }
  return hash.digest('hex');
}

/** What the system says of a file, as a sentence that names it. */
export async function saying<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (fault) {
    throw new Error(`${path}: ${reasonOf(fault)}`, { cause: fault });
  }
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'it may not be read'],
]);

function reasonOf(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  return REASONS.get(message.split(':')[0] ?? '') ?? message.split('\n')[0] ?? '';
}

async function readPiece(handle: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, to - from));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
