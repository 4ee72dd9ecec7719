import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closes, type Ledger } from '../../../src/model/ledger.ts';
import { addSums, NOTHING, sameSum, totalOf, type Sum } from '../../../src/model/sum.ts';

const sum = (low: number, changes: Partial<Sum> = {}): Sum => ({
  ...NOTHING,
  low,
  high: low,
  count: 1,
  ...changes,
});

const book: Ledger = {
  measure: 'award',
  shown: { rows: 1, sum: sum(100) },
  filtered: { rows: 1, sum: sum(20) },
  leftOut: [
    { rule: 'another measure', measure: 'spend', rows: 1, sum: sum(7) },
    { rule: 'size not stated', measure: 'award', rows: 1, sum: { ...NOTHING, unstated: 1 } },
  ],
  unread: { rows: 2 },
  file: {
    rows: 6,
    sums: [
      { measure: 'award', sum: { ...sum(120), count: 2, unstated: 1 } },
      { measure: 'spend', sum: sum(7) },
    ],
  },
};

test('the book closes when its parts are the file', () => {
  expect(closes(book)).toBe(true);
});

test.each<[string, Ledger]>([
  ['a row is missing', { ...book, shown: { ...book.shown, rows: 0 } }],
  ['a row is there twice', { ...book, unread: { rows: 3 } }],
  ['a penny is missing', { ...book, filtered: { rows: 1, sum: sum(19) } }],
  ['an upper end is missing', { ...book, shown: { rows: 1, sum: sum(100, { high: 99 }) } }],
  ['an open end is forgotten', { ...book, shown: { rows: 1, sum: sum(100, { open: 1 }) } }],
  ['another measure is added in', { ...book, shown: { rows: 1, sum: sum(107) } }],
  ['a part left out is not told', { ...book, leftOut: book.leftOut.slice(1) }],
  ['unstated figures vanish', { ...book, leftOut: book.leftOut.slice(0, 1) }],
])('the book does not close when %s', (_, broken) => {
  expect(closes(broken)).toBe(false);
});

test('sums add up field by field, in any order', () => {
  const field = fc.integer({ min: -1e9, max: 1e9 });
  const anySum: fc.Arbitrary<Sum> = fc.record({
    low: field,
    high: field,
    returned: field,
    count: fc.nat(9),
    open: fc.nat(9),
    about: fc.nat(9),
    unstated: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(anySum), (list) => {
      const total = totalOf(list);
      expect(totalOf(list.toReversed())).toEqual(total);
      expect(list.reduce(addSums, NOTHING)).toEqual(total);
      for (const key of Object.keys(NOTHING) as (keyof Sum)[]) {
        expect(total[key] + 0).toBe(list.reduce((so, one) => so + one[key], 0));
        expect(sameSum(total, { ...total, [key]: total[key] + 1 })).toBe(false);
      }
    }),
  );
});
