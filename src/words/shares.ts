import type { Measure } from '../model/measure.ts';
import type { Sum } from '../model/sum.ts';
import { kindsOf } from './counts.ts';

/** Estimates overlap in ways nobody states, so one is compared with another and no share is taken. */
export function isEstimate({ kind }: Measure): boolean {
  return /estimate|market|valuation/.test(kind);
}

/**
 * The share a sum is of a whole, or null where there is none to speak of: for estimates, where money
 * was returned, and where either is a range, so that a share would depend on the end one takes.
 */
export function shareOfSum(part: Sum, whole: Sum, measure: Measure): string | null {
  const sums = [part, whole];
  const isPlain = sums.every(({ low, high, returned }) => low === high && returned === 0);
  if (isEstimate(measure) || !isPlain || whole.low <= 0 || part.count === 0) return null;
  return shareOf(part.low, whole.low);
}

/** "67% of the commitments shown"; of a whole with open ends only what is stated counts. Empty without a share. */
export function shareWords(part: Sum, whole: Sum, measure: Measure, where: string): string {
  const share = shareOfSum(part, whole, measure);
  if (share === null) return '';
  const what = kindsOf(measure.kind);
  return whole.open > 0
    ? `${share} of the stated ${what} ${where}`
    : `${share} of the ${what} ${where}`;
}

/** "67%", of something the caller names. It never says 0% for something or 100% for less than all. */
export function shareOf(part: number, whole: number): string {
  if (!(whole > 0)) return 'no share';
  const share = (part / whole) * 100;
  if (part > 0 && share < 1) return 'under 1%';
  if (part < whole && share > 99) return 'over 99%';
  return `${Math.round(share)}%`;
}

/** Fractions a headline may use, largest first, each when the share is within 1.5 points of it. */
const FRACTIONS: readonly (readonly [share: number, words: string])[] = [
  [9 / 10, 'nine-tenths'],
  [4 / 5, 'four-fifths'],
  [3 / 4, 'three-quarters'],
  [2 / 3, 'two-thirds'],
  [3 / 5, 'three-fifths'],
  [1 / 2, 'half'],
  [2 / 5, 'two-fifths'],
  [1 / 3, 'a third'],
  [1 / 4, 'a quarter'],
  [1 / 5, 'a fifth'],
  [1 / 10, 'a tenth'],
];

/** A share as a headline says it: "two-thirds", or "71%" where no plain fraction is near. */
export function fractionOf(part: number, whole: number): string {
  const share = part / whole;
  const near = FRACTIONS.find(([fraction]) => Math.abs(fraction - share) <= 0.015);
  return near ? near[1] : shareOf(part, whole);
}
