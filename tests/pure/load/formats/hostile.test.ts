import { gzipSync, strToU8, zipSync } from 'fflate';
import { createGzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ENTRIES } from '../../../../src/load/formats/caps.ts';
import { unpack } from '../../../../src/load/formats/unpack.ts';
import { feedsIn, file, recordsIn, recordsOf, refusalOf, textIn, zip } from './bytes.ts';

const CSV = 'Funder,Amount\nA,1.50\n';

/** So many bytes of nothing, packed. */
async function packedNothing(size: number): Promise<Uint8Array> {
  const gzip = createGzip({ level: 9 });
  const piece = Buffer.alloc(1 << 20);
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  for (let at = 0; at < size; at += piece.length) {
    if (!gzip.write(piece)) await new Promise((resume) => gzip.once('drain', resume));
  }
  await new Promise((done) => gzip.end(done));
  return Buffer.concat(parts);
}

/** The peak of what this process holds while something is done, above what it held before, in MB. */
async function peakOf(doing: () => Promise<unknown>): Promise<number> {
  const held = () => process.memoryUsage().rss / 1e6;
  const before = held();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 10);
  await doing();
  clearInterval(watch);
  return Math.max(peak, held()) - before;
}

describe('a bomb', () => {
  test('in gzip is refused long before it has gone off', async () => {
    // Half a megabyte that would become half a gigabyte.
    const bomb = file('spend.csv.gz', await packedNothing(500e6));
    let reason = '';
    const peak = await peakOf(async () => (reason = await refusalOf(bomb)));
    expect(reason).toMatch(/"spend.csv.gz" unpacks to more than 100 times its size/);
    expect(peak).toBeLessThan(400);
  }, 60_000);

  test('in a zip, flat or nested, is refused as well', async () => {
    const nothing = new Uint8Array(80e6);
    const flat = zipSync({ 'a.csv': nothing }, { level: 9 });
    expect(await refusalOf(file('a.zip', flat))).toMatch(/more than 100 times its size/);
    expect(await refusalOf(zip('b.zip', { 'a.zip': flat }))).toMatch(/more than 100 times/);
  }, 60_000);

  test('of zips in zips in zips is not followed to its end', async () => {
    let inner = zipSync({ 'a.csv': strToU8(CSV) });
    for (let depth = 0; depth < 5; depth++) inner = zipSync({ 'a.zip': inner });
    expect(await refusalOf(file('a.zip', inner))).toMatch(/packed too many times/);
  });

  test('of many files is refused by its directory', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index <= MOST_ENTRIES; index++) files[`${index}.csv`] = '';
    expect(await refusalOf(zip('a.zip', files))).toMatch(/holds 10001 files/);
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])(
    'of entities in %s is refused where they are declared',
    async (path) => {
      const laughs = Array.from(
        { length: 9 },
        (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
      );
      const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs.join('')}]><x><v>&l9;</v></x>`;
      expect(await refusalOf(workbook({ [path]: bomb }))).toMatch(/declares a document type/);
    },
  );

  test('of blank rows claimed by a sheet gives nothing', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>';
    const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`;
    expect(await recordsIn(workbook({ 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['1']]);
  });

  test('of rows and columns beyond any sheet is refused', async () => {
    for (const cell of [
      '<row r="1048577"><c><v>1</v></c></row>',
      '<row><c r="XFE1"><v>1</v></c></row>',
      '<row r="2"/><row r="x"/>',
    ]) {
      const sheet = `<worksheet>${cell}</worksheet>`;
      expect(await refusalOf(workbook({ 'xl/worksheets/sheet1.xml': sheet }))).toMatch(
        /rows|columns/,
      );
    }
  });
});

describe('a zip that lies', () => {
  const honest = zipSync({ 'a.csv': strToU8(CSV.repeat(50)) });
  const directory = honest.findLastIndex((_, at) => sign(honest, at) === 0x02014b50);

  test.each([
    ['a smaller size', 24, 10],
    ['a larger size', 24, 100_000],
    ['another check sum', 16, 12345],
  ])('about %s is found out', async (_, field, value) => {
    expect(await refusalOf(file('a.zip', changed(honest, directory + field, value)))).toMatch(
      /not what the zip says/,
    );
  });

  test.each([
    ['where an entry begins', 42, 999_999],
    ['how long it is', 20, 999_999],
  ])('about %s is damaged', async (_, field, value) => {
    expect(await refusalOf(file('a.zip', changed(honest, directory + field, value)))).toMatch(
      /damaged/,
    );
  });

  test('about a password is asked to be unpacked', async () => {
    const flags = changed(honest, directory + 8, 1);
    expect(await refusalOf(file('a.zip', flags))).toMatch(/protected by a password/);
  });

  test('about where its files belong leads nowhere', async () => {
    const away = { '../../../etc/passwd.csv': CSV, 'C:\\Windows\\b.csv': CSV, '/root.csv': CSV };
    const unpacked = await unpack(zip('a.zip', away));
    if (!('kind' in unpacked) || unpacked.kind !== 'several') throw new Error('not several');
    expect(unpacked.sources.map(({ name }) => name).sort()).toEqual([
      'Windows/b.csv',
      'etc/passwd.csv',
      'root.csv',
    ]);
  });
});

