import { BOLD, REGULAR, RUNS } from './advances.ts';

/**
 * How wide a text is, known without a page: the same numbers in Node and in every browser, so that
 * the same data gives the same picture. Sizes and widths are CSS pixels.
 */

/** Room that must be left over, because a face of the same metrics still differs by up to 4 %. */
const MARGIN = 1.04;

const ELLIPSIS = '…';

/** Widths of characters that the face does not have, in thousandths of an em; the first that matches. */
const STAND_INS: readonly (readonly [pattern: RegExp, width: number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/[\u2190-\u21ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]/u, 1000],
  [/[\u{1f000}-\u{3fffd}]/u, 1000],
];
const USUAL_WIDTH = 600;

const regular = new Map<number, number>();
const bolds = new Map<number, number>();
for (const [first, count] of RUNS) {
  for (let code = first; code < first + count; code++) {
    const place = regular.size;
    regular.set(code, REGULAR[place] ?? USUAL_WIDTH);
    bolds.set(code, BOLD[place] ?? USUAL_WIDTH);
  }
}

/** Thousandths of an em: whole numbers, so that a sum does not depend on how a text was cut. */
function advances(text: string, bold: boolean): number {
  const widths = bold ? bolds : regular;
  let sum = 0;
  for (const character of text) sum += advance(character, widths);
  return sum;
}

/** What the face lacks is looked up once and kept. */
function advance(character: string, widths: Map<number, number>): number {
  const code = character.codePointAt(0) ?? 0;
  let width = widths.get(code);
  if (width === undefined) {
    width = STAND_INS.find(([pattern]) => pattern.test(character))?.[1] ?? USUAL_WIDTH;
    widths.set(code, width);
  }
  return width;
}

/**
 * The width of `text` set in Arimo at `size` px, in px. It adds the widths of the characters and
 * knows no kerning, which draws ordinary text together by up to 1.5 % and capitals by up to 5 %. To
 * ask whether a text has room, use `fits`, which leaves a margin for stand-in faces.
 */
export function textWidth(text: string, size: number, bold = false): number {
  return (advances(text, bold) * size) / 1000;
}

/** True when `text` is sure to stand within `width` px, whatever face of these metrics sets it. */
export function fits(text: string, size: number, bold: boolean, width: number): boolean {
  return textWidth(text, size, bold) * MARGIN <= width;
}

/**
 * `text` if it fits in `width` px, else as much of its beginning as fits with an ellipsis: whole
 * words where that costs less than a third of what fits, else characters. Empty when fewer than
 * two characters would be left.
 */
export function shorten(text: string, size: number, bold: boolean, width: number): string {
  if (fits(text, size, bold, width)) return text;
  const characters = wholeCharacters(text);
  let kept = 0;
  let taken = advances(ELLIPSIS, bold);
  for (const character of characters) {
    taken += advances(character, bold);
    if (((taken * size) / 1000) * MARGIN > width) break;
    kept++;
  }
  const words = characters.lastIndexOf(' ', kept);
  if (words > (kept * 2) / 3) kept = words;
  const beginning = characters
    .slice(0, kept)
    .join('')
    .replace(/[\s,;:.–-]+$/u, '');
  return wholeCharacters(beginning).length < 2 ? '' : beginning + ELLIPSIS;
}

/**
 * `text` broken at spaces into at most `maxLines` lines that each fit in `width` px, or null when
 * it cannot be: a word is too long, or there are too many lines.
 */
export function wrap(
  text: string,
  size: number,
  bold: boolean,
  width: number,
  maxLines: number,
): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, size, bold, width)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    if (!fits(word, size, bold, width)) return null;
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines.length > maxLines ? null : lines;
}

/**
 * `text` broken at spaces, tabs and line ends into as many lines as it takes, each at most `width` px
 * wide; a word that is wider than that, such as an address, is broken between characters.
 */
export function breakLines(text: string, size: number, bold: boolean, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n\r]+/).filter((part) => part.trim() !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, size, bold, width)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of wholeCharacters(word)) {
      if (line !== '' && !fits(line + character, size, bold, width)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The characters of a text as a reader counts them: accents and joiners stay with their letter. */
function wholeCharacters(text: string): string[] {
  return text.match(/.(?:(?!\u200d)[\p{Mn}\p{Me}\p{Cf}]|\u200d.)*/gsu) ?? [];
}
