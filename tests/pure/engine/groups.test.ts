import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { totalOf, addSums } from '../../../src/model/sum.ts';
import type { Split } from '../../../src/model/question.ts';
import { groupsOf, selected, told, touchesSorted } from './oracle.ts';
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

const splits = fc.array(split, { maxLength: 3 });

function groups(plain: readonly PlainRow[], by: readonly Split[], also: readonly Split[] = []) {
  return new LocalEngine(datasetOf(plain)).ask({
    ask: 'groups',
    measure: MEASURES[0]!.id,
    filters: [],
    by,
    also,
  });
}

describe('groups', () => {
  test('are what the plain way gives, for any rows, filters and splits', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, splits, splits, async (...random) => {
        const [plain, measure, clauses, by, also] = random;
        const answer = await new LocalEngine(datasetOf(plain)).ask({
          ask: 'groups',
          measure: MEASURES[measure]!.id,
          filters: clauses,
          by,
          also,
        });
        const chosen = selected(plain, measure, clauses);
        expect(touchesSorted(answer.groups)).toEqual(groupsOf(plain, chosen, chosen, by, also));
        const { shown, leftOut } = answer.ledger;
        const unstated = leftOut.filter((part) => part.rule === 'size not stated');
        expect(totalOf(answer.groups.map(({ sum }) => sum))).toEqual(
          unstated.reduce((sum, part) => addSums(sum, part.sum), shown.sum),
        );
        for (const each of [...by, ...also]) {
          const first = [...by, ...also].find(({ dimension }) => dimension === each.dimension)!;
          expect(answer.gathered[each.dimension]).toBe(told(plain, chosen, first).gathered);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('do not depend on the order of rows', async () => {
    const shuffled = rows.chain((plain) =>
      fc.tuple(
        fc.constant(plain),
        fc.shuffledSubarray(plain, { minLength: plain.length, maxLength: plain.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, splits, splits, async ([plain, other], by, also) => {
        expect(await groups(other, by, also)).toEqual(await groups(plain, by, also));
      }),
    );
  });

  test('keep the largest values and gather the rest under the dimension', async () => {
    const plain = [
      plainRow({ sector: 'Small', low: 20, high: 20 }),
      plainRow({ sector: 'Smaller', low: 0, high: 0 }),
      plainRow({ sector: 'Large', low: 900, high: 900 }),
      plainRow({ sector: 'Returned', low: -500, high: 10, bound: 'range' }),
    ];
    const answer = await groups(plain, [{ dimension: 'sector', top: 2 }]);
    expect(answer.groups.map(({ path, sum }) => [path[0], sum.low, sum.count])).toEqual([
      ['sector:Large', 900, 1],
      ['sector:Returned', -500, 1],
      ['sector~other:', 20, 2],
    ]);
    expect(answer.gathered).toEqual({ sector: 2 });
  });

  test('are the same where each amount is one number and kept once', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), splits, async (plain, allStated, by) => {
        const single = plain.map((row): PlainRow => {
          const amount = row.low ?? row.high ?? (allStated ? 7 : null);
          return { ...row, measure: 0, low: amount, high: amount };
        });
        const of = datasetOf(single);
        const [one] = MEASURES;
        const ask = (high: Float64Array) =>
          new LocalEngine({ ...of, measures: [one!], high }).ask({
            ask: 'groups',
            measure: one!.id,
            filters: [],
            by,
            also: [],
          });
        expect(await ask(of.low)).toEqual(await ask(of.low.slice()));
      }),
      { numRuns: 300 },
    );
  });

  test('never gather a single value', async () => {
    const plain = ['A', 'B', 'C'].map((sector) => plainRow({ sector }));
    const answer = await groups(plain, [{ dimension: 'sector', top: 2 }]);
    expect(answer.groups.map(({ path }) => path[0])).toEqual(['sector:A', 'sector:B', 'sector:C']);
    expect(answer.gathered).toEqual({ sector: 0 });
  });

  test('show a value of unstated size where there is room for it', async () => {
    const plain = [
      plainRow({ sector: 'A first one', low: null, high: null, bound: 'not stated' }),
      ...['A', 'B', 'C', 'D'].map((sector) => plainRow({ sector, low: 0, high: 0 })),
    ];
    const four = await groups(plain, [{ dimension: 'sector', top: 4 }]);
    expect(four.groups.map(({ path, sum }) => [path[0], sum.count, sum.unstated])).toContainEqual([
      'sector:A first one',
      0,
      1,
    ]);
    const three = await groups(plain, [{ dimension: 'sector', top: 3 }]);
    expect(three.groups.at(-1)).toMatchObject({
      path: ['sector~other:'],
      sum: { count: 1, unstated: 1 },
    });
  });

  test('say which of many values they touch', async () => {
    const plain = Array.from({ length: 140 }, (_, index) =>
      plainRow({ place: index % 3 === 0 ? 'North' : 'South', funder: `F${index % 70}` }),
    );
    const also = [
      { dimension: 'sector', top: 5 },
      { dimension: 'funder', top: 100 },
    ];
    const by = [{ dimension: 'place', top: 5 }];
    const { groups: touching } = await groups(plain, by, also);
    expect(touchesSorted(touching)).toEqual(groupsOf(plain, plain, plain, by, also));
    expect(touching[0]!.touches.length).toBeGreaterThan(40);
  });

  test('can be of more combinations than a number can count', async () => {
    const plain = Array.from({ length: 140 }, (_, index) =>
      plainRow({
        funder: `F${index % 70}`,
        sector: `S${(index * 9) % 70}`,
        place: index < 70 ? 'North' : 'South',
        low: index,
        high: index,
      }),
    );
    const by = ['funder', 'sector', 'funder', 'sector', 'funder', 'sector', 'funder', 'sector']
      .concat('funder', 'sector', 'place')
      .map((dimension) => ({ dimension, top: 100 }));
    const answer = await groups(plain, by);
    expect(answer.groups).toHaveLength(140);
    for (const { path, sum } of answer.groups) {
      const row = plain[sum.low]!;
      const [funder, sector] = [`funder:${row.funder}`, `sector:${row.sector}`];
      expect(path.slice(0, 10)).toEqual(Array.from({ length: 5 }, () => [funder, sector]).flat());
      expect(path[10]).toBe(`place:${row.place}`);
    }
  });

  test('refuse a dimension or measure that is not there, and sums too large to be exact', async () => {
    await expect(groups([plainRow()], [{ dimension: 'colour', top: 3 }])).rejects.toThrow(
      'no such dimension: "colour"',
    );
    const engine = new LocalEngine(datasetOf([plainRow()]));
    await expect(
      engine.ask({ ask: 'groups', measure: 'shells', filters: [], by: [], also: [] }),
    ).rejects.toThrow('no such measure: "shells"');
    const huge = plainRow({ low: 2 ** 53 - 1, high: 2 ** 53 - 1 });
    expect(() => new LocalEngine(datasetOf([huge, plainRow()]))).toThrow('too large to be exact');
  });
});
