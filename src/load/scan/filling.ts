import type { ByteSource } from '../source.ts';
import { SPARE } from './byterecord.ts';
import { FIRST, slicesOf, type SliceSizes } from './slices.ts';

/** Bytes put into memory at a time: few enough to be near at hand when they are looked at. */
const PIECE = 1 << 22;
/** Room beyond a piece, so that not every longer one needs more memory. */
const MORE = 1 << 16;

/** Memory, and where the bytes in it end. */
export interface Filled {
  readonly memory: Uint8Array<ArrayBuffer>;
  readonly end: number;
}

/** The bytes of a source in order, in memory that is used again and again. */
export interface Filling {
  /**
   * Puts the next bytes into `memory` from `at` on, or into larger memory with what stands before `at`
   * copied; what was given is void then. There is more room than SPARE after the end.
   */
  fill(memory: Uint8Array<ArrayBuffer>, at: number): Promise<Filled>;
  close(): void;
}

/**
 * Fills memory from a source, from byte `from` on: from its stream where it has one, which takes less
 * time than reading slices. The stream brings memory of its own: one that is asked to fill ours (a
 * "byob" reader) leaves nothing to collect, but in Chromium about one reading in thirty of a file of
 * 340 MB then waits for ever.
 */
export function fillingOf(
  source: ByteSource,
  from: number,
  signal?: AbortSignal,
  sizes: SliceSizes = {},
): Filling {
  const reader = source.stream?.(from).getReader();
  return reader ? fromStream(reader, sizes) : fromSlices(slicesOf(source, from, signal, sizes));
}

function fromStream(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { piece = PIECE }: SliceSizes,
): Filling {
  let size = Math.min(FIRST, piece);
  /** What there was no room for. */
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async fill(given, at) {
      const end = at + size;
      const memory = withRoom(given, at, end);
      let to = at;
      while (to < end) {
        if (rest.length === 0) {
          const { done, value } = await reader.read();
          if (done) break;
          rest = value;
        }
        const part = rest.subarray(0, end - to);
        memory.set(part, to);
        to += part.length;
        rest = rest.subarray(part.length);
      }
      size = piece;
      return { memory, end: to };
    },
    close() {
      // A stream that failed has said so when it was read.
      reader.cancel().catch(() => undefined);
    },
  };
}

function fromSlices(slices: AsyncGenerator<Uint8Array>): Filling {
  return {
    async fill(given, at) {
      const { value: slice } = await slices.next();
      if (!slice) return { memory: given, end: at };
      const memory = withRoom(given, at, at + slice.length);
      memory.set(slice, at);
      return { memory, end: at + slice.length };
    },
    close: () => void slices.return(undefined),
  };
}

/** Memory that holds bytes up to `end`, with the first `kept` of what is given. */
function withRoom(given: Filled['memory'], kept: number, end: number): Filled['memory'] {
  if (end + SPARE <= given.length) return given;
  const larger = new Uint8Array(end + SPARE + MORE);
  larger.set(given.subarray(0, kept));
  return larger;
}
