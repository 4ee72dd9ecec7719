import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/model/period.ts';
import { shortYearsOf } from '../../../src/load/plan/shortyears.ts';

/** So many days of some years, spread over the days of the months as payments are. */
const days = (count: number, firstYear: number, years: number): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    isoOf(dayOf(firstYear, 1, 1) + ((n * 97) % (years * 365))),
  );

const yearFirst = (iso: string) => iso.slice(2);
const dayFirst = (iso: string) => iso.slice(2).split('-').reverse().join('-');
const slashed = (text: string) => text.replaceAll('-', '/');

const told = (texts: readonly string[]) => {
  const found = shortYearsOf(texts);
  return found && `${found.atFront ? 'front' : 'last'}, ${found.by}`;
};

describe('the year of two digits', () => {
  it.each<[string, readonly string[], string]>([
    ['first days of years', ['01-04-16', '01-04-17', '01-04-18', '01-04-19'], 'last, shown'],
    ['last days of months', ['30-06-18', '30-09-18', '30-06-19', '30-09-19'], 'last, shown'],
    ['first days of quarters', ['01-01-18', '01-04-18', '01-01-19', '01-04-19'], 'last, shown'],
    [
      'years from two centuries',
      ['01-09-98', '01-09-99', '01-09-01', '01-09-02', '01-09-03', '01-09-04', '01-09-05'],
      'last, shown',
    ],
    ['ends of financial years', ['31-03-17', '31-03-18'], 'last, only'],
    ['one day of two years', ['01-04-16', '01-04-17'], 'last, nothing'],
    ['the middle of months', ['15-01-16', '15-04-17', '15-01-18', '15-04-19'], 'last, nothing'],
    ['another fixed day', ['06-04-16', '06-04-17', '06-04-18', '06-04-19'], 'last, nothing'],
    ['days of one month', ['19-04-16', '19-04-17', '19-04-18', '19-04-19'], 'last, nothing'],
    [
      'three days over ten years',
      Array.from(
        { length: 10 },
        (_, n) => `${['05', '12', '20'][n % 3]}-0${(n % 9) + 1}-${n + 10}`,
      ),
      'last, nothing',
    ],
    ['first days, year first', ['16-04-01', '17-04-01', '18-04-01', '19-04-01'], 'front, shown'],
    ['ends in years to come, year first', ['35-03-31', '40-06-30'], 'front, only'],
    ['one year, year first', days(30, 2019, 1).map(yearFirst), 'front, shown'],
    ['one year and a slip', [...days(30, 2019, 1).map(yearFirst), '19-02-31'], 'front, shown'],
    ['fifteen years, year first', days(300, 2008, 15).map(yearFirst), 'front, shown'],
    ['one year', days(30, 2015, 1).map(dayFirst), 'last, shown'],
    ['a few days of a month', ['16-04-15', '17-04-15', '18-04-15', '19-04-15'], 'last, shown'],
    ['fifteen years', days(300, 2008, 15).map(dayFirst), 'last, shown'],
    ['the days of 2001', days(12, 2001, 1).map(dayFirst), 'last, shown'],
    ['first days with slashes', ['01/04/16', '01/04/17', '01/04/18', '01/04/19'], 'last, usual'],
    ['other days with slashes', ['06/04/16', '06/04/17', '06/04/18', '06/04/19'], 'last, usual'],
    [
      'one year, year first, with slashes',
      days(30, 2019, 1).map(yearFirst).map(slashed),
      'last, nothing',
    ],
  ])('%s', (_, texts, expected) => {
    expect(told(texts)).toBe(expected);
  });

  it('is nowhere where no cell has two ends that may be it', () => {
    expect(told(['2019-01-05', '05/01/2019', 'soon'])).toBeUndefined();
  });
});
