import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../src/model/amount.ts';
import { measureId, type Basis, type Measure } from '../../../src/model/measure.ts';
import { NOTHING, type Sum } from '../../../src/model/sum.ts';
import {
  currencySign,
  NOT_STATED,
  printAmount,
  printExact,
  printMoney,
  printRange,
  printSum,
} from '../../../src/words/amounts.ts';

function measureIn(currency: string, decimals: number, basis: Basis = 'total'): Measure {
  return { id: measureId('award', currency, basis), kind: 'award', currency, basis, decimals };
}
const pounds = measureIn('GBP', 2);
const yearly = measureIn('GBP', 2, 'per year');
const yen = measureIn('JPY', 0);
const fine = measureIn('USD', 4);
/** Pounds as pence. */
const p = (amount: number) => Math.round(amount * 100);

describe('an amount as a newspaper prints it', () => {
  test.each([
    [0, '£0'],
    [0.01, '£0.01'],
    [0.5, '£0.50'],
    [7, '£7'],
    [12.34, '£12.34'],
    [999.99, '£999.99'],
    [1000, '£1,000'],
    [1234.56, '£1,235'],
    [391_341, '£391,341'],
    [999_999, '£999,999'],
    [999_999.49, '£999,999'],
    [999_999.5, '£1m'],
    [1_000_000, '£1m'],
    [1_234_567, '£1.23m'],
    [1_234_000, '£1.234m'],
    [45_000_000, '£45m'],
    [450_000_000, '£450m'],
    [999_400_000, '£999.4m'],
    [999_960_000, '£1bn'],
    [4_200_000_000, '£4.2bn'],
    [4_275_000_000, '£4.275bn'],
    [6_335_000_000, '£6.335bn'],
    [52_700_000_000, '£52.7bn'],
    [999_999_999_999, '£1tn'],
    [1_500_000_000_000, '£1.5tn'],
  ])('%d pounds are %s', (amount, printed) => {
    expect(printMoney(p(amount), pounds)).toBe(printed);
    if (amount > 0) expect(printMoney(p(-amount), pounds)).toBe(`−${printed}`);
  });

  test.each([
    [5, yen, '¥5'],
    [12_345, yen, '¥12,345'],
    [2_500_000_000, yen, '¥2.5bn'],
    [12_345, fine, '$1.23'],
    [120_000, fine, '$12'],
    [45_000_000_000, fine, '$4.5m'],
    [100, measureIn('XBT', 2), 'XBT 1'],
    [100, measureIn('__proto__', 2), '__proto__ 1'],
    [900_719_925_474_099_1, yen, '¥9,007tn'],
  ])('%d units of %o are %s', (money, measure, printed) => {
    expect(printMoney(money, measure)).toBe(printed);
  });

  test('is within a two-hundredth of what it stands for, and a larger one never reads smaller', () => {
    const scales = new Map([
      ['', 1],
      ['m', 1e6],
      ['bn', 1e9],
      ['tn', 1e12],
    ]);
    const valueOf = (text: string) => {
      const [, minus, digits = '', scale = ''] = /^(−?)£([\d,.]+)(m|bn|tn|)$/.exec(text) ?? [];
      return (minus ? -1 : 1) * Number(digits.replaceAll(',', '')) * scales.get(scale)!;
    };
    const money = fc.oneof(fc.integer({ min: -1e8, max: 1e8 }), fc.maxSafeInteger());
    fc.assert(
      fc.property(money, money, (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const read = valueOf(printMoney(small, pounds));
        expect(Math.abs(read - small / 100)).toBeLessThanOrEqual(Math.abs(small / 100) / 199);
        expect(read).toBeLessThanOrEqual(valueOf(printMoney(large, pounds)));
      }),
    );
  });
});

