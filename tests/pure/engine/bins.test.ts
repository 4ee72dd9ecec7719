import { describe, expect, test } from 'vitest';
import { Bins } from '../../../src/engine/bins.ts';
import { dayOf, type Calendar, type TimeUnit } from '../../../src/model/period.ts';

describe('bins', () => {
  test('hold every day of their period once', () => {
    for (const unit of ['month', 'quarter', 'year'] satisfies TimeUnit[]) {
      for (const calendar of ['calendar', 'financial'] satisfies Calendar[]) {
        for (let month = 1; month <= 12; month++) {
          const period = { start: dayOf(2015, month, 1), end: dayOf(2017, 1 + (month % 12), 9) };
          const bins = new Bins(unit, calendar, period);
          for (let day = period.start; day < period.end; day++) {
            const { start, end } = bins.periods[bins.of(day)]!;
            expect(start <= day && day < end).toBe(true);
          }
        }
      }
    }
  });

  test('know the year they lie in', () => {
    const period = { start: dayOf(2016, 2, 1), end: dayOf(2016, 5, 1) };
    const bins = new Bins('month', 'financial', period);
    const april = [dayOf(2015, 4, 1), dayOf(2016, 4, 1)];
    expect([...bins.yearStart]).toEqual([april[0], april[0], april[1]]);
    expect([...bins.yearDays]).toEqual([366, 366, 365]);
  });
});
