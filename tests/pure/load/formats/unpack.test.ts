import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../../src/load/source.ts';
import { gather } from '../../../../src/load/formats/bytes.ts';
import { gunzipMembers } from '../../../../src/load/formats/members.ts';
import { unpack, unpackAll } from '../../../../src/load/formats/unpack.ts';
import { file, refusalOf, textIn, textOf, zip } from './bytes.ts';

const CSV = 'Funder,Amount\nA,1.50\nB,"2,000"\n';

describe('text', () => {
  test.each([
    ['plain', CSV],
    ['with a byte-order mark', `\ufeff${CSV}`],
    ['with a NUL', 'a,b\n1,\0\n'],
    ['with a header that looks like JSON', '[Amount],[Date]\n1,2\n'],
    ['with a header in JSON brackets', '["Amount"],b\n1,2\n'],
    ['that begins with a bracket of XML', '<5 grants\na,b\n'],
  ])('%s stays as it is', async (_, text) => {
    const source = file('file.csv', text);
    expect(await unpack(source)).toEqual({ kind: 'text', source });
  });

  test('in UTF-16 is no binary file', async () => {
    const source = file('file.csv', new Uint8Array(Buffer.from(`\ufeff${CSV}`, 'utf16le')));
    expect(await unpack(source)).toEqual({ kind: 'text', source });
  });

  test('of 2 GB is not read, only looked at', async () => {
    let read = 0;
    const source: ByteSource = {
      name: 'large.csv',
      size: 2_000_000_000,
      slice: async (from, to) => {
        read += to - from;
        return strToU8('a,b\n'.repeat((to - from) / 4));
      },
    };
    expect(await unpack(source)).toEqual({ kind: 'text', source });
    expect(read).toBeLessThan(10_000);
  });
});

