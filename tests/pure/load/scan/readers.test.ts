import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../src/load/plan/planof.ts';
import type { Plan } from '../../../../src/load/plan.ts';
import { feedBytes } from '../../../../src/load/scan/bytefeed.ts';
import { ByteReader } from '../../../../src/load/scan/bytereader.ts';
import { Coding } from '../../../../src/load/scan/encoding.ts';
import { OddQuotes } from '../../../../src/load/scan/structure.ts';
import { feedText } from '../../../../src/load/scan/textfeed.ts';
import { TextReader } from '../../../../src/load/scan/textreader.ts';
import type { Scanned } from '../../../../src/load/scanned.ts';
import { scanRecords } from '../../../../src/load/scanrecords.ts';
import { splitFile } from '../../../../src/load/split.ts';
import { encode, sourceOf } from './feeding.ts';

async function asBytes(bytes: Uint8Array, plan: Plan, piece = 1 << 20): Promise<Scanned> {
  const coding = new Coding(plan.format!.encoding);
  const reader = new ByteReader(plan, coding, true);
  const { delimiter } = plan.format!;
  await feedBytes(sourceOf(bytes), { from: plan.from.byte, delimiter, coding }, reader, { piece });
  return reader.scanned();
}

async function asText(bytes: Uint8Array, plan: Plan, piece = 1 << 20): Promise<Scanned> {
  const reader = new TextReader(plan);
  const { delimiter, encoding } = plan.format!;
  const where = { from: plan.from.byte, delimiter, encoding };
  await feedText(sourceOf(bytes), where, reader, { piece });
  return reader.scanned();
}

function plainly(bytes: Uint8Array, plan: Plan): Scanned {
  const { records, misquoted } = splitFile(bytes, plan);
  return scanRecords(records, misquoted, plan);
}

/** What was read, row by row, whatever arrays hold it. */
function told({ reading, ...rest }: Scanned) {
  const { dimensions, texts, measures, ...numbers } = reading;
  const rows = Object.entries(numbers).map(([name, column]) => [
    name,
    typeof column === 'number' ? column : Array.from(column as ArrayLike<number>),
  ]);
  const words = [...dimensions, ...texts].map(({ values, codes, ...column }) => ({
    ...column,
    values,
    texts: Array.from(codes, (code) => values[code]),
  }));
  return { rows, words, measures, ...rest };
}

const HEADER = ['Funding Org:Name', 'Title', 'Currency', 'Amount Awarded', 'Award Date', 'Notes'];
const funder = fc.constantFrom(
  'Trust',
  ' Trust ',
  'Lottery',
  'Łódź Fund',
  '',
  'Total',
  'grand total',
  'not stated',
  '\u00a0Trust',
  '__proto__',
  'a\nb',
  'a\r\nb',
  'a\rb',
);
const title = fc.constantFrom(
  'Choir',
  'Total',
  '',
  'Notes: see below',
  'Boat "Ann"',
  '12',
  'Sum',
  'insgesamt',
);
const currency = fc.constantFrom('GBP', 'GBP', 'GBP', 'EUR', ' GBP', '', 'gbp', 'G/P');
const amount = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: -9999, max: 999_999_999 })
      .map((pence) => (pence / 100).toFixed(2)),
  },
  fc.constantFrom(
    '',
    '0',
    '-0',
    '5',
    '1,234',
    '1,234,567.8',
    '12,34',
    '1234,567',
    '.5',
    '5.',
    '£7',
    '(8)',
    '9-',
    '1e3',
    'n/a',
    '-',
    'much',
    '1.005',
    '007',
    '+5',
    '90071992547409.93',
    '123456789012345678',
    '1 000',
    '1.234.567,89',
    '--5',
    '1,2345',
    ' 6 ',
  ),
);
const date = fc.constantFrom(
  '2017-03-01',
  '2017-03-01',
  '2019-12-31',
  ' 2018-01-01',
  '2017-02-30',
  '',
  'n/a',
  '2016',
  '01/02/2017',
  'then',
  '2017-03-01T00:00:00',
  '20170301',
  '2017-03',
  '2017-18 Total',
  '12e-05',
);
const cell = (text: string) => (/["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const record = fc
  .tuple(
    funder,
    title,
    currency,
    amount,
    date,
    fc.constantFrom('', 'note', 'x, y', 'two\r\nlines', 'two\nlines', '\r\nlast\r\n', 'say "\r\n"'),
    fc.constantFrom(6, 6, 6, 6, 2, 4, 7, 0),
  )
  .map(([...all]) => {
    const cells: string[] = [...(all.slice(0, 6) as string[]), 'more'];
    return cells.slice(0, all[6]).map(cell).join(',');
  });
/** Rows that may be totals, of which little else is said. */
const total = fc
  .tuple(
    fc.constantFrom(
      'Trust Total',
      'Total Trust',
      'Sure Total',
      '3M Total',
      '2019/20 Total',
      '(Trust) Total:',
      '1. SUBTOTALS',
      '* Total \u00a0',
    ),
    fc.constantFrom('', '', 'Choir', '12', 'Total'),
    fc.constantFrom('1', '2', '3', '5', '999.99'),
    date,
  )
  .map(([label, name, much, day]) => [label, name, '', much, day, ''].map(cell).join(','));
const file = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: record }, total), { minLength: 1, maxLength: 25 }),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.nat(24),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom('Award Date', 'Award Date', 'Batch'),
  )
  .map(([records, newline, repeated, padded, sameEnds, dateHeader]) =>
    [
      HEADER.with(4, dateHeader).join(','),
      'Sure,Start,GBP,1,2017-01-01,',
      'Sure,Start,GBP,2,2017-01-02,',
      ...records,
      // A program that copies rows may write the line ends within them anew.
      (records[repeated] ?? '').replaceAll('\r\n', sameEnds ? '\r\n' : '\n'),
      ...(padded ? ['', ',,,', 'Source: a register'] : []),
    ].join(newline),
  );

describe('the two readers', { timeout: 60_000 }, () => {
  it('read what the plain scan reads, whatever the records hold', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom(1, 5, 100, 1 << 20), async (text, piece) => {
        const bytes = encode(text);
        const plan = planOf(bytes, new Uint8Array(), bytes.length, 'file.csv', {});
        if ('refused' in plan) return;
        const expected = told(plainly(bytes, plan));
        expect(told(await asText(bytes, plan, piece))).toEqual(expected);
        expect(told(await asBytes(bytes, plan, piece))).toEqual(expected);
      }),
      { numRuns: 250 },
    );
  });

  it('read any mangled file alike, or the byte reader hands it over', async () => {
    const damage = fc.tuple(
      fc.nat(2000),
      fc.constantFrom('"', ',', '\n', '', ';', '\t', 'é', '\u00a0', 'Total'),
    );
    await fc.assert(
      fc.asyncProperty(file, fc.array(damage, { maxLength: 4 }), async (text, damages) => {
        let mangled = text;
        for (const [at, what] of damages) {
          const place = at % mangled.length;
          mangled = mangled.slice(0, place) + what + mangled.slice(place + 1);
        }
        const bytes = encode(mangled);
        const plan = planOf(bytes, new Uint8Array(), bytes.length, 'file.csv', {});
        if ('refused' in plan) return;
        const expected = told(plainly(bytes, plan));
        expect(told(await asText(bytes, plan))).toEqual(expected);
        try {
          expect(told(await asBytes(bytes, plan))).toEqual(expected);
        } catch (fault) {
          if (!(fault instanceof OddQuotes)) throw fault;
        }
      }),
      { numRuns: 250 },
    );
  });
});
