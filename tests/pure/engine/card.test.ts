import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { suggest } from '../../../src/engine/suggest.ts';
import { measureOrder, ranked } from './oracle.ts';
import { datasetOf, DIMENSIONS, MEASURES, plainRow, rows } from './random-dataset.ts';

describe('the card', () => {
  test('ranks measures and values by the whole file, whatever the order of its rows', async () => {
    await fc.assert(
      fc.property(rows, (plain) => {
        const { card } = new LocalEngine(datasetOf(plain));
        expect(new LocalEngine(datasetOf(plain.toReversed())).card).toEqual(card);
        expect(card.measures.map(({ id }) => id)).toEqual(
          measureOrder(plain).map((index) => MEASURES[index]!.id),
        );
        for (const id of DIMENSIONS) {
          const dimension = card.dimensions.find((each) => each.id === id)!;
          const values = ranked(plain, id);
          expect(dimension.distinct).toBe(values.length);
          expect(dimension.ranked).toEqual(
            values.map((value) => ({
              value,
              rows: plain.filter((row) => row[id] === value).length,
            })),
          );
        }
      }),
    );
  });

  test('puts values that say nothing is stated last, however much money they have', () => {
    const plain = [
      plainRow({ sector: 'not stated', low: 900, high: 900 }),
      plainRow({ sector: 'Not named here', low: 800, high: 800 }),
      plainRow({ sector: 'Arts', low: 1, high: 1 }),
    ];
    const { card } = new LocalEngine(datasetOf(plain));
    expect(card.dimensions[1]!.ranked.map(({ value }) => value)).toEqual([
      'Arts',
      'not stated',
      'Not named here',
    ]);
  });

  test('keeps the first two hundred of many values', () => {
    const plain = Array.from({ length: 300 }, (_, index) =>
      plainRow({ funder: `F${index}`, low: (index * 7) % 300, high: (index * 7) % 300 }),
    );
    const [funder] = new LocalEngine(datasetOf(plain)).card.dimensions;
    expect(funder!.distinct).toBe(300);
    expect(funder!.ranked.map(({ value }) => value)).toEqual(ranked(plain, 'funder').slice(0, 200));
  });

  test('spans the periods that have both ends', () => {
    const span = (...plain: Parameters<typeof plainRow>[0][]) =>
      new LocalEngine(datasetOf(plain.map(plainRow))).card.span;
    expect(span({ start: 5 }, { end: 9 })).toBeNull();
    expect(span({ start: 1, end: 3 }, { start: 2, end: 8 }, { start: -90 })).toEqual({
      start: 1,
      end: 8,
    });
  });
});

describe('what a first look uses', () => {
  const dimension = (id: string, distinct: number, within?: string) => ({
    id,
    label: id,
    distinct,
    ranked: [],
    ...(within === undefined ? {} : { within }),
  });

  test('is given for files of this project’s own format', () => {
    const ids = ['title', 'funder', 'programme', 'sector', 'announced'];
    expect(suggest(ids.map((id) => dimension(id, 3)))).toEqual({
      stages: ['announced', 'sector', 'programme'],
      levels: ['sector', 'programme', 'title'],
      colour: 'sector',
    });
  });

  test('is found by what a dimension tells apart', () => {
    const dimensions = [
      dimension('body', 1),
      dimension('recipient', 5000),
      dimension('region', 12),
      dimension('town', 900, 'region'),
      dimension('type', 3),
    ];
    expect(suggest(dimensions)).toEqual({
      stages: ['recipient', 'region', 'town'],
      levels: ['region', 'town', 'type'],
      colour: 'region',
    });
  });

  test('is never a dimension that is not there', () => {
    expect(suggest([])).toEqual({ stages: [], levels: [], colour: '' });
    expect(suggest([dimension('body', 1)])).toEqual({
      stages: ['body'],
      levels: ['body'],
      colour: 'body',
    });
    expect(suggest([dimension('body', 1), dimension('supplier', 900)])).toEqual({
      stages: ['body', 'supplier'],
      levels: ['supplier', 'body'],
      colour: 'supplier',
    });
  });
});
