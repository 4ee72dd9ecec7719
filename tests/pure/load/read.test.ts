import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DAY } from '../../../src/model/dataset.ts';
import { dayOf } from '../../../src/model/period.ts';
import { companionNames } from '../../../src/load/companionnames.ts';
import { readDataset } from '../../../src/load/read.ts';
import { bytesOf, datasetOf, ownFile, read, refusalOf } from './files.ts';

describe('a file nothing can be read from', () => {
  it.each([
    ['', /empty/],
    ['\n \n', /empty/],
    ['title,kind,low,high,bound,currency\n', /nothing under it/],
    ['name,age\nAda,36\n', /column of amounts/],
    ['Amount\n5\n', /another to tell them apart/],
    ['Name,Amount\u0000\nAda,36\n', /NUL/],
    [ownFile(['A', 'much', '', 'exact']), /Not one of 1 rows.*row 2 in the column "low"/],
  ])('is refused with the reason: %j', (text, reason) => {
    expect(refusalOf(text)).toMatch(reason);
  });

  it('is read as Windows-1252 as a whole when it is not UTF-8, however late that shows', () => {
    const bytes = bytesOf('Name,Amount\nCaf\u00e9,1\n'.padEnd(100_000, 'Ada,36\n'));
    const late = Uint8Array.from([...bytesOf('Name,Amount\n'.padEnd(99_996, 'Ada,36\n')), 0x0a]);
    const text = bytesOf('Caf?,9\n');
    text[3] = 0xe9;
    const broken = Uint8Array.from([...late, ...text]);
    for (const [file, name] of [
      [bytes, 'Café'],
      [broken, 'Café'],
    ] as const) {
      const result = readDataset([{ name: 'late.csv', bytes: file }]);
      expect('dataset' in result && result.dataset.dimensions[0]?.values).toContain(name);
    }
  });

  it('is refused when there is none', () => {
    expect(readDataset([])).toHaveProperty('refused');
  });
});

describe('the same file in other clothes', () => {
  const plain = ownFile(['A', '5', '5', 'exact'], ['B', '7', '', 'at least']);

  it.each([
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['bare CR', plain.replaceAll('\n', '\r')],
    ['mixed line ends', plain.replace('\n', '\r\n')],
    ['a byte-order mark', `\ufeff${plain}`],
    ['semicolons', plain.replaceAll(',', ';')],
    ['headers in capitals', plain.replace('title,kind', 'TITLE, Kind ')],
    ['no last line end', plain.trimEnd()],
    ['padding', plain.replaceAll('\n', ',,,\n')],
    ['a preamble saved by a spreadsheet', `"# note: one, two",,,,,\n# id: x,,,,,\n${plain}`],
  ])('%s', (_, text) => {
    const [dressed, bare] = [datasetOf(text), datasetOf(plain)];
    expect(dressed.low).toEqual(bare.low);
    expect(dressed.bound).toEqual(bare.bound);
    const above = text.split('# ').length - 1;
    expect(dressed.record).toEqual(bare.record.map((row) => row + above));
    expect(dressed.dimensions[0]?.values).toEqual(['A', 'B']);
    expect(dressed.unread).toEqual([]);
  });
});

describe('a record that cannot be read', () => {
  it.each([
    ['1,000', '1,000', 'exact', 'low', '1'],
    ['£5', '£5', 'exact', 'low', '£5'],
    ['5.001', '5.001', 'exact', 'low', '5.001'],
    ['1e3', '1e3', 'exact', 'low', '1e3'],
    ['90071992547409.93', '90071992547409.93', 'exact', 'low', '90071992547409.93'],
    ['5', 'n/a', 'range', 'high', 'n/a'],
    ['5', '5', 'roughly', 'bound', 'roughly'],
    ['5', '6', 'exact', 'low', '5 to 6'],
    ['6', '5', 'range', 'low', '6 to 5'],
    ['5', '5', 'not stated', 'low', '5 to 5'],
    ['', '', 'exact', 'low', ''],
  ])('is unread with its place: %s to %s, %s', (low, high, bound, column, found) => {
    const quoted = (text: string) => `"${text}"`;
    const { rows, unread, record } = datasetOf(
      ownFile(
        ['Good', '1', '1', 'exact'],
        ['Bad', quoted(low), quoted(high), bound],
        ['Good too', '2', '2', 'exact'],
      ),
    );
    expect(rows).toBe(2);
    expect([...record]).toEqual([2, 4]);
    expect(unread).toHaveLength(1);
    expect(unread[0]).toMatchObject({ row: 3, column });
    expect(unread[0]?.found).toContain(found);
  });

  it('may have more cells than the header, which may have shifted them', () => {
    const text = ownFile(['A', '5', '5', 'exact']) + 'B,award,1,000,1,000,exact,GBP\n';
    expect(datasetOf(text).unread).toMatchObject([{ row: 3, kind: 'too many cells' }]);
  });

  it('keeps its number when blank records stand before it', () => {
    const text = ownFile(['A', '5', '5', 'exact']) + '\n,,,,,\nB,award,x,x,exact,GBP\n';
    expect(datasetOf(text).unread).toMatchObject([{ row: 5 }]);
  });

  it('may hold a quotation mark that is never closed', () => {
    const { rows, unread } = datasetOf(
      ownFile(['A', '5', '5', 'exact'], ['"B', '5', '5', 'exact'], ['C', '5', '5', 'exact']),
    );
    expect(rows).toBe(1);
    expect(unread).toMatchObject([{ row: 3, kind: 'quotation mark out of place' }]);
  });

  it('may be the one with which sums would no longer be exact', () => {
    const large = '60000000000000';
    const { rows, unread } = datasetOf(
      ownFile(['A', large, large, 'exact'], ['B', large, large, 'exact']),
    );
    expect(rows).toBe(1);
    expect(unread).toMatchObject([{ row: 3, kind: 'sum too large', found: large }]);
  });

  it('leaves no measure behind', () => {
    const text =
      ownFile(['A', '5', '5', 'exact']) + 'B,spend,x,x,exact,GBP\nC,loan,1,1,exact,G/P\n';
    expect(datasetOf(text).measures.map(({ id }) => id)).toEqual(['award/GBP/total']);
  });
});

