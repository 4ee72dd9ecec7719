import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { shareOut } from '../../../src/model/money.ts';
import { dayOf, unitsIn, type Calendar, type TimeUnit } from '../../../src/model/period.ts';
import { otherOf, subjectOf } from '../../../src/model/subject.ts';
import { addSums, totalOf, NOTHING } from '../../../src/model/sum.ts';
import { groupsOf, isDated, isSized, selected, sumOf, told, touchesSorted } from './oracle.ts';
import {
  datasetOf,
  filters,
  measureIndex,
  MEASURES,
  plainRow,
  rows,
  split,
  type PlainRow,
} from './random-dataset.ts';

const question = fc.record({
  by: split,
  also: fc.array(split, { maxLength: 2 }),
  unit: fc.constantFrom<TimeUnit>('month', 'quarter', 'year'),
  calendar: fc.constantFrom<Calendar>('calendar', 'financial'),
  spread: fc.boolean(),
});

function ask(plain: readonly PlainRow[], measure: number, unit: TimeUnit, spread: boolean) {
  return new LocalEngine(datasetOf(plain)).ask({
    ask: 'series',
    measure: MEASURES[measure]!.id,
    filters: [],
    by: { dimension: 'sector', top: 9 },
    also: [],
    unit,
    calendar: 'calendar',
    spread,
  });
}

describe('series', () => {
  test('are what sharing figure by figure gives, for any rows, filters and units', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(0, 2), filters, question, async (...random) => {
        const [plain, measure, clauses, { by, also, unit, calendar, spread }] = random;
        const answer = await new LocalEngine(datasetOf(plain)).ask({
          ask: 'series',
          measure: MEASURES[measure]!.id,
          filters: clauses,
          by,
          also,
          unit,
          calendar,
          spread,
        });
        const chosen = selected(plain, measure, clauses);
        const undated = chosen.filter((row) => !isDated(row));
        expect(touchesSorted(answer.undated)).toEqual(groupsOf(plain, chosen, undated, [by], also));
        const { kept } = told(plain, chosen, by);
        const id =
          by.dimension === 'funder' ? 'funder' : by.dimension === 'place' ? 'place' : 'sector';
        for (const { period, subject, sum, touches } of answer.points) {
          const mine = chosen.filter(
            (row) => subject === (kept.includes(row[id]) ? subjectOf(id, row[id]) : otherOf(id)),
          );
          let expected = NOTHING;
          const here: PlainRow[] = [];
          for (const row of mine.filter(isDated)) {
            const whole = { start: row.start!, end: row.end! };
            const units = unitsIn(unit, calendar, whole);
            const at = units.findIndex(({ start }) => start === period.start);
            const days = units.map(
              ({ start, end }) => Math.min(end, whole.end) - Math.max(start, whole.start),
            );
            const weights = spread && isSized(row) ? days : days.map((_, i) => (i === 0 ? 1 : 0));
            if ((weights[at] ?? 0) === 0) continue;
            const sum = sumOf([row]);
            const low = shareOut(sum.low, weights)[at]!;
            const counts = at === 0 ? sum : NOTHING;
            here.push(row);
            expected = addSums(expected, {
              ...counts,
              low,
              high: low + shareOut(sum.high - sum.low, weights)[at]!,
              returned: Math.min(0, low),
            });
          }
          expect(sum).toEqual(expected);
          expect(touches.toSorted()).toEqual(groupsOf(plain, chosen, here, [by], also)[0]?.touches);
        }
        const order = answer.points.map(({ period }) => period.start);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('add up, with what has no period, to what is shown', async () => {
    await fc.assert(
      fc.asyncProperty(rows, filters, question, async (plain, clauses, asked) => {
        for (const { id, basis } of MEASURES) {
          const engine = new LocalEngine(datasetOf(plain));
          const answer = await engine.ask({
            ask: 'series',
            measure: id,
            filters: clauses,
            ...asked,
          });
          const total = totalOf([...answer.points, ...answer.undated].map(({ sum }) => sum));
          const { sum } = answer.ledger.shown;
          expect(total.count).toBe(sum.count);
          expect(total.open).toBe(sum.open);
          expect(total.about).toBe(sum.about);
          if (basis === 'per year' && asked.spread) continue;
          expect(total).toMatchObject({ low: sum.low, high: sum.high, returned: sum.returned });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('do not depend on the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, question, async (plain, measure, asked) => {
        const answers = [plain, plain.toReversed()].map((list) =>
          new LocalEngine(datasetOf(list)).ask({
            ask: 'series',
            measure: MEASURES[measure]!.id,
            filters: [],
            ...asked,
          }),
        );
        expect(await answers[1]).toEqual(await answers[0]);
      }),
    );
  });

  test('give each whole year of an annual sum all of it, and a part of a year its share', async () => {
    const start = dayOf(2017, 7, 2);
    const end = dayOf(2020, 1, 1);
    const plain = [plainRow({ measure: 1, low: 365, high: 730, bound: 'range', start, end })];
    const years = await ask(plain, 1, 'year', true);
    expect(years.points.map(({ sum }) => [sum.low, sum.high, sum.count])).toEqual([
      [183, 366, 1],
      [365, 730, 0],
      [365, 730, 0],
    ]);
    const months = await ask(plain, 1, 'month', true);
    const of2018 = months.points.filter(
      ({ period }) => period.start >= dayOf(2018, 1, 1) && period.end <= dayOf(2019, 1, 1),
    );
    expect(of2018).toHaveLength(12);
    expect(totalOf(of2018.map(({ sum }) => sum))).toMatchObject({ low: 365, high: 730 });
    const lump = await ask(plain, 1, 'year', false);
    expect(lump.points.map(({ sum }) => [sum.low, sum.high, sum.count])).toEqual([[365, 730, 1]]);
  });

  test('count a figure of unstated size where its period starts', async () => {
    const unknown = { low: null, high: null, bound: 'not stated' } as const;
    const plain = [
      plainRow({ ...unknown, start: dayOf(2017, 1, 1), end: dayOf(2019, 1, 1) }),
      plainRow({ ...unknown, start: dayOf(2017, 1, 1) }),
    ];
    const { points, undated } = await ask(plain, 0, 'year', true);
    expect(points.map(({ sum }) => [sum.count, sum.unstated])).toEqual([[0, 1]]);
    expect(undated.map(({ sum }) => [sum.count, sum.unstated])).toEqual([[0, 1]]);
  });
});
