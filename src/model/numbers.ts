import type { Amount } from './amount.ts';
import type { Measure } from './measure.ts';
import type { Day, PeriodBasis } from './period.ts';
import type { Sum } from './sum.ts';

/**
 * The numbers behind a picture, exact where its table is printed: what files of data are written
 * from. Rows are in the table's order. There is no total: rows may hold ranges, open ends and sums
 * whose size nobody has stated.
 */
export interface Numbers {
  readonly measure: Measure;
  /** What the names of every row are of: dimensions, a unit of time, the figure itself. */
  readonly heads: readonly string[];
  readonly rows: readonly NumberRow[];
}

export interface NumberRow {
  readonly names: readonly string[];
  /** When its money runs, where the picture says; the end is the first day after. */
  readonly period?: {
    readonly start: Day | null;
    readonly end: Day | null;
    /** How it is known; null for a unit of time that figures were put into. */
    readonly basis: PeriodBasis | null;
  };
  readonly amount: Amount;
  /** Figures in the amount, and those that belong to it whose size is not stated. */
  readonly figures: number;
  readonly unstated: number;
}

/**
 * A sum as one amount. One with an open end has no upper end at all, since nobody knows how much more
 * it is; one that begins at nothing states an upper end alone. A share of a figure that is counted
 * elsewhere is money and no figure.
 */
export function amountOfSum({ low, high, count, open, about, unstated }: Sum): Amount {
  if (count === 0 && unstated > 0) return { low: null, high: null, bound: 'not stated' };
  if (open > 0) return { low, high: null, bound: 'at least' };
  if (low === 0 && high > 0) return { low: null, high, bound: 'up to' };
  if (low !== high) return { low, high, bound: 'range' };
  return { low, high, bound: about > 0 ? 'about' : 'exact' };
}
