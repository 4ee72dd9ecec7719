import type { Compressors } from 'hyparquet';
import { Refusal } from './refusal.ts';

/** Loads what unpacks these ways of packing Parquet pages; refuses one that is not known. */
export async function loadCodecs(names: ReadonlySet<string>): Promise<Compressors> {
  const loaded = await Promise.all([...names].map(loadCodec));
  return Object.assign({}, ...loaded);
}

async function loadCodec(name: string): Promise<Compressors> {
  switch (name) {
    case 'UNCOMPRESSED':
    case 'SNAPPY':
      // The reader itself knows these two.
      return {};
    case 'GZIP': {
      const { gunzip } = await import('hyparquet-compressors/src/gzip.js');
      return { GZIP: (input, length) => gunzip(input, new Uint8Array(length)) };
    }
    case 'ZSTD': {
      const { decompress } = await import('fzstd');
      return { ZSTD: (input) => decompress(input) };
    }
    case 'BROTLI': {
      const { decompressBrotli } = await import('hyparquet-compressors/src/brotli.js');
      return { BROTLI: decompressBrotli };
    }
    case 'LZ4':
    case 'LZ4_RAW': {
      const lz4 = await import('hyparquet-compressors/src/lz4.js');
      return { LZ4: unlessEmpty(lz4.decompressLz4), LZ4_RAW: unlessEmpty(lz4.decompressLz4Raw) };
    }
    default:
      throw new Refusal(
        `This Parquet file is packed with ${name}, which is not read. Write it with Snappy or Zstandard.`,
      );
  }
}

type Codec = (input: Uint8Array, outputLength: number) => Uint8Array;

/** The package takes the one byte that stands for a page without values for a fault. */
function unlessEmpty(codec: Codec): Codec {
  return (input, length) => (length === 0 ? new Uint8Array() : codec(input, length));
}
