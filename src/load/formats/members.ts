import { Gunzip } from 'fflate';
import type { ByteSource } from '../source.ts';
import { piecesOf } from './bytes.ts';
import { Crc32 } from './crc32.ts';
import { checkGrowth, damaged } from './inflate.ts';

/** A gzip may become a thousand times its size at a stroke, so it is handed on in small pieces. */
const SIP = 1 << 15;

/**
 * Unpacks a gzip of several members, one after the other, as `cat a.gz b.gz` and some programs write
 * it; browsers unpack but the first and call the rest a fault. Each member is held to its check sum.
 */
export async function* gunzipMembers(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const ended: { at: number; crc: number }[] = [];
  let crc = new Crc32();
  let waiting: Uint8Array[] = [];
  const gunzip = new Gunzip((piece) => {
    crc.add(piece);
    waiting.push(piece);
  });
  gunzip.onmember = (at) => {
    // The first begins where the file does.
    if (at > 0) ended.push({ at, crc: crc.value });
    crc = new Crc32();
  };
  let packed = 0;
  let unpacked = 0;
  for await (const piece of piecesOf(source, signal)) {
    for (let at = 0; at < piece.length; at += SIP) {
      const sip = piece.subarray(at, at + SIP);
      packed += sip.length;
      try {
        gunzip.push(sip);
      } catch {
        throw damaged(source.name);
      }
      for (const part of waiting) {
        unpacked += part.length;
        checkGrowth(source.name, packed, unpacked);
        yield part;
      }
      waiting = [];
    }
  }
  for (const { at, crc: found } of [...ended, { at: source.size, crc: crc.value }]) {
    const end = await source.slice(at - 8, at);
    const stated =
      end.length === 8 ? new DataView(end.buffer, end.byteOffset).getUint32(0, true) : -1;
    if (stated !== found) throw damaged(source.name);
  }
}
