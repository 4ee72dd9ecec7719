/**
 * Writes `src/drawing/advances.ts`: how wide each character of the chart face is, read from the
 * bundled font files. Run it again when the font package changes: `node scripts/advances.js`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import { format, resolveConfig } from 'prettier';

const target = new URL('../src/drawing/advances.ts', import.meta.url);
const fontFolder = createRequire(import.meta.url).resolve('@fontsource/arimo/package.json');

/** Latin-1, Latin Extended-A, general punctuation, currency signs, arrows and minus; no soft hyphen. */
const BLOCKS = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x2010, 0x205e],
  [0x20a0, 0x20c0],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];

/** The fonts of one weight, the first that has a character giving its width. */
function fontsOf(weight) {
  return ['latin', 'latin-ext'].map((subset) => {
    const path = new URL(`files/arimo-${subset}-${weight}-normal.woff`, `file://${fontFolder}`);
    const bytes = readFileSync(path);
    return opentype.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
  });
}

/** Thousandths of an em, or undefined where the face does not have the character. */
function advanceOf(fonts, code) {
  for (const font of fonts) {
    const glyph = font.charToGlyphIndex(String.fromCodePoint(code));
    if (glyph > 0)
      return Math.round((1000 * font.glyphs.get(glyph).advanceWidth) / font.unitsPerEm);
  }
  return undefined;
}

const regularFonts = fontsOf(400);
const boldFonts = fontsOf(700);
const runs = [];
const regular = [];
const bold = [];
for (const [first, last] of BLOCKS) {
  for (let code = first; code <= last; code++) {
    const width = advanceOf(regularFonts, code);
    const boldWidth = advanceOf(boldFonts, code);
    if (width === undefined || boldWidth === undefined) continue;
    const run = runs.at(-1);
    if (run && run[0] + run[1] === code) run[1]++;
    else runs.push([code, 1]);
    regular.push(width);
    bold.push(boldWidth);
  }
}

const source = `/**
 * Widths of the characters of Arimo, in thousandths of an em: the metrics of Arial, Liberation Sans
 * and Helvetica too. Written by \`scripts/advances.js\` from the bundled font; not edited by hand.
 */

/** Stretches of code points: the first, and how many follow one another. */
export const RUNS: readonly (readonly [first: number, count: number])[] = ${JSON.stringify(runs)};

/** One width per code point of the runs, in their order. */
export const REGULAR: readonly number[] = ${JSON.stringify(regular)};

export const BOLD: readonly number[] = ${JSON.stringify(bold)};
`;
const path = target.pathname;
writeFileSync(target, await format(source, { ...(await resolveConfig(path)), filepath: path }));
console.log(`${regular.length} characters in ${runs.length} runs`);
