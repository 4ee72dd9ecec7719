import { zlibSync } from 'fflate';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsIn, withChunks } from '../../../src/carry/png.ts';
import { dotPng, pngChunk } from './files.ts';

const NOTHING = { texts: new Map<string, string>(), pixelsPerMetre: null };

describe('the words in a PNG', () => {
  test('come back whatever letters they have', () => {
    const keyword = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', 'é'),
      minLength: 1,
      maxLength: 79,
    });
    const text = fc.string({ unit: 'grapheme' }).filter((words) => !words.includes('\0'));
    fc.assert(
      fc.property(fc.dictionary(keyword, text), (words) => {
        const texts = new Map(Object.entries(words));
        expect(textsIn(withChunks(dotPng(), { texts, pixelsPerMetre: 11811 }))).toEqual(texts);
      }),
    );
  });

  test('take the place of what was said before, and leave the rest', () => {
    const old = new Map([
      ['Title', 'Old'],
      ['Author', 'Mill Trust'],
    ]);
    const first = withChunks(dotPng(), { texts: old, pixelsPerMetre: 1000 });
    const second = withChunks(first, { texts: new Map([['Title', 'New']]), pixelsPerMetre: null });
    expect(textsIn(second)).toEqual(
      new Map([
        ['Title', 'New'],
        ['Author', 'Mill Trust'],
      ]),
    );
    expect(Buffer.from(second).toString('latin1').split('pHYs')).toHaveLength(2);
    expect(withChunks(dotPng(), NOTHING)).toEqual(dotPng());
  });

  test('stand before the picture, with the size on paper', () => {
    const png = withChunks(dotPng(), {
      texts: new Map([['tranche', '1.x']]),
      pixelsPerMetre: 11811,
    });
    const text = Buffer.from(png).toString('latin1');
    expect(text.indexOf('pHYs')).toBeLessThan(text.indexOf('IDAT'));
    expect(text.slice(text.indexOf('pHYs') + 4)).toMatch(/^\0\0\x2e\x23\0\0\x2e\x23\x01/);
  });

  test('are read from a packed chunk too, as a resize writes it', () => {
    const packed = zlibSync(new TextEncoder().encode('1.abc'));
    const data = Buffer.concat([Buffer.from('tranche\0\0'), packed]);
    expect(textsIn(dotPng(pngChunk('zTXt', data)))).toEqual(new Map([['tranche', '1.abc']]));
    const bomb = Buffer.concat([Buffer.from('tranche\0\0'), zlibSync(new Uint8Array(20_000_000))]);
    expect(textsIn(dotPng(pngChunk('zTXt', bomb)))).toEqual(new Map());
  });

  test('are those up to where the file is cut off', () => {
    const png = withChunks(dotPng(), { texts: new Map([['a', 'b']]), pixelsPerMetre: null });
    for (let end = 0; end < png.length; end++) textsIn(png.subarray(0, end));
    expect(textsIn(png.subarray(0, png.length - 20))).toEqual(new Map([['a', 'b']]));
    expect(() => withChunks(png.subarray(0, 40), NOTHING)).toThrow('damaged');
    expect(() => withChunks(readFileSync('package.json'), NOTHING)).toThrow('not a PNG');
  });
});
