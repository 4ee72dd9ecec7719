import type { Money } from './money.ts';

/** How far a printed figure commits itself. The order is the code stored in a dataset's columns. */
export const BOUNDS = ['exact', 'at least', 'up to', 'about', 'range', 'not stated'] as const;
export type Bound = (typeof BOUNDS)[number];

/**
 * One figure as its source states it. `low` null means no lower end is stated, `high` null no upper
 * end; both null is a sum that exists and whose size nobody has stated: unknown, never zero.
 */
export interface Amount {
  readonly low: Money | null;
  readonly high: Money | null;
  readonly bound: Bound;
}

export function isStated(amount: Amount): boolean {
  return amount.low !== null || amount.high !== null;
}
