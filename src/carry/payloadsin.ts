import { bytesOf, indexOf, latin1, stands } from './bytes.ts';
import { LONGEST_PAYLOAD } from './payload.ts';

/**
 * Finds payloads in bytes of any sort by the name that stands before them: `data-tranche="1.…"` in
 * an SVG, `tranche=1.…` at the end of a link, `tranche:1.…` in words that a program keeps. Nothing
 * else of the bytes is read, whatever their format.
 */
const NAME = bytesOf('tranche');
const ATTRIBUTE = bytesOf('data-');
/** As a payload is written; prose that has the word is nothing like it. */
const WHOLE = /^\d{1,4}\.[\w-]{20,}\.[0-9a-f]{8}$/;
/** Letters that a payload is made of. */
const LETTERS = new Set(
  bytesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.'),
);
const QUOTES = new Set(bytesOf('"\''));
const [EQUALS = 0, COLON = 0] = bytesOf('=:');

/** The payloads in the bytes, in order. One that stands in an SVG's attribute is told even when it is damaged. */
export function* payloadsIn(bytes: Uint8Array): Generator<string> {
  for (let at = indexOf(bytes, NAME, 0); at >= 0; at = indexOf(bytes, NAME, at + NAME.length)) {
    const after = at + NAME.length;
    const mark = bytes[after];
    if (mark !== EQUALS && mark !== COLON) continue;
    const isAttribute = mark === EQUALS && QUOTES.has(bytes[after + 1] ?? 0);
    const payload = textFrom(bytes, after + (isAttribute ? 2 : 1));
    const isOurs = isAttribute && stands(bytes, ATTRIBUTE, at - ATTRIBUTE.length);
    if (isOurs || WHOLE.test(payload)) yield payload;
  }
}

function textFrom(bytes: Uint8Array, from: number): string {
  const most = Math.min(bytes.length, from + LONGEST_PAYLOAD + 1);
  let to = from;
  while (to < most && LETTERS.has(bytes[to] ?? 0)) to += 1;
  return latin1(bytes.subarray(from, to));
}
