import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../load/source.ts';

/** An open file as a source of bytes; close it when done. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** Opens a file for reading in pieces. Rejects as Node does when it cannot be opened. */
export async function openFile(path: string): Promise<FileSource> {
  const handle = await open(path, 'r');
  const status = await handle.stat();
  if (status.isDirectory()) {
    await handle.close();
    throw new Error('it is a folder');
  }
  return {
    name: path.replace(/^.*[\\/]/, ''),
    size: status.size,
    slice: (from, to) => readPiece(handle, from, to),
    close: () => handle.close(),
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
