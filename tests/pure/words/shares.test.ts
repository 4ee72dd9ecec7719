import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING, type Sum } from '../../../src/model/sum.ts';
import { fractionOf, shareOf, shareOfSum, shareWords } from '../../../src/words/shares.ts';
import { MEASURES } from '../engine/random-dataset.ts';

describe('a share', () => {
  test.each([
    [0, 100, '0%'],
    [0.001, 100, 'under 1%'],
    [0.99, 100, 'under 1%'],
    [1, 100, '1%'],
    [67.4, 100, '67%'],
    [99, 100, '99%'],
    [99.4, 100, 'over 99%'],
    [99.999, 100, 'over 99%'],
    [100, 100, '100%'],
    [5, 0, 'no share'],
    [5, -1, 'no share'],
  ])('%d of %d is %s', (part, whole, words) => {
    expect(shareOf(part, whole)).toBe(words);
  });

  test('is never a false 0% or 100%', () => {
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (all, ratio) => {
        const part = Math.floor(all * ratio);
        const words = shareOf(part, all);
        expect(words === '0%').toBe(part === 0);
        expect(words === '100%').toBe(part === all);
      }),
    );
  });
});

describe('a fraction', () => {
  test.each([
    [4275, 6335, 'two-thirds'],
    [450, 680, 'two-thirds'],
    [1, 2, 'half'],
    [49, 100, 'half'],
    [1, 3, 'a third'],
    [3, 4, 'three-quarters'],
    [9, 10, 'nine-tenths'],
    [71, 100, '71%'],
    [995, 1000, 'over 99%'],
    [1, 1, '100%'],
    [1, 1000, 'under 1%'],
  ])('of %d in %d is %s', (part, whole, words) => {
    expect(fractionOf(part, whole)).toBe(words);
  });
});

describe('the share of a sum', () => {
  const award = MEASURES[0]!;
  const estimate = { ...award, kind: 'benefit estimate' };
  const sum = (low: number, changes: Partial<Sum> = {}): Sum => ({
    ...NOTHING,
    low,
    high: low,
    count: 1,
    ...changes,
  });
  test('is given of exact sums of the same money', () => {
    expect(shareOfSum(sum(25), sum(100), award)).toBe('25%');
    expect(shareWords(sum(25), sum(100), award, 'shown')).toBe('25% of the awards shown');
  });

  test('says that it is of what is stated where a sum is open', () => {
    const open = sum(100, { open: 1 });
    expect(shareWords(sum(25), open, award, 'shown')).toBe('25% of the stated awards shown');
  });

  test.each([
    ['estimates, which overlap', sum(25), sum(100), estimate],
    ['a range', sum(25, { high: 30 }), sum(100, { high: 105 }), award],
    ['a whole that is a range', sum(25), sum(100, { high: 105 }), award],
    ['money returned', sum(-5, { returned: -5 }), sum(100), award],
    ['a whole with money returned', sum(25), sum(100, { returned: -5 }), award],
    ['figures of unstated size', sum(0, { count: 0, unstated: 1 }), sum(100), award],
    ['a whole of nothing', sum(0), sum(0), award],
  ])('is not given of %s', (_, part, whole, measure) => {
    expect(shareOfSum(part, whole, measure)).toBeNull();
    expect(shareWords(part, whole, measure, 'shown')).toBe('');
  });
});
