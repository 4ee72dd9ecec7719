import { Crc32 } from '../load/formats/crc32.ts';
import { bytesOf, joined, latin1, stands } from './bytes.ts';
import { inflatedZlib } from './inflated.ts';
import { LONGEST_PAYLOAD } from './payload.ts';

/**
 * Words and size of a PNG: chunks `tEXt`, `zTXt`, `iTXt` and `pHYs` of the PNG specification (W3C,
 * third edition). The picture itself is passed on as it is.
 */
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** The signature and the header chunk, which come first in every PNG. */
const HEAD = 33;
const METRE = 1;
const LATIN1 = /^[\u0020-\u007e\u00a0-\u00ff\n]*$/;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** What is written into a PNG beside its picture. */
export interface PngWords {
  /** Texts by keyword: 1 to 79 letters of Latin-1. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many pixels make a metre on paper; null leaves it as it was. */
  readonly pixelsPerMetre: number | null;
}

export function isPng(bytes: Uint8Array): boolean {
  return stands(bytes, SIGNATURE, 0);
}

/** A PNG with texts and its size on paper. What it said of these before is replaced. Throws for what is no PNG. */
export function withChunks(png: Uint8Array, { texts, pixelsPerMetre }: PngWords): Uint8Array {
  if (!isPng(png) || png.length < HEAD) throw new Error('This is not a PNG.');
  const replaced = ({ type, data }: Chunk) =>
    (type === 'pHYs' && pixelsPerMetre !== null) ||
    (isText(type) && texts.has(latin1(upToNul(data))));
  const chunks = [...chunksOf(png)];
  const [header, ...others] = chunks.filter((chunk) => !replaced(chunk));
  if (header?.type !== 'IHDR' || others.at(-1)?.type !== 'IEND') {
    throw new Error('This PNG is damaged.');
  }
  const added = [
    ...(pixelsPerMetre === null ? [] : [physical(pixelsPerMetre)]),
    ...[...texts].map(([keyword, text]) => textChunk(keyword, text)),
  ];
  return joined([
    SIGNATURE,
    ...[header, ...added, ...others].map(({ type, data }) => written(type, data)),
  ]);
}

/** The texts in a PNG by keyword; whatever is damaged or too long is passed over. */
export function textsIn(png: Uint8Array): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (!isPng(png)) return texts;
  for (const { type, data } of chunksOf(png)) {
    if (!isText(type)) continue;
    const keyword = upToNul(data);
    const text = textOf(type, data.subarray(keyword.length + 1));
    if (text !== null) texts.set(latin1(keyword), text);
  }
  return texts;
}

function isText(type: string): boolean {
  return type === 'tEXt' || type === 'zTXt' || type === 'iTXt';
}

/** The chunks up to the first that is cut off. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return;
    const type = latin1(png.subarray(at + 4, at + 8));
    yield { type, data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function textOf(type: string, data: Uint8Array): string | null {
  if (type === 'tEXt') return latin1(data);
  if (type === 'zTXt') return data[0] === 0 ? unpacked(data.subarray(1), latin1) : null;
  const [packed, method] = data;
  const language = upToNul(data.subarray(2));
  const translated = upToNul(data.subarray(3 + language.length));
  const text = data.subarray(4 + language.length + translated.length);
  if (packed === 0) return utf8(text);
  return packed === 1 && method === 0 ? unpacked(text, utf8) : null;
}

function unpacked(packed: Uint8Array, read: (bytes: Uint8Array) => string): string | null {
  const { bytes, end } = inflatedZlib(packed, LONGEST_PAYLOAD);
  return end === 'whole' ? read(bytes) : null;
}

/** Latin-1 goes into `tEXt`, which more programs keep; other letters need `iTXt`. */
function textChunk(keyword: string, text: string): Chunk {
  const name = bytesOf(keyword);
  if (LATIN1.test(text)) {
    return { type: 'tEXt', data: joined([name, Uint8Array.of(0), bytesOf(text)]) };
  }
  const plain = Uint8Array.of(0, 0, 0, 0, 0);
  return { type: 'iTXt', data: joined([name, plain, new TextEncoder().encode(text)]) };
}

function physical(pixelsPerMetre: number): Chunk {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, Math.round(pixelsPerMetre));
  view.setUint32(4, Math.round(pixelsPerMetre));
  view.setUint8(8, METRE);
  return { type: 'pHYs', data };
}

function written(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(bytesOf(type), 4);
  chunk.set(data, 8);
  const crc = new Crc32();
  crc.add(chunk.subarray(4, 8 + data.length));
  view.setUint32(8 + data.length, crc.value);
  return chunk;
}

function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
