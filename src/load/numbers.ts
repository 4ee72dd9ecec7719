import type { Money } from '../model/money.ts';

/** A number as its digits, so that no amount passes through a fraction of two. */
export interface Decimal {
  readonly negative: boolean;
  /** All digits, without the point. */
  readonly digits: string;
  /** How many of the digits stand after the point; below zero for that many further noughts. */
  readonly decimals: number;
  /** The currency sign or code written with it; empty when there is none. */
  readonly mark: string;
  /** True when it names its own unit, as "1.5m" does: that of its column is not for it. */
  readonly ownUnit: boolean;
}

/** A number of a column written in thousands or millions, in units; factors are powers of ten. */
export function inUnits(number: Decimal, factor: number): Decimal {
  return factor === 1 || number.ownUnit
    ? number
    : { ...number, decimals: number.decimals - Math.round(Math.log10(factor)) };
}

/** Reads `1234`, `-1234.5`: digits with at most one point, a minus before, nothing else. */
export function parsePlainNumber(text: string): Decimal | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return match ? decimalOf(match[1] === '-', match[2], match[3]) : undefined;
}

/**
 * The number in whole units of `decimals` places, halves rounded away from zero; undefined when it
 * is too large to be exact.
 */
export function toMoney(number: Decimal, decimals: number): Money | undefined {
  const { negative, digits } = number;
  const surplus = number.decimals - decimals;
  let units: number;
  if (surplus <= 0) {
    units = Number(digits) === 0 ? 0 : Number(digits + '0'.repeat(Math.min(-surplus, 20)));
  } else {
    const cut = Math.max(0, digits.length - surplus);
    const up = digits.length >= surplus && digits.charAt(cut) >= '5';
    units = Number(digits.slice(0, cut)) + (up ? 1 : 0);
  }
  if (!Number.isSafeInteger(units)) return undefined;
  return negative && units !== 0 ? -units : units;
}

function decimalOf(negative: boolean, whole = '', fraction = '', mark = ''): Decimal {
  return { negative, digits: whole + fraction, decimals: fraction.length, mark, ownUnit: false };
}