describe('gzip', () => {
  test('gives the text in it, whatever its name', async () => {
    const packed = gzipSync(strToU8(CSV));
    expect(await textIn(file('file.csv.gz', packed))).toBe(CSV);
    expect(await textIn(file('file.csv', packed))).toBe(CSV);
    const unpacked = await unpack(file('Spend.CSV.GZ', packed));
    expect(unpacked).toMatchObject({ kind: 'text', source: { name: 'Spend.CSV' } });
  });

  test('of several members gives all of them, each held to its check sum', async () => {
    const [one, two] = [gzipSync(strToU8(CSV)), gzipSync(strToU8(CSV.repeat(5000)))];
    const both = new Uint8Array([...one, ...two, ...one]);
    const text = async (bytes: Uint8Array) =>
      textOf(await gather('a', gunzipMembers(file('a.gz', bytes))));
    expect(await text(both)).toBe(CSV.repeat(5002));
    expect(await textIn(file('a.gz', both))).toBe(CSV.repeat(5002));
    for (const at of [one.length - 8, one.length + two.length - 7, both.length - 8]) {
      const damaged = Uint8Array.from(both);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await expect(text(damaged)).rejects.toThrow(/damaged/);
    }
    await expect(text(both.subarray(0, -5))).rejects.toThrow(/damaged/);
    await expect(text(both.subarray(0, one.length + 40))).rejects.toThrow(/damaged/);
  });

  test('tells how far it is and stops when asked', async () => {
    const packed = gzipSync(strToU8(CSV.repeat(1000)));
    let last = 0;
    await unpack(file('a.gz', packed), { onprogress: (bytes) => (last = bytes) });
    expect(last).toBe(packed.length);
    const stopped = unpack(file('a.gz', packed), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('zip', () => {
  test('gives its only data file, without what systems add', async () => {
    const files = {
      'spend/': '',
      'spend/may.csv': CSV,
      '__MACOSX/spend/._may.csv': 'x',
      'spend/.DS_Store': 'x',
      'Thumbs.db': 'x',
      'README.txt': 'Notes',
      'logo.png': 'x',
    };
    expect(await textIn(zip('spend.zip', files))).toBe(CSV);
    expect(await unpack(zip('spend.zip', files))).toMatchObject({
      source: { name: 'spend/may.csv' },
    });
  });

  test('offers several', async () => {
    const unpacked = await unpack(zip('a.zip', { 'b/may.csv': CSV, 'june.csv': 'a,b\n' }));
    if (!('kind' in unpacked) || unpacked.kind !== 'several') throw new Error('not several');
    expect(unpacked.sources.map(({ name, size }) => [name, size])).toEqual([
      ['b/may.csv', CSV.length],
      ['june.csv', 4],
    ]);
    expect(await Promise.all(unpacked.sources.map(textOf))).toEqual([CSV, 'a,b\n']);
  });

  test('takes text files when there is nothing better', async () => {
    expect(await textIn(zip('a.zip', { 'figures.txt': CSV, 'b.pdf': 'x' }))).toBe(CSV);
  });

  test('reads what is stored and packed twice', async () => {
    const inner = await zip('b.zip', { 'a.csv': CSV }).slice(0, 1e6);
    expect(await textIn(zip('a.zip', { 'b.zip': inner }))).toBe(CSV);
    expect(await textIn(zip('a.zip', { 'b.csv.gz': gzipSync(strToU8(CSV)) }))).toBe(CSV);
  });

  test('says when there is no data in it', async () => {
    expect(await refusalOf(zip('a.zip', { 'a.pdf': 'x', 'b.png': 'x' }))).toBe(
      'This zip holds no data file, only "a.pdf", "b.png".',
    );
    expect(await refusalOf(zip('a.zip', {}))).toBe('This zip holds no files.');
  });
});

describe('what is not read is named', () => {
  test.each([
    ['', /empty/],
    ['%PDF-1.7\n', /PDF document.*as CSV or XLSX/],
    ['\n\n%PDF-1.7\n', /PDF document/],
    ['\x89PNG\r\n', /picture \(PNG\)/],
    ['\xff\xd8\xff\xe0', /picture \(JPEG\)/],
    ['<!DOCTYPE html><html>', /web page/],
    ['\ufeff  <html lang="en">', /web page/],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', /web page/],
    ['<table><tr><td>1</td></tr></table>', /table of a web page/],
    ['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', /Excel 2003/],
    ['<?xml version="1.0"?><iati-activities version="2.03">', /IATI in XML/],
    ['<?xml version="1.0"?><rss>', /XML file/],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', /old Excel workbook/],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e', /password/],
    ['7z\xbc\xaf\x27\x1c', /7-Zip/],
    ['SQLite format 3\0', /SQLite/],
    ['\x01\x02\x03\x04\x05\x06\x07\x08', /not a text file/],
    ['PAR1....', /Parquet file is cut off/],
  ])('%j', async (start, reason) => {
    expect(await refusalOf(file('figures.csv', bytesOf(start)))).toMatch(reason);
  });

  test('an old document by its name', async () => {
    const bytes = bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
    expect(await refusalOf(file('report.doc', bytes))).toMatch(/Word document/);
  });

  test('documents that are zips', async () => {
    expect(await refusalOf(zip('a.csv', { 'word/document.xml': '' }))).toMatch(/Word document/);
    expect(await refusalOf(zip('a.xlsb', { 'xl/workbook.bin': 'x' }))).toMatch(/xlsb/);
  });
});

describe('files that came together', () => {
  const description = JSON.stringify({
    title: 'Budget',
    resources: [
      {
        path: 'data/budget.csv',
        dialect: { delimiter: ';' },
        schema: {
          fields: [
            { name: 'Betrag', type: 'number', columnType: 'value', decimalChar: ',' },
            { name: 'Jahr', type: 'integer', columnType: 'date:fiscal-year' },
          ],
        },
      },
    ],
    model: {
      measures: { amount: { source: 'Betrag', currency: 'EUR', factor: 1000 } },
      dimensions: {
        year: { dimensionType: 'datetime', attributes: { year: { source: 'Jahr' } } },
      },
    },
  });

  test('a data package opens its file and hands on what it tells of the columns', async () => {
    const budget = file('budget.csv', CSV);
    const others = [file('datapackage.json', description), budget, file('notes.csv', 'x')];
    const unpacked = await unpackAll(others);
    expect(unpacked).toMatchObject({
      kind: 'text',
      source: budget,
      about: {
        title: 'Budget',
        delimiter: ';',
        columns: [
          {
            column: 'Betrag',
            columnType: 'value',
            measure: 'amount',
            currency: 'EUR',
            factor: '1000',
            decimalChar: ',',
          },
          {
            column: 'Jahr',
            columnType: 'date:fiscal-year',
            dimension: 'year',
            dimensionType: 'datetime',
          },
        ],
      },
    });
    expect(
      await unpack(zip('a.zip', { 'x/datapackage.json': description, 'x/data/budget.csv': CSV })),
    ).toMatchObject({
      kind: 'text',
      source: { name: 'x/data/budget.csv' },
      about: { title: 'Budget' },
    });
  });

  test('a data package alone asks for its file', async () => {
    expect(await refusalOf(file('datapackage.json', description))).toBe(
      'This data package describes "data/budget.csv": drop that file together with it.',
    );
  });

  test('others are several', async () => {
    const sources = [file('a.csv', CSV), file('b.csv', CSV)];
    expect(await unpackAll(sources)).toEqual({ kind: 'several', sources });
    expect(await unpackAll([])).toEqual({ refused: 'There is no file.' });
  });
});

function bytesOf(characters: string): Uint8Array {
  return characters.startsWith('\ufeff')
    ? strToU8(characters)
    : Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
