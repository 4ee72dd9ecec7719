import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/model/period.ts';
import { checkBytes } from './checked.ts';
import { datasetOf } from './files.ts';

const spend = (rows: readonly string[], header = 'Body,Paid Date,Supplier,Amount') =>
  [header, ...rows, ''].join('\n');

describe('a table that is not in the own format', () => {
  it('is read by the headers of its amount and date', () => {
    const { measures, low, high, start, end, dimensions, texts, problems } = datasetOf(
      spend(['OCC,09/01/2018,HMRC,"5,000.00"', 'OCC,16/01/2018,Acme,(2745.94)']),
    );
    expect(measures.map(({ id }) => id)).toEqual(['spend/GBP/total']);
    expect([...low]).toEqual([500000, -274594]);
    expect([...high]).toEqual([...low]);
    expect([...start].map(isoOf)).toEqual(['2018-01-09', '2018-01-16']);
    expect([...end].map(isoOf)).toEqual(['2018-01-10', '2018-01-17']);
    expect(dimensions.map(({ label }) => label)).toEqual(['Body', 'Supplier']);
    expect(texts.map(({ label }) => label)).toEqual(['Paid Date', 'Amount']);
    expect(problems.map(({ kind }) => kind)).toEqual([]);
  });

  it('decides the order of day and month for the whole column', () => {
    const startsOf = (...dates: string[]) =>
      datasetOf(spend(dates.map((date, n) => `B,${date},S${n},5`)));
    expect([...startsOf('10/02/2013', '10/24/2013').start].map(isoOf)).toEqual([
      '2013-10-02',
      '2013-10-24',
    ]);
    const ambiguous = startsOf('10/02/2013', '11/02/2013');
    expect([...ambiguous.start].map(isoOf)).toEqual(['2013-02-10', '2013-02-11']);
    expect(ambiguous.problems.map(({ kind }) => kind)).toContain('doubt about date order');
  });

  it('keeps currencies apart, by column or by sign', () => {
    const byColumn = datasetOf('Supplier,Currency,Amount\nA,GBP,5\nB,EUR,5\nC,JPY,5\n');
    expect(byColumn.measures.map(({ id }) => id)).toEqual([
      'amount/GBP/total',
      'amount/EUR/total',
      'amount/JPY/total',
    ]);
    expect([...byColumn.low]).toEqual([500, 500, 5]);
    const bySign = datasetOf('Supplier,Amount\nA,€5\nB,€6\nC,£7\n');
    expect(bySign.measures.map(({ id }) => id)).toEqual(['amount/EUR/total', 'amount/GBP/total']);
    const against = datasetOf('Supplier,Currency,Amount\nA,EUR,€5\nB,EUR,€6\nC,EUR,£7\n');
    expect(against.unread).toMatchObject([{ row: 4, kind: 'another currency', found: '£7' }]);
  });

  it('takes the default currency of a JSON record where the value names none', async () => {
    const records = [
      { activity: 'A', 'default-currency': 'EUR', value: 5.5, currency: null },
      { activity: 'B', 'default-currency': 'USD', value: 6, currency: 'GBP' },
      { activity: 'C', 'default-currency': 'USD', value: 7 },
    ];
    const bytes = new TextEncoder().encode(JSON.stringify(records));
    expect(await checkBytes('activities.json', bytes)).toMatchObject({
      roles: { currency: 'currency' },
      sums: [
        { currency: 'EUR', sum: '5.5' },
        { currency: 'GBP', sum: '6' },
        { currency: 'USD', sum: '7' },
      ],
    });
  });

  it('keeps as many decimals as the file has while sums stay exact', () => {
    const { measures, low } = datasetOf('Supplier,Amount\nA,0.1234\nB,2\n');
    expect(measures[0]?.decimals).toBe(4);
    expect([...low]).toEqual([1234, 20000]);
    const long = datasetOf('Supplier,Amount\nA,304.06503397000001\nB,1260.93496603\n');
    expect(long.problems.map(({ kind }) => kind)).toContain('amount rounded');
  });

  it('tells of units and credits that only stand far down a long file', async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `B,13/04/2019,Supplier ${row},500`);
    rows[30_000] = 'B,13/04/2019,Far,1.5m';
    rows[35_000] = 'B,13/04/2019,Farther,20.00 CR';
    const report = await checkBytes('long.csv', new TextEncoder().encode(spend(rows)));
    expect(report).toMatchObject({
      sums: [{ sum: String(39_998 * 500 + 1_500_000 - 20) }],
      problems: [
        { kind: 'unit of its own', count: 1, examples: [{ row: 30_002, found: '1.5m' }] },
        { kind: 'credit', count: 1, examples: [{ row: 35_002, found: '20.00 CR' }] },
      ],
    });
  });

  it('prefers the amount awarded to one applied for, and a filled column to an empty one', () => {
    const { low } = datasetOf('Supplier,Amount,Amount Awarded,Value\nA,9,5,\nB,9,6,\n');
    expect([...low]).toEqual([500, 600]);
    const { low: filled } = datasetOf('Supplier,Amount Awarded,Value\nA,,5\nB,,6\n');
    expect([...filled]).toEqual([500, 600]);
  });

  it('takes a missing amount for not stated and never for zero', () => {
    const { rows, unread, stated } = datasetOf('Supplier,Amount\nA,5\nB,\nC,n/a\nD,6\nE,seven\n');
    expect(rows).toBe(4);
    expect([...stated]).toEqual([3, 0, 0, 3]);
    expect(unread).toMatchObject([{ row: 6, found: 'seven' }]);
  });

  it('reads a blank cell of a group as not stated', () => {
    const { dimensions } = datasetOf('Supplier,Amount\nA,5\n,6\nA,7\n');
    expect(dimensions.map(({ id, values }) => [id, ...values])).toEqual([
      ['funder', 'file'],
      ['recipient', 'A', 'not stated'],
    ]);
  });

  it('codes columns in arrays as small as their values allow', () => {
    const rows = Array.from({ length: 900 }, (_, n) => `S${n % 300},R${n % 3},5`);
    const { dimensions } = datasetOf(['Supplier,Region,Amount', ...rows].join('\n'));
    expect(dimensions.map(({ id, codes }) => [id, codes.constructor])).toEqual([
      ['funder', Uint8Array],
      ['recipient', Uint16Array],
      ['place', Uint8Array],
    ]);
    expect(dimensions[1]?.values[dimensions[1].codes[299] ?? -1]).toBe('S299');
  });
});
