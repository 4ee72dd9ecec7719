import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { Group } from '../../../src/model/question.ts';
import { otherOf, subjectOf } from '../../../src/model/subject.ts';
import { NOTHING, type Sum } from '../../../src/model/sum.ts';
import { tilesOf, treeOf, withoutArea, zoomed, type Branch } from '../../../src/shapes/tree.ts';
import { datasetOf, plainRow } from '../engine/random-dataset.ts';

const sum = (low: number, changes: Partial<Sum> = {}): Sum => ({
  ...NOTHING,
  low,
  high: low,
  count: 1,
  ...changes,
});
const group = (sector: string, place: string, money: Sum): Group => ({
  path: [subjectOf('sector', sector), subjectOf('place', place)],
  sum: money,
  touches: [],
});
/** In the file Tax is larger than Health. */
const { card } = new LocalEngine(
  datasetOf([
    plainRow({ record: 1, sector: 'Tax', low: 900, high: 900 }),
    plainRow({ record: 2, sector: 'Health', low: 100, high: 100 }),
  ]),
);
const values = (branches: readonly Branch[]) => branches.map(({ path }) => path.at(-1));

describe('a tree of groups', () => {
  const tree = treeOf(
    [
      group('Health', 'North', sum(60)),
      group('Health', 'South', sum(30, { high: 40 })),
      group('Tax', 'North', sum(10)),
      group('Tax', 'South', sum(-5, { returned: -5 })),
      group('Arts', 'North', { ...NOTHING, unstated: 1 }),
      { path: [otherOf('sector'), 'place:North'], sum: sum(500), touches: [] },
    ],
    card,
  );

  test('keeps the order of the file, unknown values after it and gathered tails last', () => {
    expect(values(tree.branches)).toEqual([
      'sector:Tax',
      'sector:Health',
      'sector:Arts',
      otherOf('sector'),
    ]);
  });

  test('has areas that add up; what is returned or has no size has none', () => {
    expect(tree.branches.map(({ weight }) => weight)).toEqual([10, 100, 0, 500]);
    expect(tree.weight).toBe(610);
    expect(tree.branches[0]!.sum.low).toBe(5);
  });

  test('lists what has no area, outermost first', () => {
    expect(withoutArea(tree).map(({ path }) => path)).toEqual([
      ['sector:Tax', 'place:South'],
      ['sector:Arts'],
    ]);
  });

  test('is zoomed into what has parts, and into nothing else', () => {
    expect(zoomed(tree, [])).toBe(tree);
    expect(zoomed(tree, ['Health'])?.path).toEqual(['sector:Health']);
    for (const nowhere of [['Health', 'North'], ['Nowhere', 'North'], ['']]) {
      expect(zoomed(tree, nowhere)).toBeUndefined();
    }
  });
});

describe('tiles', () => {
  const anyGroups = fc
    .uniqueArray(
      fc.record({
        sector: fc.constantFrom('a', 'b', 'c', 'd'),
        place: fc.constantFrom('x', 'y', 'z'),
        money: fc.integer({ min: 1, max: 1_000_000 }),
      }),
      { minLength: 1, selector: ({ sector, place }) => `${sector} ${place}` },
    )
    .map((list) => list.map(({ sector, place, money }) => group(sector, place, sum(money))));

  test('fill the box, each with the area of its money, those within within', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const tree = treeOf(groups, card);
        const [width, height] = [700, 400];
        const tiles = tilesOf(tree, width, height);
        expect(tiles).toHaveLength(tree.branches.length + groups.length);
        for (const { branch, x0, y0, x1, y1 } of tiles) {
          const area = (x1 - x0) * (y1 - y0);
          expect(area / (width * height)).toBeCloseTo(branch.weight / tree.weight, 9);
          expect(x0 >= -1e-9 && y0 >= -1e-9 && x1 <= width + 1e-9 && y1 <= height + 1e-9).toBe(
            true,
          );
        }
      }),
    );
  });

  test('are none for what has no area', () => {
    const tree = treeOf([group('a', 'x', sum(5)), group('b', 'x', sum(0))], card);
    expect(values(tilesOf(tree, 10, 10).map(({ branch }) => branch))).toEqual([
      'sector:a',
      'place:x',
    ]);
  });
});
