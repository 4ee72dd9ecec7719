import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { openSource } from '../../../src/load/opensource.ts';
import { sumTree, sumTreeDown } from '../../../src/load/nesting/sumtree.ts';
import type { Options } from '../../../src/load/plan.ts';
import { closes } from '../../../src/model/ledger.ts';
import { encode, sourceOf } from './scan/feeding.ts';

const BUDGET = `Code,Function,Budget
1,Education,100
1.1,Schools,60
1.1.1,Primary schools,40
1.1.2,Secondary schools,20
1.2,Colleges,40
2,Health,50
2.1,Hospitals,30
2.2,Surgeries,20
3,Reserves,7
`;

async function opened(text: string, options: Options = {}) {
  const result = await openSource([sourceOf(encode(text))], options);
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, engine: new LocalEngine(result.dataset) };
}

async function shownOf({ engine }: Awaited<ReturnType<typeof opened>>) {
  const [measure] = engine.card.measures;
  const by = engine.card.dimensions.map(({ id }) => ({ dimension: id, top: 99 }));
  const { groups, ledger } = await engine.ask({
    ask: 'groups',
    measure: measure?.id ?? '',
    filters: [],
    by,
    also: [],
  });
  expect(closes(ledger)).toBe(true);
  return { measure, groups, ledger };
}

describe('totals among amounts', () => {
  const all = () => true;

  it('stand under what they add up, and totals of totals under those', () => {
    expect([...sumTree([10, 20, 30, 1, 2, 3, 33], all)]).toEqual([2, 2, 6, 5, 5, 6, -1]);
  });

  it('or over it', () => {
    expect([...sumTreeDown([33, 30, 10, 20, 3, 1, 2], all)]).toEqual([-1, 0, 1, 1, 0, 4, 4]);
  });

  it('are none where an amount only equals the one before, or nought', () => {
    expect([...sumTree([5, 5, 0, 0, 0], all)]).toEqual([-1, -1, -1, -1, -1]);
  });
});

describe('a file with parents and children among its rows', () => {
  it('counts the children, and every row is in the book', async () => {
    const read = await opened(BUDGET);
    const { ledger, measure } = await shownOf(read);
    expect(measure?.kind).toBe('amount');
    expect(ledger.shown).toMatchObject({ rows: 6, sum: { low: 15700 } });
    expect(ledger.leftOut).toMatchObject([
      { measure: 'amount total/GBP/total', rows: 2, sum: { low: 15000 } },
      { measure: 'level 2 amount total/GBP/total', rows: 1 },
    ]);
    expect(ledger.file.rows).toBe(9);
  });

  it('counts the parents instead when asked, and names the others as their detail', async () => {
    const read = await opened(BUDGET, { totals: 'only' });
    const { ledger, groups, measure } = await shownOf(read);
    expect(measure?.kind).toBe('amount');
    expect(groups.map(({ path }) => path[0])).toEqual([
      'sector:Education',
      'sector:Health',
      'sector:Reserves',
    ]);
    expect(ledger.shown.sum.low).toBe(15700);
    expect(ledger.leftOut.map(({ measure: id, rows }) => [id, rows])).toEqual([
      ['amount detail/GBP/total', 5],
      ['level 2 amount total/GBP/total', 1],
    ]);
  });

  it('makes levels of them when asked, each within the one before', async () => {
    const read = await opened(BUDGET, { totals: 'levels' });
    const { card } = read.engine;
    const levels = card.dimensions.map(({ id, label, within }) => [id, label, within]);
    expect(levels.slice(0, 3)).toEqual([
      ['level-1', 'Level 1', undefined],
      ['level-2', 'Level 2', 'level-1'],
      ['sector', 'Function', 'level-2'],
    ]);
    const { groups, ledger } = await shownOf(read);
    expect(ledger.shown.sum.low).toBe(15700);
    const paths = groups.map(({ path }) =>
      path.slice(0, 3).map((subject) => subject.split(':')[1]),
    );
    expect(paths).toContainEqual(['Education', 'Schools', 'Primary schools']);
    expect(paths).toContainEqual(['Education', 'Colleges', 'Colleges']);
    expect(paths).toContainEqual(['Reserves', 'Reserves', 'Reserves']);
  });

  it('offers each way to count them on one sentence', async () => {
    const { reading } = await opened(BUDGET);
    const [decision] = reading.decisions.filter(({ matter }) => matter === 'levels');
    expect(decision?.doubt).toBe(true);
    expect(decision?.choices.map(({ options }) => options.totals)).toEqual([
      'only',
      'levels',
      'keep',
    ]);
    const kept = await opened(BUDGET, decision?.choices.at(-1)?.options);
    expect(kept.scanned.sums).toMatchObject([{ sum: '367', count: 9 }]);
  });

  it('keeps rows whose codes begin alike and whose amounts do not add up', async () => {
    const { scanned } = await opened(BUDGET.replace(',50\n', ',51\n').replace(',100\n', ',99\n'));
    expect(scanned.sums.map(({ kind, count }) => [kind, count])).toEqual([['amount', 9]]);
  });

  it('makes levels of rows that are called totals of something', async () => {
    const text = readFileSync('tests/fixtures/load/subtotals-as-levels.csv', 'utf8');
    const { reading } = await opened(text);
    const [decision] = reading.decisions.filter(({ matter }) => matter === 'totals');
    const levels = decision?.choices.find(({ options }) => options.totals === 'levels');
    expect(levels?.sentence).toBe('Treat them as levels');
    const { groups, ledger } = await shownOf(await opened(text, levels?.options));
    expect(ledger.shown).toMatchObject({ rows: 4, sum: { low: 3300 } });
    const paths = groups.map(({ path }) => path.map((subject) => subject.split(':')[1]));
    expect(paths).toContainEqual(expect.arrayContaining(['Total for Roads', 'Lamps']));
  });

  it('offers no levels where totals have no name of their own', async () => {
    const text = 'Category,Region,Budget\nParks,North,10\nRoads,North,20\nTotal,North,30\n';
    const { reading } = await opened(text);
    const [decision] = reading.decisions.filter(({ matter }) => matter === 'totals');
    expect(decision?.choices.map(({ options }) => options.totals)).toEqual(['only', 'keep']);
  });
});
