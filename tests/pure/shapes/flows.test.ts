import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { Group, GroupsAnswer, GroupsQuestion } from '../../../src/model/question.ts';
import { isOther, subjectOf } from '../../../src/model/subject.ts';
import { NOTHING, sameSum, totalOf, type Sum } from '../../../src/model/sum.ts';
import { flowsOf, weightOf, widthsOf } from '../../../src/shapes/flows.ts';
import { ribbonsOf } from '../../../src/shapes/ribbons.ts';
import { datasetOf, filters, MEASURES, rows } from '../engine/random-dataset.ts';

const sum = (low: number, changes: Partial<Sum> = {}): Sum => ({
  ...NOTHING,
  low,
  high: low,
  count: 1,
  ...changes,
});
const group = (path: readonly string[], money: Sum): Group => ({
  path: path.map((value, stage) => subjectOf(`s${stage}`, value)),
  sum: money,
  touches: [],
});
const answerOf = (groups: readonly Group[]): GroupsAnswer => ({
  ask: 'groups',
  groups,
  gathered: {},
  ledger: {
    measure: '',
    shown: { rows: 0, sum: NOTHING },
    filtered: { rows: 0, sum: NOTHING },
    leftOut: [],
    unread: { rows: 0 },
    file: { rows: 0, sums: [] },
  },
});
const flowing = (groups: readonly Group[], standing = groups, anchor = 1) =>
  flowsOf(answerOf(groups), answerOf(standing), 3, anchor);

describe('the width of money', () => {
  test('is what came in, the range above it and what was returned, side by side', () => {
    expect(widthsOf(sum(70, { high: 90, returned: -30 }))).toEqual({
      sure: 100,
      range: 20,
      returned: 30,
    });
    expect(weightOf(sum(70, { high: 90, returned: -30 }))).toBe(150);
    expect(weightOf(sum(0, { high: 40 }))).toBe(40);
    expect(weightOf(sum(-5, { returned: -5 }))).toBe(5);
    expect(weightOf({ ...NOTHING, unstated: 3 })).toBe(0);
  });

  test('adds up however figures are grouped', () => {
    const anySum = fc
      .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(1e6))
      .map(([low, more]) => sum(low, low < 0 ? { returned: low } : { high: low + more }));
    fc.assert(
      fc.property(fc.array(anySum), (list) => {
        const parts = list.reduce((total, one) => total + weightOf(one), 0);
        expect(weightOf(totalOf(list))).toBe(parts);
      }),
    );
  });
});

describe('flows', () => {
  const groups = [
    group(['a', 'x', 'p'], sum(10)),
    group(['b', 'x', 'q'], sum(30)),
    group(['a', 'y', 'p'], sum(60)),
  ];

  test('gather groups into nodes and links, each of the money of its rows', () => {
    const { stages, links } = flowing(groups);
    expect(stages.map((nodes) => nodes.map(({ subject, weight }) => [subject, weight]))).toEqual([
      [
        ['s0:a', 70],
        ['s0:b', 30],
      ],
      [
        ['s1:y', 60],
        ['s1:x', 40],
      ],
      [
        ['s2:p', 70],
        ['s2:q', 30],
      ],
    ]);
    const found = links.map(({ source, target, weight }) => `${source} ${target} ${weight}`);
    expect(found.sort()).toEqual([
      's0:a s1:x 10',
      's0:a s1:y 60',
      's0:b s1:x 30',
      's1:x s2:p 10',
      's1:x s2:q 30',
      's1:y s2:p 60',
    ]);
  });

  test('keep the order of the whole file, whatever is filtered', () => {
    const { stages } = flowing(
      [group(['a', 'x', 'p'], sum(500)), group(['a', 'y', 'p'], sum(1))],
      groups,
    );
    expect(stages[1]!.map(({ subject }) => subject)).toEqual(['s1:y', 's1:x']);
  });

  test('know of each link the paths of real rows in it', () => {
    const { links } = flowing(groups);
    const link = links.find(({ source, target }) => source === 's1:x' && target === 's2:p');
    expect(link!.paths.map(({ subjects }) => subjects)).toEqual([['s0:a', 's1:x', 's2:p']]);
  });

  test('place each node as wide as its money on one scale, and none over another', () => {
    const { nodes, links, scale } = ribbonsOf(flowing(groups), {
      across: 300,
      gap: 10,
      held: undefined,
    });
    for (const { node, across0, across1 } of nodes) {
      expect(across1 - across0).toBeCloseTo(node.weight * scale, 6);
    }
    for (const { link, width } of links) expect(width).toBeCloseTo(link.weight * scale, 6);
    for (const stage of [0, 1, 2]) {
      const column = nodes.filter(({ node }) => node.stage === stage);
      const sorted = column.toSorted((a, b) => a.across0 - b.across0);
      expect(sorted).toEqual(column);
      sorted.slice(1).forEach(({ across0 }, at) => {
        expect(across0 - sorted[at]!.across1).toBeGreaterThanOrEqual(10 - 1e-6);
      });
    }
  });

  test('without any size are placed with no width', () => {
    const none = group(['a', 'x', 'p'], { ...NOTHING, unstated: 1 });
    const { nodes, links } = ribbonsOf(flowing([none]), { across: 300, gap: 10, held: undefined });
    expect(links.map(({ width }) => width)).toEqual([0, 0]);
    for (const { across0, across1 } of nodes) {
      expect([across0, across1].every(Number.isFinite)).toBe(true);
    }
  });

  test('carry the whole selection through every stage, gathered tails last', async () => {
    const by = ['funder', 'place', 'sector'].map((dimension) => ({ dimension, top: 3 }));
    await fc.assert(
      fc.asyncProperty(rows, filters, async (list, some) => {
        const engine = new LocalEngine(datasetOf(list));
        const asked: GroupsQuestion = {
          ask: 'groups',
          measure: MEASURES[0]!.id,
          filters: some,
          by,
          also: [],
        };
        const answer = await engine.ask(asked);
        const standing = await engine.ask({ ...asked, filters: [] });
        const whole = totalOf(answer.groups.map((one) => one.sum));
        const { stages, links } = flowsOf(answer, standing, 3, 0);
        for (const nodes of stages) {
          expect(sameSum(totalOf(nodes.map((node) => node.sum)), whole)).toBe(true);
          const tail = nodes.findIndex(({ subject }) => isOther(subject));
          if (tail >= 0) expect(tail).toBe(nodes.length - 1);
        }
        for (const nodes of stages.slice(0, 2)) {
          for (const { subject, weight } of nodes) {
            const out = links.filter(({ source }) => source === subject);
            expect(out.reduce((total, link) => total + link.weight, 0)).toBe(weight);
          }
        }
      }),
    );
  });
});
