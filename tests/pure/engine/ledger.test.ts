import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { Filter } from '../../../src/model/filter.ts';
import { closes } from '../../../src/model/ledger.ts';
import { placeOf, sumOf } from './oracle.ts';
import { datasetOf, filters, measureIndex, MEASURES, plainRow, rows } from './random-dataset.ts';

async function ledgerOf(engine: LocalEngine, measure: number, clauses: readonly Filter[]) {
  const question = { ask: 'groups' as const, by: [], also: [] };
  const answer = await engine.ask({
    ...question,
    measure: MEASURES[measure]!.id,
    filters: clauses,
  });
  return answer.ledger;
}

describe('the ledger', () => {
  test('closes, with each row in the first class that is true of it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, fc.nat(3), async (...random) => {
        const [plain, measure, clauses, unread] = random;
        const engine = new LocalEngine(datasetOf(plain, unread));
        const ledger = await ledgerOf(engine, measure, clauses);
        expect(closes(ledger)).toBe(true);
        expect(ledger.unread.rows).toBe(unread);
        expect(ledger.file.rows).toBe(plain.length + unread);
        const part = (place: string) =>
          plain.filter((row) => placeOf(row, measure, clauses) === place);
        for (const [counted, place] of [
          [ledger.shown, 'shown'],
          [ledger.filtered, 'filtered'],
        ] as const) {
          expect(counted).toEqual({ rows: part(place).length, sum: sumOf(part(place)) });
        }
        for (const { id } of MEASURES) {
          const having = plain.filter((row) => MEASURES[row.measure]!.id === id);
          const out = ledger.leftOut.find((each) => each.measure === id);
          if (id === MEASURES[measure]!.id) {
            expect(out?.rows ?? 0).toBe(part('size not stated').length);
            expect(out?.rule ?? 'size not stated').toBe('size not stated');
          } else {
            expect(out?.rows ?? 0).toBe(having.length);
            expect(out?.rule ?? 'another measure').toBe('another measure');
            if (out) expect(out.sum).toEqual(sumOf(having));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('shows no more when one more filter is set', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, async (plain, measure, clauses) => {
        const engine = new LocalEngine(datasetOf(plain));
        let before = (await ledgerOf(engine, measure, [])).shown;
        for (let clause = 1; clause <= clauses.length; clause++) {
          const { shown } = await ledgerOf(engine, measure, clauses.slice(0, clause));
          expect(shown.rows).toBeLessThanOrEqual(before.rows);
          const given = ({ low, returned }: typeof shown.sum) => low - returned;
          expect(given(shown.sum)).toBeLessThanOrEqual(given(before.sum));
          expect(-shown.sum.returned).toBeLessThanOrEqual(-before.sum.returned);
          before = shown;
        }
      }),
    );
  });

  test('counts what a period, an amount and a text leave in', async () => {
    const plain = [
      plainRow({ start: 100, end: 200, low: 10, high: 10, note: 'For Schools' }),
      plainRow({ start: 200, end: 300, low: 20, high: null, bound: 'at least' }),
      plainRow({ start: 150, end: null, low: null, high: 30, bound: 'up to' }),
      plainRow({ low: null, high: null, bound: 'not stated', sector: 'schools' }),
    ];
    const engine = new LocalEngine(datasetOf(plain));
    const parts = async (filter: Filter) => {
      const { shown, leftOut, filtered } = await ledgerOf(engine, 0, [filter]);
      return [shown.rows, leftOut[0]?.rows ?? 0, filtered.rows];
    };
    // A period ends before its last day's successor, and one without an end is never known to be in.
    expect(await parts({ on: 'period', within: { start: 0, end: 100 } })).toEqual([0, 0, 4]);
    expect(await parts({ on: 'period', within: { start: 199, end: 200 } })).toEqual([1, 0, 3]);
    expect(await parts({ on: 'period', within: { start: 199, end: 201 } })).toEqual([2, 0, 2]);
    // An open end may be any amount, "up to" may be nothing, and an unstated size is never known.
    expect(await parts({ on: 'amount', from: 1e9, to: null })).toEqual([1, 0, 3]);
    expect(await parts({ on: 'amount', from: null, to: 5 })).toEqual([1, 0, 3]);
    expect(await parts({ on: 'amount', from: 10, to: 20 })).toEqual([3, 0, 1]);
    expect(await parts({ on: 'text', matches: ' SCHOOLS ' })).toEqual([1, 1, 2]);
  });
});
