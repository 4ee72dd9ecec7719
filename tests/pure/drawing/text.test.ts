import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOLD, REGULAR, RUNS } from '../../../src/drawing/advances.ts';
import { fits, shorten, textWidth, wrap } from '../../../src/drawing/text.ts';

const SIZE = 12;
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
const anyWidth = fc.double({ min: 0, max: 400, noNaN: true });

describe('the table of widths', () => {
  test('has one width per character, in both weights', () => {
    const characters = RUNS.reduce((sum, [, count]) => sum + count, 0);
    expect(REGULAR).toHaveLength(characters);
    expect(BOLD).toHaveLength(characters);
  });

  // The metrics of Arial as its makers publish them, in thousandths of an em.
  test.each([
    ['0', 556, 556],
    ['£', 556, 556],
    ['i', 222, 278],
    ['W', 944, 944],
    ['m', 833, 889],
    ['–', 556, 556],
    ['é', 556, 556],
    ['ő', 556, 611],
    ['€', 556, 556],
  ])('holds the metrics of Arial: %s', (character, regular, bold) => {
    expect(textWidth(character, 1000)).toBe(regular);
    expect(textWidth(character, 1000, true)).toBe(bold);
  });

  test.each([
    ['a Han character is an em wide', '国', 1000],
    ['so is a character beyond the first plane', '𠮷', 1000],
    ['a Cyrillic letter takes the usual width', 'и', 600],
    ['a combining accent takes none', 'e\u0301', 556],
    ['nor does a soft hyphen', 'a\u00adb', 1112],
  ])('%s', (_, text, width) => {
    expect(textWidth(text, 1000)).toBe(width);
  });
});

describe('textWidth', () => {
  test('grows with size and adds up', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(textWidth(a + b, SIZE)).toBeCloseTo(textWidth(a, SIZE) + textWidth(b, SIZE), 6);
        expect(textWidth(a, 2 * SIZE)).toBeCloseTo(2 * textWidth(a, SIZE), 6);
      }),
    );
  });

  test('fits leaves 4 % of room', () => {
    const width = textWidth('Health and care', SIZE);
    expect(fits('Health and care', SIZE, false, width * 1.041)).toBe(true);
    expect(fits('Health and care', SIZE, false, width * 1.039)).toBe(false);
  });
});

describe('shorten', () => {
  const text = 'National Cyber Security Strategy';
  const shortenTo = (width: number) => shorten(text, SIZE, false, width);

  test('leaves alone what fits', () => {
    expect(shortenTo(500)).toBe(text);
  });

  test('cuts at a word where that is cheap, else at a character, else gives up', () => {
    expect(shortenTo(150)).toBe('National Cyber Security…');
    expect(shortenTo(75)).toBe('National…');
    expect(shortenTo(100)).toBe('National Cyber…');
    expect(shortenTo(84)).toBe('National Cyb…');
    expect(shortenTo(30)).toBe('Na…');
    expect(shortenTo(26)).toBe('');
  });

  test('leaves no comma, space or dash before the ellipsis', () => {
    expect(shorten('Roads, railways and ports', SIZE, false, 60)).toBe('Roads…');
  });

  test('keeps an accent with its letter', () => {
    const accented = 'e\u0301'.repeat(20);
    expect(shorten(accented, SIZE, false, 60)).toMatch(/^(e\u0301)+…$/);
  });

  test('is the text, or a beginning of it with an ellipsis, and fits', () => {
    fc.assert(
      fc.property(anyText, anyWidth, fc.boolean(), (any, width, bold) => {
        const short = shorten(any, SIZE, bold, width);
        if (short === '') return;
        expect(fits(short, SIZE, bold, width)).toBe(true);
        if (short !== any) expect(any.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('wrap', () => {
  const text = 'Faster broadband for rural homes';

  test('breaks at spaces', () => {
    expect(wrap(text, SIZE, false, 500, 3)).toEqual([text]);
    expect(wrap(text, SIZE, false, 110, 3)).toEqual(['Faster broadband', 'for rural homes']);
  });

  test('is null when a word or the number of lines is too much', () => {
    expect(wrap(text, SIZE, false, 40, 9)).toBeNull();
    expect(wrap(text, SIZE, false, 110, 1)).toBeNull();
  });

  test('loses no word, and every line fits', () => {
    const words = fc.array(fc.constantFrom('a', 'road', 'programme', 'of', 'research'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, anyWidth, fc.integer({ min: 1, max: 4 }), (list, width, most) => {
        const lines = wrap(list.join(' '), SIZE, true, width, most);
        if (lines === null) return;
        expect(lines.join(' ')).toBe(list.join(' '));
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(fits(line, SIZE, true, width)).toBe(true);
      }),
    );
  });
});