describe('a file cut off or damaged anywhere', () => {
  const long = Array.from({ length: 500 }, (_, row) => `A${row},${(row * 7919) % 1000}\n`).join('');
  const files: [name: string, bytes: Uint8Array][] = [
    ['a.csv.gz', gzipSync(strToU8(long))],
    ['a.zip', zipSync({ 'a.csv': strToU8(long) })],
    ['a.xlsx', workbookBytes({})],
  ];

  test.each(files)('%s cut off is refused', async (name, bytes) => {
    for (let size = 4; size < bytes.length; size += Math.ceil(bytes.length / 40)) {
      const reason = await refusalOf(file(name, bytes.subarray(0, size)));
      expect(reason).toMatch(/damaged|Download it again/);
    }
  });

  test.each(files)(
    '%s with wrong bytes is refused or gives the same, never something else',
    async (name, bytes) => {
      const right = await contentOf(name, bytes);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.integer({ min: 1, max: 255 }),
          async (at, bits) => {
            const damaged = Uint8Array.from(bytes);
            damaged[at] = (damaged[at] ?? 0) ^ bits;
            const found = await contentOf(name, damaged);
            if (found !== undefined && at > 3) expect(found).toBe(right);
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

describe('what is large but honest', () => {
  const cell = 'x'.repeat(10e6);

  test('a cell of 10 MB', async () => {
    expect(await recordsIn(file('a.json', `[{"a":"${cell}"}]`))).toEqual([['a'], [cell]]);
    const sheet = `<worksheet><row><c t="inlineStr"><is><t>${cell}&amp;</t></is></c></row></worksheet>`;
    const source = workbook({ 'xl/worksheets/sheet1.xml': sheet });
    // Packed so well that the cap would speak if it were not small.
    expect(await recordsIn(source)).toEqual([[`${cell}&`]]);
    expect(await textIn(file('a.gz', gzipSync(strToU8(`a\n${cell}\n`))))).toBe(`a\n${cell}\n`);
  });

  test('10,000 columns', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `c${index}`);
    const record = JSON.stringify([Object.fromEntries(names.map((name) => [name, name]))]);
    expect(await recordsIn(file('a.json', record))).toEqual([names, names]);
  });

  test('more columns than any table has are refused', async () => {
    const record = `[{${Array.from({ length: 20_001 }, (_, index) => `"c${index}":1`).join()}}]`;
    expect(await refusalOf(file('a.json', record))).toMatch(/20000 different fields/);
  });

  test('100,000 records, stopped half-way', async () => {
    const text = `[${Array.from({ length: 100_000 }, (_, index) => `{"a":${index}}`).join()}]`;
    const [feed] = feedsIn(await unpack(file('a.json', text)));
    expect((await recordsOf(feed!)).at(-1)).toEqual(['99999']);
    const stop = new AbortController();
    let taken = 0;
    const reading = feed!.read((records) => {
      taken += records.length;
      if (taken >= 30_000) stop.abort();
    }, stop.signal);
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(taken).toBeLessThan(40_000);
  });
});

/** A small workbook, with some of its parts replaced. */
function workbookBytes(parts: Record<string, string>): Uint8Array {
  const files = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><row><c t="s"><v>0</v></c><c><v>5</v></c></row></worksheet>',
    'xl/sharedStrings.xml': '<sst><si><t>A</t></si></sst>',
    ...parts,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
}

function workbook(parts: Record<string, string>) {
  return file('a.xlsx', workbookBytes(parts));
}

/** What a file holds, as text; undefined when it is refused. */
async function contentOf(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const source = file(name, bytes);
  if ((await refusalOf(source)) !== '') return undefined;
  const unpacked = await unpack(source);
  if (!('kind' in unpacked)) return undefined;
  if (unpacked.kind === 'text') return textIn(source);
  return unpacked.kind === 'records' ? JSON.stringify(await recordsIn(source)) : undefined;
}

function sign(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(
    Math.min(at, bytes.length - 4),
    true,
  );
}

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}
