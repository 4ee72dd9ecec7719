import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { datasetOf, MEASURES, plainRow } from './random-dataset.ts';

const plain = [
  plainRow({ sector: 'Smart ticketing', low: 5, high: 5 }),
  plainRow({ sector: 'Arts, heritage', low: 1, high: 1 }),
  plainRow({ sector: 'Arts Council', low: 9, high: 9 }),
  plainRow({ sector: 'Fine ARTS', low: 3, high: 3, measure: 2 }),
  plainRow({ sector: 'Fine ARTS', low: 3, high: 3, measure: 2 }),
  plainRow({ sector: 'Fine ARTS', low: 3, high: 3 }),
  plainRow({ funder: 'Arts Council', sector: 'Artsy', low: null, high: null, bound: 'not stated' }),
  plainRow({ sector: '__proto__' }),
];
const engine = new LocalEngine(datasetOf(plain));
const find = async (text: string, limit = 20, measure = MEASURES[1]!.id) =>
  (await engine.ask({ ask: 'find', text, limit, measure })).found;

describe('find', () => {
  test('puts starts of values before starts of words before the rest', async () => {
    expect((await find(' art')).map(({ subject }) => subject)).toEqual([
      'sector:Arts Council',
      'sector:Arts, heritage',
      'funder:Arts Council',
      'sector:Artsy',
      'sector:Fine ARTS',
      'sector:Smart ticketing',
    ]);
    expect(await find('art', 2)).toEqual((await find('art')).slice(0, 2));
  });

  test('gives the measure asked for where rows have it, else the one most of them have', async () => {
    const found = { subject: 'sector:Fine ARTS', rows: 3 };
    const [asked, without, most] = MEASURES.map(({ id }) => id);
    expect(await find('fine', 1, without)).toEqual([{ ...found, measure: most }]);
    expect(await find('fine', 1, asked)).toEqual([{ ...found, measure: asked }]);
  });

  test('takes any text for a text, and none for nothing', async () => {
    expect((await find('__PROTO__')).map(({ subject }) => subject)).toEqual(['sector:__proto__']);
    expect(await find('.*')).toEqual([]);
    expect(await find('  ')).toEqual([]);
  });
});
