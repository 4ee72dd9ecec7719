import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  civilOf,
  dayOf,
  floorTo,
  isoOf,
  nextAfter,
  overlaps,
  parseIsoDay,
  unitsIn,
  type Calendar,
  type TimeUnit,
} from '../../../src/model/period.ts';

/** Days of the years 0000 to 9999, which are those that can be written. */
const anyDay = fc.integer({ min: dayOf(0, 1, 1), max: dayOf(9999, 12, 31) });
const anyPeriod = fc
  .tuple(anyDay, fc.integer({ min: 1, max: 4000 }))
  .map(([start, days]) => ({ start, end: start + days }));
const anyUnit = fc.constantFrom<TimeUnit>('month', 'quarter', 'year');
const anyCalendar = fc.constantFrom<Calendar>('calendar', 'financial');

describe('days', () => {
  test('count from the first of January 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(1969, 12, 31)).toBe(-1);
    expect(dayOf(2000, 2, 29)).toBe(11_016);
    expect(dayOf(2017, 3, 1)).toBe(17_226);
  });

  test('become dates and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
        expect(parseIsoDay(isoOf(day))).toBe(day);
      }),
    );
  });

  test('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        expect(civilOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  test('follow one another in dates', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        if (day < dayOf(9999, 12, 31)) expect(isoOf(day) < isoOf(day + 1)).toBe(true);
      }),
    );
  });

  test.each([
    '2017-02-29',
    '1900-02-29',
    '2017-13-01',
    '2017-00-01',
    '2017-01-00',
    '2017-1-1',
    '2017-01-01T00:00',
    ' 2017-01-01',
    '２017-01-01',
    '',
  ])('are not read from %j', (text) => {
    expect(parseIsoDay(text)).toBeUndefined();
  });
});

describe('units of time', () => {
  test('hold the day they were asked for', () => {
    fc.assert(
      fc.property(anyUnit, anyCalendar, anyDay, (unit, calendar, day) => {
        const start = floorTo(unit, calendar, day);
        const next = nextAfter(unit, calendar, day);
        expect(start <= day && day < next).toBe(true);
        expect(floorTo(unit, calendar, next)).toBe(next);
        expect(floorTo(unit, calendar, next - 1)).toBe(start);
        expect(civilOf(start).day).toBe(1);
      }),
    );
  });

  test('tile a period without a gap or an overlap, and no unit lies outside it', () => {
    fc.assert(
      fc.property(anyUnit, anyCalendar, anyPeriod, (unit, calendar, period) => {
        const units = unitsIn(unit, calendar, period);
        expect(units[0]!.start).toBeLessThanOrEqual(period.start);
        expect(units.at(-1)!.end).toBeGreaterThanOrEqual(period.end);
        units.slice(1).forEach(({ start }, at) => expect(start).toBe(units[at]!.end));
        for (const each of units) expect(overlaps(each, period)).toBe(true);
      }),
    );
  });

  test('are as long as their names', () => {
    const lengths = { month: [28, 31], quarter: [90, 92], year: [365, 366] } as const;
    fc.assert(
      fc.property(anyUnit, anyCalendar, anyPeriod, (unit, calendar, period) => {
        for (const { start, end } of unitsIn(unit, calendar, period)) {
          expect(end - start).toBeGreaterThanOrEqual(lengths[unit][0]);
          expect(end - start).toBeLessThanOrEqual(lengths[unit][1]);
        }
      }),
    );
  });

  test('of a financial year begin in April', () => {
    const day = dayOf(2017, 3, 31);
    expect(isoOf(floorTo('year', 'financial', day))).toBe('2016-04-01');
    expect(isoOf(nextAfter('year', 'financial', day))).toBe('2017-04-01');
    expect(isoOf(floorTo('year', 'calendar', day))).toBe('2017-01-01');
    expect(isoOf(floorTo('quarter', 'financial', day))).toBe('2017-01-01');
  });

  test('are none in a period of no days', () => {
    expect(unitsIn('year', 'calendar', { start: 5, end: 5 })).toHaveLength(1);
    expect(
      unitsIn('year', 'calendar', { start: dayOf(2017, 1, 1), end: dayOf(2017, 1, 1) }),
    ).toEqual([]);
  });
});

test('periods that share a day overlap; neighbours share none', () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0;
      expect(overlaps(a, b)).toBe(shared);
      expect(overlaps(b, a)).toBe(shared);
      expect(overlaps(a, { start: a.end, end: a.end + 1 })).toBe(false);
    }),
  );
});
