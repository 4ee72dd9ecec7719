import type { ByteSource } from '../source.ts';

/** Bytes read at a time from a file that is read from end to end. */
const PIECE = 1 << 20;

/** A blob up to this size is read once and kept: each reading of a part takes its time. */
const SMALL = 1 << 20;

/** A source over a Blob or File; the platform may keep its bytes on disk. */
export function blobSource(name: string, blob: Blob): ByteSource {
  const read = async (from: number, to: number) =>
    new Uint8Array(await blob.slice(from, to).arrayBuffer());
  if (blob.size > SMALL) {
    const stream = (from: number) => blob.slice(from).stream();
    return { name, size: blob.size, slice: read, stream };
  }
  return lazySource(name, blob.size, async () => memorySource(name, await read(0, blob.size)));
}

/** A source over bytes in memory. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, slice: async (from, to) => bytes.slice(from, to) };
}

/** A stretch of another source, under a name of its own. */
export function stretch(name: string, source: ByteSource, from: number, to: number): ByteSource {
  const size = to - from;
  return {
    name,
    size,
    slice: (start, end) => source.slice(from + Math.min(start, size), from + Math.min(end, size)),
  };
}

/** A source whose bytes are made when they are first asked for, and made once. */
export function lazySource(
  name: string,
  size: number,
  make: () => Promise<ByteSource>,
): ByteSource {
  let made: Promise<ByteSource> | undefined;
  return {
    name,
    size,
    async slice(from, to) {
      made ??= make();
      return (await made).slice(from, to);
    },
  };
}

/** The bytes of a source from the first to the last, piece by piece. */
export async function* piecesOf(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < source.size; at += PIECE) {
    signal?.throwIfAborted();
    const piece = await source.slice(at, Math.min(at + PIECE, source.size));
    yield ownBuffer(piece);
  }
}

/**
 * Gathers pieces into a source without holding them side by side in this thread's memory: a Blob
 * may be kept on disk by the browser.
 */
export async function gather(name: string, pieces: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const blobs: Blob[] = [];
  let waiting: BlobPart[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(ownBuffer(piece));
    size += piece.length;
    if (size < 4 * PIECE) continue;
    blobs.push(new Blob(waiting));
    waiting = [];
    size = 0;
  }
  return blobSource(name, new Blob([...blobs, ...waiting]));
}

/** The same bytes on a buffer of the kind that streams and Blobs take. */
function ownBuffer(piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = piece;
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(piece);
}
