/**
 * Money is a whole number of a measure's smallest unit (pence for GBP with two decimals). Whole
 * numbers add exactly in any order up to 2^53, so a total never depends on how rows were visited.
 */
export type Money = number;

/** Adds two sums. Throws when the result can no longer be held exactly. */
export function addMoney(a: Money, b: Money): Money {
  const sum = a + b;
  if (!Number.isSafeInteger(sum)) throw new Error(`sum is too large to be exact: ${a} + ${b}`);
  return sum;
}

/**
 * Shares `amount` among consecutive parts in proportion to `weights`, in whole units that add up to
 * `amount` exactly: each part is the difference of two rounded running totals.
 */
export function shareOut(amount: Money, weights: readonly number[]): Money[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) throw new Error(`weights must have a positive sum, got ${whole}`);
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upTo = Math.round((amount * weightSoFar) / whole);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