describe('every digit', () => {
  test.each([
    [p(4_200_000_000), pounds, '£4,200,000,000'],
    [p(12.5), pounds, '£12.50'],
    [1, pounds, '£0.01'],
    [-101, pounds, '−£1.01'],
    [0, pounds, '£0'],
    [5, yen, '¥5'],
    [12_345, fine, '$1.2345'],
    [Number.MAX_SAFE_INTEGER, pounds, '£90,071,992,547,409.91'],
  ])('of %d in %o is %s', (money, measure, printed) => {
    expect(printExact(money, measure)).toBe(printed);
  });

  test('reads back as the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (money, decimals) => {
        const text = printExact(money, measureIn('GBP', decimals)).replace(/[£,]/g, '');
        const [whole = '', tail = ''] = text.replace('−', '').split('.');
        const digits = BigInt(whole + tail.padEnd(decimals, '0'));
        expect(Number(text.startsWith('−') ? -digits : digits) + 0).toBe(money + 0);
      }),
    );
  });
});

describe('a range', () => {
  test.each([
    [17e9, 40e9, '£17–40bn'],
    [500e6, 1.2e9, '£500m–£1.2bn'],
    [100, 200, '£100–200'],
    [958_674, 1_840_000, '£958,674–£1.84m'],
    [2_381_004, 2_382_118, '£2.38m'],
    [-5, 5, '−£5 to £5'],
    [-10, -5, '−£10 to −£5'],
    [0, 50e6, '£0–£50m'],
  ])('from %d to %d is %s', (low, high, printed) => {
    expect(printRange(p(low), p(high), pounds)).toBe(printed);
  });
});

describe('a figure with all it leaves open', () => {
  test.each<[Amount, string]>([
    [{ low: p(50e6), high: p(50e6), bound: 'exact' }, '£50m'],
    [{ low: p(50e6), high: null, bound: 'at least' }, 'at least £50m'],
    [{ low: null, high: p(50e6), bound: 'up to' }, 'up to £50m'],
    [{ low: p(7e9), high: p(7e9), bound: 'about' }, 'about £7bn'],
    [{ low: p(17e9), high: p(40e9), bound: 'range' }, '£17–40bn'],
    [{ low: null, high: null, bound: 'not stated' }, NOT_STATED],
    [{ low: p(-20), high: p(-20), bound: 'exact' }, '−£20'],
  ])('%o is %s', (amount, printed) => {
    expect(printAmount(amount, pounds)).toBe(printed);
    expect(printAmount(amount, yearly)).toBe(
      printed === NOT_STATED ? printed : `${printed} a year`,
    );
  });
});

describe('a sum', () => {
  const sum = (changes: Partial<Sum>): Sum => ({ ...NOTHING, count: 1, ...changes });
  test.each<[Partial<Sum>, string]>([
    [{ low: p(530e6), high: p(530e6), count: 2 }, '£530m'],
    [{ low: p(6.335e9), high: p(6.335e9), count: 9, open: 1 }, 'at least £6.335bn'],
    [{ low: p(29.7e9), high: p(52.7e9), count: 3, about: 1 }, 'about £29.7–52.7bn'],
    [{ low: p(1), high: p(9), open: 1, about: 1 }, 'at least £1'],
    [{ low: 0, high: p(5) }, 'up to £5'],
    [{ low: 0, high: 0 }, '£0'],
    [{ low: p(5), high: p(5), unstated: 2 }, '£5'],
    [{ count: 0, unstated: 2 }, NOT_STATED],
    [{ count: 0 }, '£0'],
    [{ low: p(-5), high: p(-5), returned: p(-5) }, '−£5'],
  ])('of %o is %s', (changes, printed) => {
    expect(printSum(sum(changes), pounds)).toBe(printed);
  });
});

test('a currency without a sign is named', () => {
  expect(['GBP', 'JPY', 'CHF', 'constructor'].map(currencySign)).toEqual([
    '£',
    '¥',
    'CHF ',
    'constructor ',
  ]);
});
