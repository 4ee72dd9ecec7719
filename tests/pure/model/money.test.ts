import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMoney, shareOut } from '../../../src/model/money.ts';

describe('addMoney', () => {
  const any = fc.maxSafeInteger();

  test('adds exactly, or says that it cannot', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const exact = BigInt(a) + BigInt(b);
        const fits = exact <= Number.MAX_SAFE_INTEGER && exact >= Number.MIN_SAFE_INTEGER;
        if (fits) expect(BigInt(addMoney(a, b))).toBe(exact);
        else expect(() => addMoney(a, b)).toThrow(/too large to be exact/);
      }),
    );
  });

  test('does not depend on the order', () => {
    const many = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { maxLength: 50 });
    fc.assert(
      fc.property(many, (list) => {
        expect(list.toReversed().reduce(addMoney, 0)).toBe(list.reduce(addMoney, 0));
      }),
    );
  });

  test('names the sum that is too large', () => {
    expect(() => addMoney(Number.MAX_SAFE_INTEGER, 1)).toThrow('9007199254740991 + 1');
  });
});

describe('shareOut', () => {
  /** Amounts times weights stay within what a number holds, as a period's days and its money do. */
  const amount = fc.integer({ min: -(2 ** 38), max: 2 ** 38 });
  const weights = fc
    .array(fc.nat(366), { minLength: 1, maxLength: 40 })
    .filter((list) => list.some((weight) => weight > 0));

  test('gives away everything and no more', () => {
    fc.assert(
      fc.property(amount, weights, (money, list) => {
        expect(shareOut(money, list).reduce(addMoney, 0)).toBe(money);
      }),
    );
  });

  test('is the difference of rounded running totals, worked out in whole numbers', () => {
    fc.assert(
      fc.property(amount, weights, (money, list) => {
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        let soFar = 0n;
        let given = 0n;
        const expected = list.map((weight) => {
          soFar += BigInt(weight);
          // Half is rounded upwards, as Math.round does.
          const upTo = floorDivided(2n * BigInt(money) * soFar + whole, 2n * whole);
          const part = upTo - given;
          given = upTo;
          return Number(part);
        });
        expect(shareOut(money, list).map((part) => part + 0)).toEqual(expected);
      }),
    );
  });

  test('gives each part its due to the smallest unit, and nothing to a weight of nothing', () => {
    fc.assert(
      fc.property(amount, weights, (money, list) => {
        const whole = list.reduce((sum, weight) => sum + weight, 0);
        shareOut(money, list).forEach((part, at) => {
          expect(Math.abs(part - (money * list[at]!) / whole)).toBeLessThanOrEqual(1);
          if (list[at] === 0) expect(part === 0).toBe(true);
        });
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[-1]], [[NaN]]])('refuses weights without a sum: %j', (list) => {
    expect(() => shareOut(1, list)).toThrow(/positive sum/);
  });

  test('shares pence out among days', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([33, 34, 33]);
    expect(shareOut(-100, [1, 1, 1])).toEqual([-33, -34, -33]);
    expect(shareOut(1, [1, 1, 1, 1])).toEqual([0, 1, 0, 0]);
  });
});

function floorDivided(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
