import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../../../src/export/data/csv.ts';
import { figureCsv } from '../../../../src/export/data/figurecsv.ts';
import { figureJson } from '../../../../src/export/data/figurejson.ts';
import { recordsOf } from '../../../../src/export/data/records.ts';
import { figureXlsx } from '../../../../src/export/data/xlsx.ts';
import { amountOfSum } from '../../../../src/model/numbers.ts';
import { NOTHING } from '../../../../src/model/sum.ts';
import { decimalOf } from '../../../../src/words/amounts.ts';
import { sheetFor } from '../office/figures.ts';
import { allOf, faultsOf, partsOf, textOf } from '../office/parts.ts';

const CHARTS = ['sankey', 'timeline', 'treemap'] as const;
const DATA = ['strategy', 'grants', 'hostile'] as const;
const PATIENCE = { timeout: 60_000 };
const cellsOf = (csv: string) => {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  return Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
};
const pounds = { id: '', kind: '', currency: 'GBP', basis: 'total', decimals: 2 } as const;

describe('an amount', () => {
  test.each([
    [420_000_000_000, '4200000000'],
    [-1_250, '-12.50'],
    [5, '0.05'],
    [0, '0'],
    [9_007_199_254_740_991, '90071992547409.91'],
  ])('of %d pence is %s', (money, text) => {
    expect(decimalOf(money, pounds)).toBe(text);
  });

  test('of a sum keeps open what its figures leave open', () => {
    const sum = { ...NOTHING, count: 2, low: 5, high: 9 };
    expect(amountOfSum(sum)).toEqual({ low: 5, high: 9, bound: 'range' });
    expect(amountOfSum({ ...sum, open: 1 })).toEqual({ low: 5, high: null, bound: 'at least' });
    expect(amountOfSum({ ...sum, low: 0 })).toEqual({ low: null, high: 9, bound: 'up to' });
    expect(amountOfSum({ ...sum, high: 5, about: 1 })).toMatchObject({ bound: 'about' });
    expect(amountOfSum({ ...NOTHING, unstated: 1 })).toMatchObject({ low: null, high: null });
    // A share of a figure that is counted in another unit of time.
    expect(amountOfSum({ ...NOTHING, low: 3, high: 3 })).toMatchObject({ low: 3, high: 3 });
  });
});

describe.each(CHARTS)('the data behind a %s', (chart) => {
  test.each(DATA)(
    'of %s is the same in CSV, XLSX and JSON, to the penny',
    PATIENCE,
    async (data) => {
      const sheet = await sheetFor(data, chart);
      const { heads, rows } = recordsOf(sheet.drawing.numbers);
      const [head, ...lines] = cellsOf(figureCsv(sheet));
      expect(head).toEqual([...heads, 'source']);
      expect(lines).toHaveLength(rows.length);
      const low = heads.indexOf('low');
      const json = JSON.parse(figureJson(sheet)) as { rows: { low: number | null }[] };
      const parts = partsOf(figureXlsx(sheet));
      expect(faultsOf(parts)).toEqual([]);
      const data2 = allOf(parts.xml('xl/worksheets/sheet2.xml'), 'row').slice(1);
      rows.forEach((cells, nth) => {
        const cell = cells[low] ?? null;
        const number = cell && 'number' in cell ? cell.number : '';
        expect(lines[nth]![low]).toBe(number);
        expect(json.rows[nth]!.low).toBe(number === '' ? null : Number(number));
        const numeric = data2[nth]!.children.filter(({ attributes }) => !attributes.has('t'));
        const numbers = cells.flatMap((one) => (one && 'number' in one ? [one.number] : []));
        expect(numeric.map(textOf)).toEqual(numbers);
      });
    },
  );
});

describe('CSV', () => {
  test('says kind, currency, basis and where it comes from in every row', async () => {
    const [head, first] = cellsOf(figureCsv(await sheetFor('strategy', 'timeline')));
    const row = new Map(head!.map((name, at) => [name, first![at]]));
    expect(row.get('Figure')).toBe('NHS digital technology');
    expect(row.get('period start')).toBe('2017-03-01');
    expect(row.get('period end')).toBe('2022-02-28');
    expect(row.get('period known')).toBe('both assumed');
    expect(row.get('low')).toBe('4200000000');
    expect(row.get('bound')).toBe('exact');
    expect([row.get('kind'), row.get('currency'), row.get('basis')]).toEqual([
      'commitment',
      'GBP',
      'total',
    ]);
    expect(row.get('source')).toContain(`SHA-256 ${'ab'.repeat(32)}`);
  });

  test('holds no cell that a spreadsheet takes for a formula, whatever the text', () => {
    const anyCell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map((c) => c.join('')),
    );
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 2 }), (cells) => {
        const [read] = Papa.parse<string[]>(csvOf([cells]), {
          delimiter: ',',
          newline: '\r\n',
        }).data;
        read!.forEach((cell, at) => {
          expect(/^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.,]+$/.test(cell)).toBe(false);
          expect([cells[at], `'${cells[at]}`]).toContain(cell);
        });
      }),
    );
  });
});

describe('XLSX', () => {
  test('opens with what it is, and holds no formula', PATIENCE, async () => {
    for (const data of DATA) {
      const sheet = await sheetFor(data, 'sankey');
      const parts = partsOf(figureXlsx(sheet));
      const cover = textOf(parts.xml('xl/worksheets/sheet1.xml'));
      const { headline, subtitle, source } = sheet.caption;
      for (const words of [headline, subtitle, source, 'ab'.repeat(32), ...sheet.drawing.notes]) {
        expect(cover).toContain(words);
      }
      for (const nth of [1, 2]) {
        expect(allOf(parts.xml(`xl/worksheets/sheet${nth}.xml`), 'f')).toEqual([]);
      }
    }
  });

  test('is the same for the same picture', async () => {
    const [one, two] = [await sheetFor('strategy', 'sankey'), await sheetFor('strategy', 'sankey')];
    expect(figureXlsx(one)).toEqual(figureXlsx(two));
  });
});
