import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { ranked, selected } from './oracle.ts';
import {
  datasetOf,
  DIMENSIONS,
  filters,
  measureIndex,
  MEASURES,
  plainRow,
  rows,
} from './random-dataset.ts';

const question = { ask: 'figures', filters: [], also: [], limit: 100 } as const;

describe('figures', () => {
  test('are the selected rows, whatever their order in the file', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, async (plain, measure, clauses) => {
        const also = DIMENSIONS.map((dimension) => ({ dimension, top: 20 }));
        const asked = { ...question, measure: MEASURES[measure]!.id, filters: clauses, also };
        const ask = async (list: typeof plain) => {
          const { figures } = await new LocalEngine(datasetOf(list)).ask(asked);
          return figures!.map(({ row, ...figure }) => ({ ...figure, record: list[row]!.record }));
        };
        const chosen = selected(plain, measure, clauses);
        const figures = await ask(plain);
        expect(figures.map(({ record }) => record).toSorted((a, b) => a - b)).toEqual(
          chosen.map(({ record }) => record),
        );
        for (const { record, title, amount, start, end } of figures) {
          const row = plain[record - 1]!;
          expect({ title, amount, start, end }).toEqual({
            title: row.title,
            amount: { low: row.low, high: row.high, bound: row.bound },
            start: row.start,
            end: row.end,
          });
        }
        const said = (list: typeof figures) => list.map(({ record: _, ...figure }) => figure);
        expect(said(await ask(plain.toReversed()))).toEqual(said(figures));
      }),
    );
  });

  test('stand by start, then by the colour’s order, then the larger first', async () => {
    const plain = [
      plainRow({ title: 'no start', funder: 'Large', low: 9999, high: 9999 }),
      plainRow({ title: 'small', funder: 'Small', start: 5, end: 6 }),
      plainRow({ title: 'large, less', funder: 'Large', start: 5, end: 9, low: 10, high: 10 }),
      plainRow({ title: 'large, more', funder: 'Large', start: 5, end: 6, low: 20, high: 20 }),
      plainRow({ title: 'first', funder: 'Small', start: 4, end: 6, low: 1, high: 1 }),
    ];
    expect(ranked(plain, 'funder')).toEqual(['Large', 'Small']);
    const engine = new LocalEngine(datasetOf(plain));
    expect(engine.card.suggested.colour).toBe('funder');
    const also = [{ dimension: 'funder', top: 5 }];
    const { figures } = await engine.ask({ ...question, measure: MEASURES[0]!.id, also });
    expect(figures!.map(({ title, touches }) => [title, ...touches])).toEqual([
      ['first', 'funder:Small'],
      ['large, more', 'funder:Large'],
      ['large, less', 'funder:Large'],
      ['small', 'funder:Small'],
      ['no start', 'funder:Large'],
    ]);
  });

  test('that differ in one text alone do not stand by their place in the file', async () => {
    const plain = [plainRow({ place: 'South' }), plainRow({ place: 'North' })];
    const other = plainRow({ funder: 'G', place: 'West', low: 1, high: 1 });
    const also = [{ dimension: 'place', top: 5 }];
    for (const list of [plain, plain.toReversed()]) {
      const engine = new LocalEngine(datasetOf([other, ...list]));
      const { figures } = await engine.ask({ ...question, measure: MEASURES[0]!.id, also });
      expect(figures!.map(({ touches }) => touches[0])).toEqual([
        'place:North',
        'place:South',
        'place:West',
      ]);
    }
  });

  test('are not told when they are more than the limit', async () => {
    const engine = new LocalEngine(datasetOf([plainRow(), plainRow()]));
    const asked = { ...question, measure: MEASURES[0]!.id };
    expect((await engine.ask({ ...asked, limit: 1 })).figures).toBeNull();
    expect((await engine.ask({ ...asked, limit: 2 })).figures).toHaveLength(2);
  });
});
