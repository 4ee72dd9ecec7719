import { describe, expect, it } from 'vitest';
import { openSource } from '../../../src/load/opensource.ts';
import { encode, sourceOf } from './scan/feeding.ts';

/** What is said of the amount of a table with these headers over numbers, as a doubt; '' for nothing. */
async function doubtOf(...headers: readonly string[]): Promise<string> {
  const rows = Array.from({ length: 8 }, (_, row) =>
    [`Office ${row}`, ...headers.map((_header, at) => `${1000 * (row + 1) + 7 * at}.50`)].join(','),
  );
  const text = `${[['Department', ...headers].join(','), ...rows].join('\n')}\n`;
  const result = await openSource([sourceOf(encode(text))], {});
  if ('refused' in result) throw new Error(result.refused);
  const about = result.reading.decisions.filter(({ matter }) => matter === 'amount');
  return about.map(({ sentence, doubt }) => (doubt ? sentence : 'no doubt')).join(' ');
}

describe('of several columns of money', () => {
  it.each(['Actual', 'Actuals', 'Outturn', 'Forecast', 'Forecast Outturn', 'Final actual'])(
    'a budget beside one called %s is a doubt',
    async (header) => {
      const doubt = await doubtOf('Budget', header);
      expect(doubt).toContain('"Budget"');
      expect(doubt).toContain(`"${header}"`);
    },
  );

  it('all are named', async () => {
    expect(await doubtOf('Approved Budget', 'Revised Budget', 'Actual')).toBe(
      'The amount is "Actual"; the file also has "Approved Budget", "Revised Budget".',
    );
  });

  it.each(['Actual start date', 'Actual FTE', 'Forecast occupancy', 'Actual temperature'])(
    'a column called %s is none',
    async (header) => expect(await doubtOf('Amount', header)).toBe(''),
  );
});

describe('a file without rows', () => {
  it.each(['Supplier,Amount,Date', 'Supplier,Amount,Date\n', 'Supplier,Amount,Date\n,,\n'])(
    'is refused for that: %j',
    async (text) =>
      expect(await openSource([sourceOf(encode(text))], {})).toEqual({
        refused: 'The file has a header and nothing under it.',
      }),
  );
});
