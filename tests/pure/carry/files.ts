import { zipSync, zlibSync } from 'fflate';
import { crc32 } from 'node:zlib';

/** A chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A picture of one grey dot, with more chunks after its header. */
export function dotPng(...more: Buffer[]): Uint8Array {
  const header = Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return new Uint8Array(
    Buffer.concat([
      signature,
      pngChunk('IHDR', header),
      ...more,
      pngChunk('IDAT', zlibSync(Uint8Array.of(0, 128))),
      pngChunk('IEND', new Uint8Array()),
    ]),
  );
}

/** A zip of files by path. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [path, bytes(content)])),
  );
}

/** A PDF as far as it is looked through: streams, packed, each with its dictionary. */
export function pdfOf(streams: readonly (string | Uint8Array)[], plain = ''): Uint8Array {
  const objects = streams.map((content, at) => {
    const packed = zlibSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
    const dictionary = `${at + 1} 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>\nstream\r\n`;
    return Buffer.concat([Buffer.from(dictionary), packed, Buffer.from('\nendstream\nendobj\n')]);
  });
  return new Uint8Array(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects, Buffer.from(`${plain}\n%%EOF`)]),
  );
}
