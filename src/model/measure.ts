/** Whether a figure is a sum for its whole period or for each year of it. */
export const BASES = ['total', 'per year'] as const;
export type Basis = (typeof BASES)[number];

/**
 * What may be added together: one kind of money in one currency on one basis. Every sum in Tranche
 * is of exactly one measure; nothing adds across two.
 */
export interface Measure {
  readonly id: MeasureId;
  /** The dataset's own word: commitment, award, spend, benefit estimate, market estimate … */
  readonly kind: string;
  /** ISO 4217 code, or the word the file uses. */
  readonly currency: string;
  readonly basis: Basis;
  /** Decimals of the smallest unit: 2 means money counts hundredths. */
  readonly decimals: number;
  /** Its rows repeat money of other rows, as totals or parts of them: it is never the first choice. */
  readonly repeats?: true;
}

export type MeasureId = string;

export function measureId(kind: string, currency: string, basis: Basis): MeasureId {
  return `${kind}/${currency}/${basis}`;
}
