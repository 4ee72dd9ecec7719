import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { feedBytes, WrongEncoding } from '../../../../src/load/scan/bytefeed.ts';
import { Coding } from '../../../../src/load/scan/encoding.ts';
import { SPARE, type ByteRecord } from '../../../../src/load/scan/byterecord.ts';
import { hashOf, secondHashOf } from '../../../../src/load/scan/hash.ts';
import { OddQuotes, Structure } from '../../../../src/load/scan/structure.ts';
import type { ByteSource } from '../../../../src/load/source.ts';
import { bytesFed, encode, sourceOf, streamedSource, textFed } from './feeding.ts';

/** What PapaParse makes of the whole text at once, with one kind of line end. */
function whole(text: string, delimiter = ',') {
  const lines = text.replace(/\r\n?/g, '\n');
  if (lines === '') return { records: [], misquoted: new Set<number>() };
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n' });
  if (lines.endsWith('\n') && data.at(-1)?.length === 1 && data.at(-1)?.[0] === '') data.pop();
  return {
    records: data,
    misquoted: new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? -1)),
  };
}

const PIECES = [1, 2, 3, 7, 1 << 20];

const CELLS = [
  '',
  ' ',
  'a',
  '1,000',
  'two\nlines',
  'x\r\ny',
  'say ""so""',
  '£5',
  '日本',
  '\ufeff',
  '\0',
  '😀',
  "O'Neil",
  '__proto__',
];
const piece = fc.constantFrom(
  'a',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  ';',
  'é',
  '€',
  '\u00a0',
  '\0',
);
const NEWLINES = ['\n', '\r\n', '\r'];

