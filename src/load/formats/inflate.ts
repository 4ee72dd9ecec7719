import { FREE_UNPACKED, MOST_RATIO, MOST_UNPACKED } from './caps.ts';
import { Refusal } from './refusal.ts';

/**
 * Packed bytes handed on at a time: browsers unpack the whole of a piece before anybody can say stop,
 * and a piece may become a thousand times its size.
 */
const SIP = 1 << 15;

/** Says how many bytes have gone in and come out so far. */
export type Flow = (packed: number, unpacked: number) => void;

/**
 * Unpacks pieces with the platform's own decompression, as they come. Refuses when more comes out
 * than a table would give (see caps.ts) and when the bytes are damaged or end too soon.
 */
export async function* inflate(
  name: string,
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  format: 'gzip' | 'deflate-raw',
  onflow?: Flow,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length; at += SIP) {
        const sip = piece.subarray(at, at + SIP);
        packed += sip.length;
        yield sip;
      }
    }
  };
  const reader = streamOf(counted()).pipeThrough(new DecompressionStream(format)).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((fault: unknown) => {
        throw asRefusal(fault, name);
      });
      if (done) return;
      unpacked += value.length;
      checkGrowth(name, packed, unpacked);
      onflow?.(packed, unpacked);
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Refuses what grows beyond the caps. */
export function checkGrowth(name: string, packed: number, unpacked: number): void {
  if (unpacked > FREE_UNPACKED && unpacked > packed * MOST_RATIO) {
    throw new Refusal(
      `"${name}" unpacks to more than ${MOST_RATIO} times its size, as no table of figures does; ` +
        'it is not opened. If it is what you want, unpack it and open the file inside.',
    );
  }
  if (unpacked > MOST_UNPACKED) {
    throw new Refusal(
      `"${name}" unpacks to more than ${MOST_UNPACKED / 1e9} GB. Unpack it and open the file inside, which may be of any size.`,
    );
  }
}

/** A stop by the reader stays what it is; anything else here means damaged bytes. */
function asRefusal(fault: unknown, name: string): unknown {
  if (fault instanceof Refusal) return fault;
  if (fault instanceof Error && fault.name === 'AbortError') return fault;
  return damaged(name);
}

/** What is packed cannot be had whole. */
export class Damage extends Refusal {}

export function damaged(name: string): Damage {
  return new Damage(
    `"${name}" cannot be unpacked: it is damaged or was not downloaded to its end. Download it again.`,
  );
}

function streamOf(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}
