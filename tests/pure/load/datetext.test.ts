import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilOf, isoOf } from '../../../src/model/period.ts';
import { parseDateText } from '../../../src/load/datetext.ts';
import type { DateStyle } from '../../../src/load/plan.ts';

const read = (text: string, style: DateStyle) => {
  const period = parseDateText(text, style);
  return typeof period === 'object' ? `${isoOf(period.start)}/${isoOf(period.end)}` : period;
};

describe('date text', () => {
  it.each<[string, DateStyle, string | undefined]>([
    ['2018-01-31', 'year first', '2018-01-31/2018-02-01'],
    ['2018-01-31T00:00:00Z', 'year first', '2018-01-31/2018-02-01'],
    ['20180131', 'year first', '2018-01-31/2018-02-01'],
    ['31/01/2018', 'day first', '2018-01-31/2018-02-01'],
    ['31.1.18', 'day first', '2018-01-31/2018-02-01'],
    ['01/31/2018', 'month first', '2018-01-31/2018-02-01'],
    ['01/31/2018', 'day first', undefined],
    ['31-Jan-18', 'month named', '2018-01-31/2018-02-01'],
    ['January 31, 2018', 'month named', '2018-01-31/2018-02-01'],
    ['Wednesday, 31 January 2018', 'month named', '2018-01-31/2018-02-01'],
    ['31 août 2018', 'month named', '2018-08-31/2018-09-01'],
    ['Jan-18', 'month named', '2018-01-01/2018-02-01'],
    ['2018-02-31', 'year first', undefined],
    ['2018-12', 'year and month', '2018-12-01/2019-01-01'],
    ['201812', 'year and month', '2018-12-01/2019-01-01'],
    ['201813', 'year and month', undefined],
    ['2018', 'year', '2018-01-01/2019-01-01'],
    ['Q4 2008', 'quarter', '2008-10-01/2009-01-01'],
    ['2008Q4', 'quarter', '2008-10-01/2009-01-01'],
    ['2016-17', 'financial year', '2016-04-01/2017-04-01'],
    ['2016/2017', 'financial year', '2016-04-01/2017-04-01'],
    ['FY17', 'financial year', '2016-04-01/2017-04-01'],
    ['Q1 2018-19', 'financial year', '2018-04-01/2018-07-01'],
    ['2018/19 Q4', 'financial year', '2019-01-01/2019-04-01'],
    ['Quarter 3 FY19', 'financial year', '2018-10-01/2019-01-01'],
    ['Q4 2018-19', 'financial year from July', '2019-04-01/2019-07-01'],
    ['Q1 2018-19', 'financial year from January', undefined],
    ['Q5 2018-19', 'financial year', undefined],
    ['Q1 2018-20', 'financial year', undefined],
    ['1999-00', 'financial year', '1999-04-01/2000-04-01'],
    ['2016-18', 'financial year', undefined],
    ['July 2010-September 2010', 'span of months', '2010-07-01/2010-10-01'],
    ['Nov - Feb 2011', 'span of months', '2010-11-01/2011-03-01'],
    ['43131', 'excel serial', '2018-01-31/2018-02-01'],
    ['00:00:00', 'year first', 'missing'],
    ['0001', 'year first', 'missing'],
    ['0001-01-01T00:00:00', 'year first', 'missing'],
    ['N/A', 'day first', 'missing'],
    ['soon', 'day first', undefined],
  ])('%j, %s, is %s', (text, style, period) => {
    expect(read(text, style)).toBe(period);
  });

  it('of any day is read in both orders as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (start) => {
        const { year, month, day } = civilOf(start);
        const period = { start, end: start + 1 };
        expect(parseDateText(`${day}/${month}/${year}`, 'day first')).toEqual(period);
        expect(parseDateText(`${month}/${day}/${year}`, 'month first')).toEqual(period);
        expect(parseDateText(isoOf(start), 'day first')).toEqual(period);
      }),
    );
  });

  it('is never thrown at', () => {
    const styles: DateStyle[] = ['day first', 'month named', 'financial year', 'span of months'];
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...styles), (text, style) => {
        parseDateText(text, style);
      }),
    );
  });
});
