import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { stepsOf } from '../../../src/load/chain/steps.ts';
import { openSource } from '../../../src/load/opensource.ts';
import type { Options } from '../../../src/load/plan.ts';
import { closes } from '../../../src/model/ledger.ts';
import { encode, sourceOf } from './scan/feeding.ts';

const EDGES = `source,target,value
Treasury,Ministry,100
Ministry,Agency,60
Ministry,Council,30
Agency,Council,55
Treasury,Council,5
Council,Ministry,1
not stated,Council,2
Council,not stated,3
`;

async function opened(options: Options = {}, text = EDGES) {
  const result = await openSource([sourceOf(encode(text))], options);
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, engine: new LocalEngine(result.dataset) };
}

function edgesOf(pairs: readonly (readonly [number, number])[]) {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    edges.set(String(from), (edges.get(String(from)) ?? new Set()).add(String(to)));
  }
  return edges;
}

describe('the stages of a list of flows', () => {
  const pairs = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 60 });

  it('lead forward, but for flows that close a circle', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { stageOf, goesBack } = stepsOf(edgesOf(list));
        for (const [from, to] of list.map((pair) => pair.map(String))) {
          const [start, end] = [stageOf.get(from!)!, stageOf.get(to!)!];
          if (goesBack(from!, to!)) expect(end).toBeLessThanOrEqual(start);
          else expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });

  it('have no circle where none is', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const forward = list.filter(([from, to]) => from < to);
        const { goesBack } = stepsOf(edgesOf(forward));
        expect(forward.some(([from, to]) => goesBack(String(from), String(to)))).toBe(false);
      }),
    );
  });

  it('are found in a chain of any length', () => {
    const long = Array.from({ length: 50_000 }, (_, nth) => [nth, nth + 1] as const);
    expect(stepsOf(edgesOf(long)).stageOf.get('50000')).toBe(50_000);
  });
});

describe('a list of flows through others', () => {
  it('has a stage for each step, in two of which a row stands', async () => {
    const { engine, dataset } = await opened();
    const { stages } = engine.card.suggested;
    expect(stages).toEqual(['chain 1', 'chain 2', 'chain 3', 'chain 4', 'chain 5']);
    const columns = dataset.dimensions.filter(({ id }) => stages.includes(id));
    for (let row = 0; row < dataset.rows; row++) {
      const names = columns.map(({ values, codes }) => values[codes[row]!]).filter(Boolean);
      expect(names).toHaveLength(2);
    }
  });

  it('takes nobody who is not named for another of them', async () => {
    const { engine } = await opened();
    const [first] = engine.card.dimensions.filter(({ id }) => id === 'chain 1');
    expect(first?.ranked.map(({ value }) => value).sort()).toEqual(['Treasury', 'not stated']);
    const [decision] = (await opened()).reading.decisions.filter(
      ({ matter }) => matter === 'money passed on',
    );
    expect(decision?.sentence).not.toContain('not stated');
    expect(decision?.choices.map(({ options }) => options.chain)).toEqual(['once', 'rows']);
  });

  it('counts all rows, and within a step none twice', async () => {
    const { engine } = await opened();
    const { groups, ledger } = await engine.ask({
      ask: 'groups',
      measure: engine.card.measures[0]!.id,
      filters: [],
      by: [{ dimension: 'chain step', top: 9 }],
      also: [],
    });
    expect(closes(ledger)).toBe(true);
    expect(ledger.shown.sum.low).toBe(25_600);
    const sums = new Map(groups.map(({ path, sum }) => [path[0], sum.low]));
    expect(sums.get('chain step:Step 1')).toBe(10_700);
  });

  it('can count only what comes in, and keeps the rest in the book', async () => {
    const { engine } = await opened({ chain: 'once' });
    const { ledger } = await engine.ask({
      ask: 'groups',
      measure: 'amount/GBP/total',
      filters: [],
      by: [{ dimension: 'funder', top: 9 }],
      also: [],
    });
    expect(closes(ledger)).toBe(true);
    expect(ledger.shown.sum.low).toBe(10_700);
    expect(ledger.leftOut).toMatchObject([{ measure: 'passed-on amount/GBP/total', rows: 5 }]);
  });

  it('never hides a stage’s absent rows in the tail of the others', async () => {
    const { engine } = await opened();
    const { groups } = await engine.ask({
      ask: 'groups',
      measure: 'amount/GBP/total',
      filters: [],
      by: [{ dimension: 'chain 5', top: 1 }],
      also: [],
    });
    expect(groups.map(({ path }) => path[0])).toContain('chain 5:');
  });
});

describe('grants of which some are passed on', () => {
  const text = `Funder,Recipient,Award Date,Amount Awarded
State,County,2018-01-31,100
County,Town,2018-02-13,40
`;

  it('are rows like others until someone asks for their steps', async () => {
    const { engine, reading } = await opened({}, text);
    expect(engine.card.dimensions.map(({ id }) => id)).not.toContain('chain 1');
    const [decision] = reading.decisions.filter(({ matter }) => matter === 'money passed on');
    expect(decision?.choices.map(({ options }) => options.chain)).toEqual(['steps', 'once']);
    const steps = await opened(decision?.choices[0]?.options, text);
    expect(steps.engine.card.suggested.stages).toEqual(['chain 1', 'chain 2', 'chain 3']);
  });
});
