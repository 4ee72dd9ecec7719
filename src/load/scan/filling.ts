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
 * Fills memory from a source, from byte `from` on: straight from its stream where the platform has
 * streams that do so, which takes half of the time of reading slices and leaves nothing to collect.
 */
export function fillingOf(
  source: ByteSource,
  from: number,
  signal?: AbortSignal,
  sizes: SliceSizes = {},
): Filling {
  const reader = readerOf(source, from);
  return reader ? fromStream(reader, sizes) : fromSlices(slicesOf(source, from, signal, sizes));
}

function readerOf(source: ByteSource, from: number): ReadableStreamBYOBReader | undefined {
  try {
    return source.stream?.(from).getReader({ mode: 'byob' });
  } catch {
    // A platform's streams need not be able to; then there are slices.
    return undefined;
  }
}

function fromStream(reader: ReadableStreamBYOBReader, { piece = PIECE }: SliceSizes): Filling {
  let size = Math.min(FIRST, piece);
  return {
    async fill(given, at) {
      const end = at + size;
      let memory = withRoom(given, at, end);
      let to = at;
      for (let ended = false; to < end && !ended;) {
        const wanted = new Uint8Array(memory.buffer, to, end - to);
        // The memory goes to the stream and comes back with another name.
        const { done, value } = await reader.read(wanted, { min: wanted.length });
        if (!value) throw new Error('the reading was stopped');
        memory = new Uint8Array(value.buffer);
        to += value.length;
        ended = done;
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
