import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carriedOf,
  figureOfCarried,
  type Carried,
  type CarriedSource,
} from '../../../src/carry/carried.ts';
import { decodeCarried, encodeCarried, PAYLOAD } from '../../../src/carry/payload.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { Crc32 } from '../../../src/load/formats/crc32.ts';
import { WORDS_FROM_DATA } from '../../../src/model/figure.ts';
import { firstView } from '../../../src/model/view.ts';
import { strategy } from '../data/strategy.ts';
import { anyFigure, anyFiles, anyOptions } from './anycarried.ts';

const { card } = new LocalEngine(strategy());
const builtIn: CarriedSource = { card, reading: null, files: [] };
const plain = plainCarried();

function plainCarried(): Carried {
  const view = firstView(card);
  const size = { width: 160, height: 100, type: 1 };
  const words = WORDS_FROM_DATA;
  const spec = { view, chart: 'sankey', size, theme: 'print', words, carries: 'settings' } as const;
  const carried = carriedOf(spec, builtIn);
  if (!carried) throw new Error('it carries nothing');
  return carried;
}

describe('what a picture carries', () => {
  test('comes back as it was, with every byte of its files', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFigure(card), anyOptions, anyFiles, (spec, options, files) => {
        const carried = carriedOf(spec, { ...builtIn, files });
        expect(carried === null).toBe(spec.carries === 'picture');
        if (!carried) return;
        const told = { ...carried, options };
        const payload = encodeCarried(told);
        expect(payload).toMatch(new RegExp(`^${PAYLOAD.source}$`));
        expect(decodeCarried(payload)).toEqual(told);
        expect(figureOfCarried(told, card)).toEqual({ spec, ignored: [] });
        expect(told.files).toEqual(spec.carries === 'data' ? files : []);
      }),
      { numRuns: 200 },
    );
  });

  test('is short where it holds no data', () => {
    expect(encodeCarried(plain).length).toBeLessThan(500);
  });

  test('is not written where there is too much of it', () => {
    const files = [{ name: 'large.csv', bytes: new Uint8Array(9_000_000) }];
    expect(() => encodeCarried({ ...plain, files })).toThrow('it may have 8 MB and has 9 MB');
    const noise = new Uint8Array(7_900_000);
    let state = 1;
    for (let at = 0; at < noise.length; at++) {
      state = (state * 48271) % 0x7fffffff;
      noise[at] = state;
    }
    const incompressible = [{ name: 'noise.bin', bytes: noise }];
    expect(() => encodeCarried({ ...plain, files: incompressible })).toThrow('though it is packed');
  });
});

/** A payload around any bytes, its check sum right. */
function payloadOf(bytes: Uint8Array, version = '1'): string {
  const packed = deflateSync(bytes, { level: 9 });
  const crc = new Crc32();
  crc.add(packed);
  const base64 = Buffer.from(packed).toString('base64url');
  return `${version}.${base64}.${crc.value.toString(16).padStart(8, '0')}`;
}

function settingsOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value)}\0`);
}

const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);

describe('a hostile payload', () => {
  const payload = encodeCarried(plain);

  test.each([
    ['cut off', payload.slice(0, -20)],
    ['cut off in its check sum', payload.slice(0, -1)],
    ['empty', ''],
    ['of dots', '1..'],
    ['no base64', '1.A.00000000'],
    ['longer than any', `1.${'A'.repeat(9_000_000)}.00000000`],
    ['without its NUL', payloadOf(new TextEncoder().encode(JSON.stringify(plain)))],
    [
      'with bytes after its files',
      payloadOf(new TextEncoder().encode(`${JSON.stringify(plain)}\0x`)),
    ],
    [
      'with a file that is not there',
      payloadOf(settingsOf({ ...plain, files: [{ name: 'a', size: 5 }] })),
    ],
  ])('%s is damaged', (_, text) => {
    expect(decodeCarried(text)).toEqual({ refused: expect.stringContaining('is damaged') });
  });

  test('is told by any one bit that is flipped', () => {
    for (let at = 0; at < payload.length; at++) {
      for (let bit = 0; bit < 7; bit++) {
        const flipped = String.fromCharCode(payload.charCodeAt(at) ^ (1 << bit));
        const text = payload.slice(0, at) + flipped + payload.slice(at + 1);
        expect(decodeCarried(text), `bit ${bit} of ${at}`).toHaveProperty('refused');
      }
    }
  });

  test('that inflates without end is stopped long before it has', { timeout: 60_000 }, () => {
    // Deflate packs a thousand to one at most: more zeros would only be more of the same.
    const bomb = payloadOf(new Uint8Array(20_000_000));
    expect(decodeCarried(bomb)).toEqual({
      refused: expect.stringContaining('unpacks to more than any picture holds'),
    });
  });

  test.each([
    ['of lists', '['.repeat(100_000)],
    ['of objects', '{"a":'.repeat(50_000)],
    ['of lists that are closed', DEEP],
    ['beside good settings', JSON.stringify(plain).replace('{', `{"more":${DEEP},`)],
  ])('a hundred thousand deep %s is not followed down', (_, json) => {
    const read = decodeCarried(payloadOf(new TextEncoder().encode(`${json}\0`)));
    expect(read).toEqual({ refused: expect.stringContaining('was not written by Tranche') });
  });

  test('of a version to come says so', () => {
    const text = payloadOf(settingsOf(plain), '2');
    expect(decodeCarried(text)).toEqual({
      refused: expect.stringContaining('another version (2)'),
    });
  });

  test.each([
    ['chart', { ...plain, chart: 'sankey"><script>' }],
    [
      'figure.words.title',
      { ...plain, figure: { ...plain.figure, words: { ...WORDS_FROM_DATA, title: 5 } } },
    ],
    ['data.id', { ...plain, data: { ...plain.data, id: {} } }],
    ['options.delimiter', { ...plain, options: { delimiter: '!' } }],
    ['files.0.size', { ...plain, files: [{ name: 'a', size: -1 }] }],
    ['version', { ...plain, version: '1' }],
  ])('whose %s is of another type says which', (where, value) => {
    expect(decodeCarried(payloadOf(settingsOf(value)))).toEqual({
      refused: `What this picture carries was not written by Tranche: its ${where} cannot be read.`,
    });
  });

  test('gives nothing but what is known by name', () => {
    const json = JSON.stringify(plain).replace('{', '{"__proto__":{"files":7},"more":true,');
    expect(decodeCarried(payloadOf(new TextEncoder().encode(`${json}\0`)))).toEqual(plain);
  });
});
