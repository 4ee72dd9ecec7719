import type { ByteSource } from '../source.ts';

/** Bytes read in one piece, and how many pieces are asked for before they are needed. */
const PIECE = 1 << 23;
const AHEAD = 4;
/** The first piece is small, so that something can be shown soon. */
export const FIRST = 1 << 20;

export interface SliceSizes {
  readonly piece?: number;
  readonly ahead?: number;
}

/**
 * The bytes of a source in order, from `from` on. Several pieces are on their way at once, as a
 * browser that is asked for one after the other is idle half the time.
 */
export async function* slicesOf(
  source: ByteSource,
  from: number,
  signal?: AbortSignal,
  { piece = PIECE, ahead = AHEAD }: SliceSizes = {},
): AsyncGenerator<Uint8Array> {
  const coming: Promise<Uint8Array>[] = [];
  let at = from;
  const ask = () => {
    const to = Math.min(source.size, at + (at === from ? Math.min(FIRST, piece) : piece));
    const slice = source.slice(at, to);
    // A piece that fails while another is awaited is told when its turn comes.
    slice.catch(() => undefined);
    coming.push(slice);
    at = to;
  };
  while (at < source.size || coming.length > 0) {
    signal?.throwIfAborted();
    while (at < source.size && coming.length < ahead) ask();
    const slice = await coming.shift();
    signal?.throwIfAborted();
    if (slice) yield slice;
  }
}
