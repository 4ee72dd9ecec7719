import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOfDigits, digitsOf, textOfPart } from '../../../src/export/part.ts';

describe('a part of a page', () => {
  test('has five digits for four bytes, and gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const digits = digitsOf(bytes);
        expect(digits.length).toBe(Math.ceil((bytes.length * 5) / 4));
        expect(bytesOfDigits(digits)).toEqual(bytes);
      }),
    );
    const most = new Uint8Array(400).fill(255);
    expect(bytesOfDigits(digitsOf(most))).toEqual(most);
  });

  test('has no character that could end a block or stand for another one in it', () => {
    const everyDigit = Uint8Array.from({ length: 4 * 85 }, (_, at) =>
      at % 4 === 3 ? Math.floor(at / 4) : 0,
    );
    const digits = digitsOf(everyDigit);
    expect(new Set(digits).size).toBe(85);
    expect(digits).toMatch(/^[!-~]+$/);
    expect(digits).not.toMatch(/[<&"']/);
  });

  test('gives back its text, and rejects when it is cut or changed', async () => {
    const part = digitsOf(gzipSync('const a = "£";'));
    expect(await textOfPart(part)).toBe('const a = "£";');
    await expect(textOfPart(part.slice(0, -6))).rejects.toThrow(/damaged/);
    await expect(textOfPart(`${part.slice(0, 20)})))))${part.slice(25)}`)).rejects.toThrow(
      /damaged/,
    );
  });
});
