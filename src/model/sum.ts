import { addMoney, type Money } from './money.ts';

/**
 * What a set of figures of one measure adds up to. `low` and `high` add the stated ends (an open
 * end counts with the end it has); `open` says how many figures have no upper end, so the true sum
 * may lie above `high`; `unstated` figures are in no sum at all.
 */
export interface Sum {
  readonly low: Money;
  readonly high: Money;
  /** Part of `low` that is negative: money returned. */
  readonly returned: Money;
  /** Figures with a stated size. */
  readonly count: number;
  readonly open: number;
  readonly about: number;
  readonly unstated: number;
}

export const NOTHING: Sum = {
  low: 0,
  high: 0,
  returned: 0,
  count: 0,
  open: 0,
  about: 0,
  unstated: 0,
};

export function addSums(a: Sum, b: Sum): Sum {
  return {
    low: addMoney(a.low, b.low),
    high: addMoney(a.high, b.high),
    returned: addMoney(a.returned, b.returned),
    count: a.count + b.count,
    open: a.open + b.open,
    about: a.about + b.about,
    unstated: a.unstated + b.unstated,
  };
}

export function totalOf(sums: Iterable<Sum>): Sum {
  let total = NOTHING;
  for (const sum of sums) total = addSums(total, sum);
  return total;
}

export function sameSum(a: Sum, b: Sum): boolean {
  // NOTHING is written out in full, so its keys are the fields of a sum.
  return (Object.keys(NOTHING) as (keyof Sum)[]).every((field) => a[field] === b[field]);
}
