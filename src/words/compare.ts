import type { Measure } from '../model/measure.ts';
import type { Sum } from '../model/sum.ts';
import { printSum } from './amounts.ts';
import type { Population } from './population.ts';

/**
 * "3.2 times Making Tax Digital". What either sum leaves open is said: "at least" where the first may
 * be more, "at most" where the second may. Null where nothing can be said: a sum without a size, money
 * that was returned, or both open in ways that cancel.
 */
export function timesWords(part: Sum, other: Sum, name: string): string | null {
  if (!isComparable(part) || !isComparable(other)) return null;
  const least = isOpen(other) ? 0 : part.low / other.high;
  const most = isOpen(part) || other.low === 0 ? Infinity : part.high / other.low;
  const about = part.about + other.about > 0 ? 'about ' : '';
  if (least === 0 && most === Infinity) return null;
  if (most === Infinity) return `at least ${times(least, Math.floor)} ${name}`;
  if (least === 0) return `at most ${times(most, Math.ceil)} ${name}`;
  const [from, to] = [times(least, Math.round), times(most, Math.round)];
  if (from === to) return from === '1 times' ? `about as much as ${name}` : `${about}${to} ${name}`;
  return `${about}${from.replace(' times', '')} to ${to} ${name}`;
}

/**
 * "£64 for each person in the UK (65.6m in 2016)", in whole pounds from ten on. Null for money in
 * another currency, and where there is no sum to share.
 */
export function perPersonWords(
  sum: Sum,
  measure: Measure,
  { year, people }: Population,
): string | null {
  if (measure.currency !== 'GBP' || !isComparable(sum)) return null;
  const pound = 10 ** measure.decimals;
  const each = (money: number, rounded: (value: number) => number) => {
    const share = money / people;
    return share < 10 * pound ? rounded(share) : rounded(share / pound) * pound;
  };
  const open = isOpen(sum) ? 1 : 0;
  const low = each(sum.low, open ? Math.floor : Math.round);
  if (each(sum.high, Math.round) < 1) return null;
  const shared = { ...sum, low, high: each(sum.high, Math.round), open, unstated: 0 };
  const millions = Math.round(people / 1e5) / 10;
  return `${printSum(shared, measure)} for each person in the UK (${millions}m in ${year})`;
}

function isComparable({ count, high, returned }: Sum): boolean {
  return count > 0 && high > 0 && returned === 0;
}

/** Figures with no upper end, or with no size at all, are in it: it may be more. */
function isOpen({ open, unstated }: Sum): boolean {
  return open > 0 || unstated > 0;
}

/** Two digits below ten, whole numbers above: "3.2 times", "0.31 times", "42 times". */
function times(ratio: number, rounded: (value: number) => number): string {
  const digits = ratio >= 10 ? 1 : ratio >= 1 ? 10 : 100;
  return `${rounded(ratio * digits) / digits} times`;
}