const wellFormed = fc
  .array(
    fc.tuple(
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...CELLS), fc.string({ unit: 'binary', maxLength: 8 })),
          fc.boolean(),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.constantFrom(...NEWLINES),
    ),
    { maxLength: 12 },
  )
  .chain((records) =>
    fc.tuple(fc.constant(records), fc.constantFrom(',', ';', '\t', '|'), fc.boolean()),
  )
  .map(([records, delimiter, ended]) => {
    const cellOf = ([text, quoted]: [string, boolean]) => {
      const clean = /\p{Surrogate}/u.test(text) ? '?' : text;
      return quoted || /["\r\n]|^\s*"/.test(clean) || clean.includes(delimiter)
        ? `"${clean.replace(/""/g, '"').replace(/"/g, '""')}"`
        : clean;
    };
    const text = records
      .map(([cells, newline]) => cells.map(cellOf).join(delimiter) + newline)
      .join('');
    // A byte-order mark is not the feeds' to read: a plan says where records begin.
    const unmarked = text.replace(/^\ufeff+/, '');
    return { text: ended ? unmarked : unmarked.replace(/[\r\n]+$/, ''), delimiter };
  });

describe('both feeds', () => {
  it('give the records that PapaParse gives, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        wellFormed,
        fc.constantFrom(...PIECES),
        async ({ text, delimiter }, size) => {
          const expected = whole(text, delimiter).records;
          const options = { delimiter, piece: size };
          expect((await bytesFed(encode(text), options)).records).toEqual(expected);
          for (const streamed of [1, 5, 1000]) {
            const fed = await bytesFed(encode(text), { ...options, streamed });
            expect(fed.records).toEqual(expected);
          }
          expect((await textFed(encode(text), options)).map(({ cells }) => cells)).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agree on any text at all, or the byte feed hands it over', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(...PIECES),
        async (parts, size) => {
          const text = parts.join('');
          const { records, misquoted } = whole(text);
          const fed = await textFed(encode(text), { piece: size });
          expect(fed.map(({ cells }) => cells)).toEqual(records);
          expect(fed.flatMap((record, row) => (record.misquoted ? [row] : []))).toEqual(
            [...misquoted].sort((a, b) => a - b),
          );
          try {
            expect((await bytesFed(encode(text), { piece: size })).records).toEqual(records);
          } catch (error) {
            expect(error).toBeInstanceOf(OddQuotes);
            expect(text).toContain('"');
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('give a file of one byte a character the same way', async () => {
    const bytes = Uint8Array.from('Name,Amount\n"Caf\xe9, \x93q\x94",\xa35\n', (c) =>
      c.charCodeAt(0),
    );
    const expected = [
      ['Name', 'Amount'],
      ['Café, “q”', '£5'],
    ];
    const options = { encoding: 'windows-1252' };
    expect((await bytesFed(bytes, options)).records).toEqual(expected);
    expect((await textFed(bytes, options)).map(({ cells }) => cells)).toEqual(expected);
  });
});

describe('the byte feed', () => {
  it('says where each record starts', async () => {
    const text = 'a,b\r\n"é\n2",c\n\n"x",y';
    const { offsets } = await bytesFed(encode(text), { piece: 3 });
    expect(offsets).toEqual([0, 5, 14, 15]);
  });

  it('hashes a cell as what it holds, however it is quoted and padded', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async ({ text, delimiter }) => {
        const coding = new Coding('utf-8');
        await feedBytes(
          sourceOf(encode(text)),
          { from: 0, delimiter, coding },
          {
            take({ view, trimmed, firsts, seconds, cells }) {
              for (let cell = 0; cell < cells; cell++) {
                const [from, to] = [trimmed[2 * cell]!, trimmed[2 * cell + 1]!];
                expect(firsts[cell]).toBe(hashOf(view, from, to));
                expect(seconds[cell]).toBe(secondHashOf(view, from, to));
              }
            },
          },
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each(['"a"b,c\n', 'a,"b', '"a" ,b\n', '"'])('hands over %j', async (text) => {
    await expect(bytesFed(encode(text))).rejects.toThrow(OddQuotes);
  });

  it('finds bytes that are not UTF-8, however late', async () => {
    const bytes = encode('name,amount\n'.padEnd(100_000, 'Ada,36\n'));
    bytes[bytes.length - 3] = 0xe9;
    await expect(bytesFed(bytes, { piece: 1000 })).rejects.toThrow(WrongEncoding);
    await expect(textFed(bytes, { piece: 1000 })).rejects.toThrow(WrongEncoding);
  });

  it('knows UTF-8 as the platform knows it', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const lead = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
      0x9f,
      0xa0,
      0x8f,
      0x90,
    );
    // As a cell of its own, in quotes, among other cells, beside a doubled mark and a control character.
    const shape = fc.constantFrom(
      ['', 'x'],
      ['ab,', ',c'],
      ['"', '",de'],
      ['"""', '""f"'],
      ['\t', '\t'],
    );
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 9 }), shape, (list, around) => {
        const bytes = Uint8Array.from(list);
        let valid = true;
        try {
          strict.decode(bytes);
        } catch {
          valid = false;
        }
        const [before, after] = around.map(encode) as [Uint8Array, Uint8Array];
        const record = new Uint8Array(before.length + bytes.length + after.length + SPARE);
        record.set(before);
        record.set(bytes, before.length);
        record.set(after, before.length + bytes.length);
        const found: boolean[] = [];
        const take = ({ isUtf8, isAscii }: ByteRecord) => {
          found.push(isUtf8);
          expect(isAscii).toBe(list.every((byte) => byte < 0x80));
        };
        new Structure(',').split(record, 0, record.length - SPARE, true, take);
        expect(found).toEqual([valid]);
      }),
      { numRuns: 5000 },
    );
  });

  it('says so when there are fewer bytes than there were', async () => {
    const source = { ...sourceOf(encode('a,b\n1,2\n')), size: 100 };
    const fed = (from: ByteSource) =>
      feedBytes(from, { from: 0, delimiter: ',', coding: new Coding('utf-8') }, { take() {} });
    await expect(fed(source)).rejects.toThrow('shorter');
    const streamed = { ...streamedSource(encode('a,b\n1,2\n'), 3), size: 100 };
    await expect(fed(streamed)).rejects.toThrow('shorter');
  });

  it('takes ten thousand columns and a cell of ten million letters', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',');
    expect((await bytesFed(encode(`${wide}\n${wide}\n`))).records[1]).toHaveLength(10_000);
    const long = 'x'.repeat(10_000_000);
    const { records } = await bytesFed(encode(`a,b\n1,"${long}"\n2,c\n`));
    expect(records[1]?.[1]).toHaveLength(10_000_000);
    expect(records[2]).toEqual(['2', 'c']);
  });
});
