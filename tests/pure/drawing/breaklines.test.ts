import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines, fits } from '../../../src/drawing/text.ts';

const SIZE = 12;
const lines = (text: string, width: number) => breakLines(text, SIZE, false, width);

describe('lines of a paragraph', () => {
  test('break at spaces, tabs and line ends', () => {
    expect(lines('Faster broadband for\trural\nhomes', 110)).toEqual([
      'Faster broadband',
      'for rural homes',
    ]);
    expect(lines(' \t\n', 110)).toEqual([]);
  });

  test('break a word that is wider than the line, and only that', () => {
    const [first, ...rest] = lines(`See https://example.org/${'a'.repeat(60)} there`, 100);
    expect(first).toBe('See');
    expect(rest.join('')).toContain('https://example.org/');
    expect(rest.at(-1)).toMatch(/ there$/);
  });

  test('keep an accent with its letter and a family together', () => {
    for (const line of lines('e\u0301'.repeat(40), 60)) expect(line).toMatch(/^(e\u0301)+$/);
    for (const line of lines('👩‍👩‍👧'.repeat(9), 30)) expect(line).toMatch(/^(👩‍👩‍👧)+$/u);
  });

  test('lose nothing and fit, unless a single character does not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 20, max: 300 }),
        (text, width) => {
          const broken = lines(text, width);
          expect(broken.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const line of broken) {
            expect(line.trim()).not.toBe('');
            if ([...line].length > 1 && !/\p{M}|\u200d/u.test(line)) {
              expect(fits(line, SIZE, false, width)).toBe(true);
            }
          }
        },
      ),
    );
  });
});
