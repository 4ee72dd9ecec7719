import { decodeAs } from '../decode.ts';
import { sequenceEnd } from '../utf8.ts';

/**
 * Code pages that funding files come in when they are not UTF-8, with the letters that texts in them
 * really use beside ASCII. A byte that gives none of them speaks against the code page.
 */
const CODE_PAGES = [
  {
    encoding: 'windows-1252',
    letters: '£€éèêëàâäáãåæçñóòôöõøœúùûüíìîïßÉÈÊÀÂÇÑÖÜÄØÅÁÍÓÚÆ’‘“”–—…•°·ºª½¼¾²³«»®©™§\u00a0´¿¡',
  },
  {
    encoding: 'macintosh',
    letters: '£€éèêëàâäáãåæçñóòôöõøœúùûüíìîïßÉÈÊÀÂÇÑÖÜÄØÅÁÍÓÚÆ’‘“”–—…•°·«»®©™§\u00a0´¿¡',
  },
  {
    encoding: 'windows-1250',
    letters:
      '€ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽľĺŕôäĽöüőűÖÜŐŰçăâîşţĂÂÎŞŢđĐß„”“’–—…•°§»«\u00a0',
  },
  {
    encoding: 'windows-1253',
    letters:
      '€άέήίόύώϊϋαβγδεζηθικλμνξοπρσςτυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ’‘“”–—…•°·§«»\u00a0',
  },
  {
    encoding: 'windows-1251',
    letters:
      '€абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁіІїЇєЄґҐђЂјЈљЉњЊћЋџЏўЎ№’‘“”„–—…•°§«»\u00a0',
  },
] as const;

/** Of letters of Western and Central European texts alike, those that tell the second. */
const CENTRAL = /[ąćęłńśźżčďěňřšťůýžľőűşţăđ]/i;
const BOTH_CASES = /\p{Ll}\p{Lu}/u;

export interface Guess {
  readonly encoding: string;
  /** From 0 to 1: how much of what is not ASCII it makes sense of. */
  readonly sense: number;
}

/**
 * Encodings for bytes that are not UTF-8, the likeliest first. Every code page can decode every
 * file; what tells them apart is whether letters come out that texts use, in places where they do.
 */
export function guessCodePages(bytes: Uint8Array): Guess[] {
  const pieces = piecesAround(bytes);
  return CODE_PAGES.map(({ encoding, letters }) => ({
    encoding,
    sense: senseOf(decodeOr(pieces, encoding), letters),
  })).sort((a, b) => b.sense - a.sense);
}

/** So few bytes beyond ASCII, all in numbers, are hardly how a publisher writes them. */
const FEW = 2;

/**
 * Whether the bytes that are not UTF-8 look like damage more than like a code page: most others are
 * UTF-8, or there are one or two, inside a number. A code page makes a space, a currency or a dash of
 * such a byte, and with that another number.
 */
export function looksDamaged(bytes: Uint8Array): boolean {
  let well = 0;
  let strange = 0;
  let inNumbers = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    const end = sequenceEnd(bytes, at, bytes.length);
    if (end >= 0) {
      well++;
      at = end - 1;
    } else {
      strange++;
      if (isDigit(bytes[at + 1]) || isDigit(bytes[at - 1])) inNumbers++;
    }
  }
  return well > strange || (strange === inNumbers && strange <= FEW);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/** The text, or a text without sense when some bytes are none in this encoding. */
function decodeOr(bytes: Uint8Array, encoding: string): string {
  try {
    return decodeAs(bytes, encoding);
  } catch {
    return '\ufffd';
  }
}

/** The words with bytes beyond ASCII in them; the rest says nothing about the encoding. */
function piecesAround(bytes: Uint8Array): Uint8Array {
  const pieces: number[] = [];
  for (let at = 0; at < bytes.length && pieces.length < 100_000; at++) {
    if (bytes[at]! < 0x80) continue;
    let from = at;
    while (from > 0 && isWordByte(bytes[from - 1]!)) from--;
    while (at < bytes.length && isWordByte(bytes[at]!)) at++;
    pieces.push(...bytes.subarray(from, Math.min(at, from + 200)), 0x20);
  }
  return Uint8Array.from(pieces);
}

function isWordByte(byte: number): boolean {
  const letter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
  return byte >= 0x80 || letter || (byte >= 0x30 && byte <= 0x39);
}

function senseOf(text: string, letters: string): number {
  const known = new Set(letters);
  let total = 0;
  let sense = 0;
  for (const word of text.split(' ')) {
    const beyond = [...word].filter((letter) => letter > '\u007f');
    total += beyond.length;
    // Capitals after small letters are what a wrong code page makes of an accented letter.
    if (BOTH_CASES.test(word.slice(1))) continue;
    if (/[\p{Script=Greek}\p{Script=Cyrillic}]/u.test(word) && /\p{Script=Latin}/u.test(word))
      continue;
    // A letter does not stand before a number; a currency does.
    if (/^[^\p{L}]?\p{L}\d+$/u.test(word)) continue;
    const central = CENTRAL.test(word);
    for (const letter of beyond) {
      if (!known.has(letter)) sense -= 1;
      else sense += central || !/\p{L}/u.test(letter) ? 1 : 0.95;
    }
  }
  return total === 0 ? 0 : Math.max(0, sense / total);
}
