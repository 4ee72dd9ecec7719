import { gunzipped } from './gzip.ts';

/**
 * The parts of a page that is one file, style, script and worker, as text for a block: gzip in digits
 * of base 85, five for every four bytes, which base64 has a fifteenth more of. The digits are the
 * characters from "(" to "|", but for "<", which could end a block: "}" stands in its place.
 */
const BASE = 85;
const FIRST = 40;
const LESS_THAN = 60;
const INSTEAD = 125;

/** Bytes as digits; the last four or fewer as one digit more than they are. */
export function digitsOf(bytes: Uint8Array): string {
  const digits: number[] = [];
  const padded = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 4) * 4));
  new Uint8Array(padded.buffer).set(bytes);
  for (let at = 0; at < padded.byteLength; at += 4) {
    const word = padded.getUint32(at);
    for (let place = BASE ** 4; place >= 1; place /= BASE) {
      const digit = FIRST + (Math.floor(word / place) % BASE);
      digits.push(digit === LESS_THAN ? INSTEAD : digit);
    }
  }
  const text = digits.map((digit) => String.fromCharCode(digit)).join('');
  return text.slice(0, text.length - (padded.byteLength - bytes.length));
}

/** The bytes of such digits. */
export function bytesOfDigits(text: string): Uint8Array<ArrayBuffer> {
  const padded = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let word = 0;
    for (let digit = at; digit < at + 5; digit++) {
      const code = digit < text.length ? text.charCodeAt(digit) : FIRST + BASE - 1;
      word = word * BASE + (code === INSTEAD ? LESS_THAN : code) - FIRST;
    }
    padded.setUint32((at / 5) * 4, word);
  }
  return new Uint8Array(padded.buffer, 0, Math.floor((text.length * 4) / 5));
}

/** The text of a part. Rejects with a sentence when it is damaged. */
export async function textOfPart(part: string): Promise<string> {
  try {
    return new TextDecoder().decode(await gunzipped(bytesOfDigits(part)));
  } catch {
    throw new Error('A part of this file is damaged. Ask for the file again.');
  }
}