describe('any file at all', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '5',
      '-7.25',
      '0',
      'n/a',
      '£3',
      '1,000',
      'exact',
      'not stated',
      '__proto__',
    ),
    fc.string({ maxLength: 6 }),
  );
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const records = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 30 });

  it('loses no record: rows and unread are all there is', () => {
    fc.assert(
      fc.property(records, (cells) => {
        const first = ['Sure', 'award', '1', '1', 'exact', 'GBP'];
        const lines = cells.map(([title, low, high, bound]) =>
          [title, 'award', low, high, bound, 'GBP'].map((text) => quote(text.replace(/\0/g, ''))),
        );
        const text = ['title,kind,low,high,bound,currency', first, ...lines].join('\n');
        const { rows, record, unread } = datasetOf(text);
        expect(rows + unread.length).toBe(1 + cells.length);
        const numbers = [...record, ...unread.map(({ row }) => row ?? -1)];
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 2));
      }),
    );
  });

  it('is read or refused, and never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(Object.keys(read(`Name,Amount\n${text}`))).toHaveLength(1);
        expect(Object.keys(read(text))).toHaveLength(1);
        expect(Array.isArray(companionNames(bytesOf(text)))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Object.keys(readDataset([{ name: 'x', bytes }]))).toHaveLength(1);
      }),
    );
  });
});

describe('periods', () => {
  const fileWith = (start: string, end: string, known: string) =>
    'title,kind,low,high,bound,currency,period start,period end,period known\n' +
    `A,award,5,5,exact,GBP,${start},${end},${known}\n`;

  it('end after their last day', () => {
    const { start, end } = datasetOf(fileWith('2017-03-01', '2017-03-31', 'stated'));
    expect([start[0], end[0]]).toEqual([dayOf(2017, 3, 1), dayOf(2017, 4, 1)]);
  });

  it.each([
    ['2017-02-30', '2017-03-31', 'stated', 'unreadable date', '2017-02-30'],
    ['2017-03-01', '2016-03-31', 'stated', 'period backwards', '2017-03-01 to 2016-03-31'],
    ['2017-03-01', '', 'perhaps', 'period of unknown standing', 'perhaps'],
    ['2017-03-01', '', 'not stated', 'period of unknown standing', 'not stated'],
  ])('that cannot be read leave the money: %s to %s, %s', (from, to, known, kind, found) => {
    const { rows, start, end, low, problems } = datasetOf(fileWith(from, to, known));
    expect([rows, low[0], start[0], end[0]]).toEqual([1, 500, NO_DAY, NO_DAY]);
    expect(problems).toMatchObject([{ kind, row: 2, found }]);
  });

  it('that go wrong alike are one problem with a count', () => {
    const text = fileWith('then', '', 'stated') + 'B,award,5,5,exact,GBP,now,,stated\n';
    expect(datasetOf(text).problems).toMatchObject([
      {
        row: 2,
        column: 'period start',
        found: 'then',
        message: expect.stringContaining('2 records'),
      },
    ]);
  });
});

describe('a figure as printed', () => {
  it('is reported when the amount beside it says something else', () => {
    const text =
      'title,kind,low,high,bound,currency,printed\n' +
      'A,award,4200000,4200000,exact,GBP,£4.2 billion\n' +
      'B,award,30000000000,,at least,GBP,over £30 billion\n';
    expect(datasetOf(text).problems).toMatchObject([
      { kind: 'printed figure differs', row: 2, column: 'printed', found: '£4.2 billion' },
    ]);
  });
});
