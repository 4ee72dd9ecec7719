import { decodeAs } from '../decode.ts';
import type { Decision, Options } from '../plan.ts';
import { guessCodePages, looksDamaged } from './encodings.ts';

/** Head and tail of a file as text; the tail begins with a whole line. */
export interface Ends {
  readonly head: string;
  readonly tail: string;
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  /** Bytes of the byte-order mark. */
  readonly from: number;
  readonly decisions: readonly Decision[];
}

const NAMES = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16'],
  ['utf-16be', 'UTF-16'],
  ['windows-1252', 'Windows-1252 (Western European)'],
  ['windows-1250', 'Windows-1250 (Central European)'],
  ['windows-1253', 'Windows-1253 (Greek)'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['macintosh', 'MacRoman'],
]);
/** Code pages this near to the best in the sense they make are told as other readings. */
const NEAR = 0.06;

/** Files that are not text, by their first bytes. */
const KINDS: readonly (readonly [string, string])[] = [
  ['%PDF', 'The file is a PDF, whatever its name says. Ask its publisher for the table itself.'],
  ['PK\u0003\u0004', 'The file is a zip archive or a spreadsheet, and not delimited text.'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'The file is an old Excel workbook (.xls). Save it as .xlsx or CSV.',
  ],
  ['\u001f\u008b', 'The file is compressed with gzip, and not delimited text.'],
  ['PAR1', 'The file is Parquet, and not delimited text.'],
  ['\u0089PNG', 'The file is a picture.'],
  ['<!DOCTYPE', 'The file is a web page. The link may lead to a page about the file.'],
  ['<html', 'The file is a web page. The link may lead to a page about the file.'],
  ['<?xml', 'The file is XML, which is not read here.'],
];

/** Decodes both ends strictly, or says why the file is not text. */
export function decodeEnds(
  head: Uint8Array,
  tail: Uint8Array,
  size: number,
  options: Options,
): Ends | { readonly refused: string } {
  const { encoding: wanted } = options;
  if (size === 0 || head.length === 0) return { refused: 'The file is empty.' };
  const start = String.fromCharCode(...head.subarray(0, 16));
  const kind = KINDS.find(([mark]) => start.trimStart().startsWith(mark));
  if (kind) return { refused: kind[1] };
  const mark = markOf(head);
  const encoding = wanted?.toLowerCase() ?? mark?.encoding ?? unmarkedUtf16(head);
  if (encoding === undefined || !encoding.startsWith('utf-16')) {
    if (head.includes(0) || tail.includes(0)) {
      const refused =
        'The file holds NUL bytes, which no text does. Save it as CSV UTF-8 from the program that made it.';
      return { refused };
    }
  }
  const from = mark && (wanted === undefined || encoding === mark.encoding) ? mark.length : 0;
  const decode = (by: string) => decodeBoth(head.subarray(from), tail, size, by);
  if (encoding !== undefined) {
    const text = isKnown(encoding) ? decode(encoding) : undefined;
    if (text) return { ...text, encoding, byteOrderMark: from > 0, from, decisions: [] };
    return { refused: `The file cannot be read as ${nameOf(encoding)}.` };
  }
  const utf8 = decode('utf-8');
  if (utf8) return { ...utf8, encoding: 'utf-8', byteOrderMark: false, from: 0, decisions: [] };
  const { best, decision } = chooseCodePage(head, tail, options);
  const text = decode(best);
  if (!text) return { refused: 'The file is not text in any encoding known here.' };
  return { ...text, encoding: best, byteOrderMark: false, from: 0, decisions: [decision] };
}

/**
 * Encodings to try, the likeliest first, when a file whose ends were UTF-8 turns out further in not
 * to be: `head` and `tail` may be any parts of it, best the part with the offending byte.
 */
export function fallbackEncodings(head: Uint8Array, tail: Uint8Array): string[] {
  return guessCodePages(joined(head, tail)).map(({ encoding }) => encoding);
}

function chooseCodePage(
  head: Uint8Array,
  tail: Uint8Array,
  options: Options,
): { best: string; decision: Decision } {
  const bytes = joined(head, tail);
  const guesses = guessCodePages(bytes);
  const [first] = guesses;
  const best = first?.encoding ?? 'windows-1252';
  const near = guesses.filter(
    ({ encoding, sense }) => encoding !== best && (first?.sense ?? 0) - sense < NEAR && sense > 0,
  );
  // Without accented letters, pound signs and quotation marks are alike in all of them.
  const poor = (first?.sense ?? 0) < 0.5;
  const damaged = !poor && looksDamaged(bytes);
  const but = poor
    ? ', which makes little sense of it'
    : damaged
      ? ', though a few bytes may only be damaged'
      : '';
  const sentence = `The file is not UTF-8; it is read as ${nameOf(best)}${but}.`;
  const choices = (poor ? guesses.slice(1) : near).map(({ encoding }) => ({
    sentence: `Read it as ${nameOf(encoding)}`,
    options: { ...options, encoding },
  }));
  return { best, decision: { matter: 'encoding', sentence, doubt: poor || damaged, choices } };
}

function markOf(head: Uint8Array): { encoding: string; length: number } | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-16 of mostly ASCII text has a NUL in every other byte. */
function unmarkedUtf16(head: Uint8Array): string | undefined {
  const looked = head.subarray(0, 1000 - (1000 % 2));
  const counts = [0, 0];
  for (let at = 0; at < looked.length; at++) if (looked[at] === 0) counts[at % 2]!++;
  const [even = 0, odd = 0] = counts;
  if (odd > looked.length * 0.3 && even === 0) return 'utf-16le';
  if (even > looked.length * 0.3 && odd === 0) return 'utf-16be';
  return undefined;
}

/** Undefined when a byte does not fit. The ends of the two pieces inside the file may be cut. */
function decodeBoth(head: Uint8Array, tail: Uint8Array, size: number, encoding: string) {
  const whole = head.length + 3 >= size;
  try {
    const first = decodeAs(head, encoding, !whole);
    return { head: first, tail: whole ? '' : decodeTail(tail, size, encoding) };
  } catch {
    return undefined;
  }
}

function decodeTail(tail: Uint8Array, size: number, encoding: string): string {
  let from = 0;
  if (encoding === 'utf-8') while (from < 3 && (tail[from] ?? 0) >> 6 === 2) from++;
  // Two-byte units begin at even places of the file.
  if (encoding.startsWith('utf-16')) from = (size - tail.length) % 2;
  const text = decodeAs(tail.subarray(from), encoding);
  const line = /\r\n?|\n/.exec(text);
  return line ? text.slice(line.index + line[0].length) : '';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

function nameOf(encoding: string): string {
  return NAMES.get(encoding) ?? encoding;
}
