import type { ByteSource } from '../source.ts';
import { gather, lazySource, piecesOf, stretch } from './bytes.ts';
import { MOST_ENTRIES } from './caps.ts';
import { Crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';
import { Refusal } from './refusal.ts';

/** A file in a zip, as the directory at the zip's end tells of it. */
export interface ZipEntry {
  /** Its path in the zip, as written: never a path on this machine. */
  readonly path: string;
  readonly size: number;
  /** Its bytes as they are unpacked; refuses when they are not what the directory says. */
  readonly open: (signal?: AbortSignal) => AsyncGenerator<Uint8Array>;
  /** The same as a source; packed bytes are unpacked when they are first asked for. */
  readonly source: (name: string, signal?: AbortSignal) => ByteSource;
}

interface Listed {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

/** The longest end record: 22 bytes and a comment. */
const LONGEST_END = 22 + 65_535;
const LARGEST_DIRECTORY = 64_000_000;
const STORED = 0;
const DEFLATED = 8;

/** Lists the files in a zip by the directory at its end, without unpacking any; folders are left out. */
export async function openZip(source: ByteSource): Promise<ZipEntry[]> {
  const { count, at, size } = await findDirectory(source);
  if (count > MOST_ENTRIES) {
    throw new Refusal(`"${source.name}" holds ${count} files. Open the one with the figures.`);
  }
  if (at + size > source.size || size > LARGEST_DIRECTORY) throw damaged(source);
  const view = viewOf(await source.slice(at, at + size));
  const entries: ZipEntry[] = [];
  let next = 0;
  for (let read = 0; read < count; read++) {
    if (next + 46 > view.byteLength || view.getUint32(next, true) !== LISTED) throw damaged(source);
    const listed = readListed(view, next);
    next += 46 + lengthsAt(view, next + 28, 3);
    if (!listed) throw damaged(source);
    if (!listed.path.endsWith('/')) entries.push(entryOf(source, listed));
  }
  return entries;
}

async function findDirectory(source: ByteSource) {
  const from = Math.max(0, source.size - LONGEST_END);
  const view = viewOf(await source.slice(from, source.size));
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw damaged(source);
  const found = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    at: view.getUint32(end + 16, true),
  };
  const large = found.count === 0xffff || found.size === 0xffffffff || found.at === 0xffffffff;
  if (!large || end < 20 || view.getUint32(end - 20, true) !== END_64_LOCATOR) return found;
  const at = Number(view.getBigUint64(end - 12, true));
  const end64 = viewOf(await source.slice(at, at + 56));
  if (end64.byteLength < 56 || end64.getUint32(0, true) !== END_64) throw damaged(source);
  return {
    count: Number(end64.getBigUint64(32, true)),
    size: Number(end64.getBigUint64(40, true)),
    at: Number(end64.getBigUint64(48, true)),
  };
}

/** One entry of the directory; undefined when it runs beyond the directory's end. */
function readListed(view: DataView, at: number): Listed | undefined {
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  if (at + 46 + nameLength + extraLength > view.byteLength) return undefined;
  const flags = view.getUint16(at + 8, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const large = largeSizes(view, at + 46 + nameLength, extraLength);
  const orLarge = (value: number) => (value === 0xffffffff ? (large.shift() ?? value) : value);
  return {
    path: decodeName(name),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    crc: view.getUint32(at + 16, true),
    // The order in which the extra field gives those that are too large for their places.
    size: orLarge(view.getUint32(at + 24, true)),
    packed: orLarge(view.getUint32(at + 20, true)),
    at: orLarge(view.getUint32(at + 42, true)),
  };
}

/** The 64-bit sizes in an entry's extra fields. */
function largeSizes(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + size <= from + length) {
      return Array.from({ length: Math.floor(size / 8) }, (_, place) =>
        Number(view.getBigUint64(at + 4 + place * 8, true)),
      );
    }
    at += 4 + size;
  }
  return [];
}

function entryOf(source: ByteSource, listed: Listed): ZipEntry {
  const { path, size } = listed;
  const open = (signal?: AbortSignal) => unpacked(source, listed, signal);
  return {
    path,
    size,
    open,
    source: (name, signal) =>
      lazySource(name, size, async () =>
        listed.method === STORED && !listed.encrypted
          ? packedBytes(source, listed)
          : gather(name, open(signal)),
      ),
  };
}

async function* unpacked(
  source: ByteSource,
  listed: Listed,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { path, method, size } = listed;
  if (listed.encrypted) {
    throw new Refusal(`"${path}" in the zip is protected by a password. Unpack it and open that.`);
  }
  if (method !== STORED && method !== DEFLATED) {
    throw new Refusal(
      `"${path}" is packed in a way that is not known here. Unpack it and open that.`,
    );
  }
  const pieces = piecesOf(await packedBytes(source, listed), signal);
  const crc = new Crc32();
  let given = 0;
  for await (const piece of method === STORED ? pieces : inflate(path, pieces, 'deflate-raw')) {
    given += piece.length;
    if (given > size) break;
    crc.add(piece);
    yield piece;
  }
  if (given !== size || crc.value !== listed.crc) {
    throw new Refusal(
      `"${path}" is not what the zip says it is (its size or its check sum differs): the zip is damaged. Download it again.`,
    );
  }
}

/** The stretch of the zip that holds an entry's bytes; its own header says where they begin. */
async function packedBytes(source: ByteSource, { path, at, packed }: Listed): Promise<ByteSource> {
  const head = viewOf(await source.slice(at, at + 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) throw damaged(source);
  const from = at + 30 + lengthsAt(head, 26, 2);
  if (from + packed > source.size) throw damaged(source);
  return stretch(path, source, from, from + packed);
}

/** The sum of `count` 16-bit lengths. */
function lengthsAt(view: DataView, at: number, count: number): number {
  let sum = 0;
  for (let place = 0; place < count; place++) sum += view.getUint16(at + place * 2, true);
  return sum;
}

/** Names are UTF-8 in nearly all zips, whatever their flag says; else they are shown as Latin-1. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged({ name }: ByteSource): Refusal {
  return new Refusal(
    `"${name}" is a zip that is damaged or was not downloaded to its end. Download it again.`,
  );
}
