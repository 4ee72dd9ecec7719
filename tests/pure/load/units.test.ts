import { describe, expect, it } from 'vitest';
import { factorIn } from '../../../src/load/plan/units.ts';

describe('the unit that a header or a title states', () => {
  it.each([
    ['Amount (£000s)', 1000],
    ["£'000", 1000],
    ['Budget £000', 1000],
    ['in thousands', 1000],
    ['TEUR', 1000],
    ['Betrag in Tsd. EUR', 1000],
    ['Spend £m', 1_000_000],
    ['(in millions of dollars)', 1_000_000],
    ['Mio. EUR', 1_000_000],
    ['€bn', 1_000_000_000],
  ])('%s', (text, factor) => {
    expect(factorIn(text)).toBe(factor);
  });

  it.each([
    'Spend over £25,000',
    'Spend over £25 000',
    'Payments over £500',
    'Contracts over £1 million',
    'Amount',
    'Month',
    'Kilometres',
    'Invoice 000123',
    'Team (m/f)',
  ])('is not stated: %s', (text) => {
    expect(factorIn(text)).toBeUndefined();
  });
});
