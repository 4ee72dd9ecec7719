import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOf,
  floorTo,
  nextAfter,
  type Calendar,
  type TimeUnit,
} from '../../../src/model/period.ts';
import { printDay, printPeriod, printUnit } from '../../../src/words/periods.ts';

test('a day is printed as people write it', () => {
  expect(printDay(dayOf(2017, 3, 1))).toBe('1 Mar 2017');
  expect(printDay(dayOf(1999, 12, 31))).toBe('31 Dec 1999');
});

test('a period names its last day, which is inside', () => {
  expect(printPeriod({ start: dayOf(2017, 3, 1), end: dayOf(2022, 3, 1) })).toBe(
    '1 Mar 2017 to 28 Feb 2022',
  );
  expect(printPeriod({ start: dayOf(2017, 3, 1), end: dayOf(2017, 3, 2) })).toBe('1 Mar 2017');
});

describe('a unit of time', () => {
  const day = dayOf(2018, 2, 14);
  test.each<[TimeUnit, Calendar, string]>([
    ['month', 'calendar', 'Feb 2018'],
    ['month', 'financial', 'Feb 2018'],
    ['quarter', 'calendar', 'Q1 2018'],
    ['quarter', 'financial', 'Q4 2017-18'],
    ['year', 'calendar', '2018'],
    ['year', 'financial', '2017-18'],
  ])('%s of the %s year is %s', (unit, calendar, name) => {
    expect(printUnit(floorTo(unit, calendar, day), unit, calendar)).toBe(name);
  });

  test('of a new century is written in two digits', () => {
    expect(printUnit(dayOf(1999, 4, 1), 'year', 'financial')).toBe('1999-00');
  });

  test('has a name that no neighbour has', () => {
    const units = fc.constantFrom<TimeUnit>('month', 'quarter', 'year');
    const calendars = fc.constantFrom<Calendar>('calendar', 'financial');
    fc.assert(
      fc.property(
        units,
        calendars,
        fc.integer({ min: -700_000, max: 2_900_000 }),
        (unit, calendar, at) => {
          const start = floorTo(unit, calendar, at);
          const name = printUnit(start, unit, calendar);
          expect(printUnit(at, unit, calendar)).toBe(name);
          expect(printUnit(nextAfter(unit, calendar, at), unit, calendar)).not.toBe(name);
        },
      ),
    );
  });
});
