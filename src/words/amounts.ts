import type { Amount } from '../model/amount.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import type { Sum } from '../model/sum.ts';
import { grouped, groupedPence } from './grouped.ts';

/**
 * Amounts as a newspaper prints them, by our own rules, so that every machine prints the same.
 * Below a million in full (£391,341), above it in millions and billions (£450m, £4.275bn): four
 * digits where they give the amount exactly, three where it has to be rounded.
 */
const SCALES = [
  { name: '', size: 1 },
  { name: 'm', size: 1e6 },
  { name: 'bn', size: 1e9 },
  { name: 'tn', size: 1e12 },
] as const;

const SIGNS = new Map([
  ['GBP', '£'],
  ['USD', '$'],
  ['EUR', '€'],
  ['JPY', '¥'],
  ['CNY', 'CN¥'],
  ['INR', '₹'],
  ['KRW', '₩'],
  ['AUD', 'A$'],
  ['CAD', 'C$'],
  ['NZD', 'NZ$'],
]);

export const NOT_STATED = 'size not stated';

export function currencySign(currency: string): string {
  return SIGNS.get(currency) ?? `${currency} `;
}

/** "£4.2bn". A negative amount has a true minus before the sign of the currency. */
export function printMoney(money: Money, measure: Measure): string {
  const { digits, scale } = scaled(money, measure);
  return `${signed(money)}${currencySign(measure.currency)}${digits}${scale}`;
}

/** Every digit: "£4,200,000,000". Decimals are printed where the amount has any. */
export function printExact(money: Money, measure: Measure): string {
  const [whole = '', decimals] = decimalOf(Math.abs(money), measure).split('.');
  const tail = decimals === undefined ? '' : `.${decimals}`;
  return `${signed(money)}${currencySign(measure.currency)}${grouped(Number(whole))}${tail}`;
}

/** As a plain number in units of the currency, exact: "4200000000", "-12.50". */
export function decimalOf(money: Money, { decimals }: Measure): string {
  const text = String(Math.abs(money)).padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  const tail = /[1-9]/.test(text.slice(cut)) ? `.${text.slice(cut)}` : '';
  return `${money < 0 ? '-' : ''}${text.slice(0, cut)}${tail}`;
}

/**
 * "£17–40bn", "£500m–£1.2bn": the scale is said once where both ends share it. Ends that are the
 * same at the precision of print are printed once; every digit is there on request.
 */
export function printRange(low: Money, high: Money, measure: Measure): string {
  const [first, last] = [printMoney(low, measure), printMoney(high, measure)];
  if (first === last) return first;
  if (low < 0 || high < 0) return `${first} to ${last}`;
  const from = scaled(low, measure);
  const to = scaled(high, measure);
  if (from.scale !== to.scale) return `${first}–${last}`;
  return `${currencySign(measure.currency)}${from.digits}–${to.digits}${to.scale}`;
}

/**
 * A sum with everything its figures leave open: "at least £50m", "£17–40bn", "about £7bn",
 * "size not stated"; yearly measures end in "a year".
 */
export function printSum(sum: Sum, measure: Measure): string {
  if (sum.count === 0 && sum.unstated > 0) return NOT_STATED;
  return words(
    sum.low,
    sum.high,
    { open: sum.open > 0, about: sum.about > 0, upTo: sum.low === 0 && sum.high > 0 },
    measure,
  );
}

export function printAmount(amount: Amount, measure: Measure): string {
  const { low, high, bound } = amount;
  if (low === null && high === null) return NOT_STATED;
  const flags = { open: high === null, about: bound === 'about', upTo: low === null };
  return words(low ?? 0, high ?? low ?? 0, flags, measure);
}

function words(
  low: Money,
  high: Money,
  is: { open: boolean; about: boolean; upTo: boolean },
  measure: Measure,
): string {
  const yearly = measure.basis === 'per year' ? ' a year' : '';
  if (is.open) return `at least ${printMoney(low, measure)}${yearly}`;
  if (is.upTo) return `up to ${printMoney(high, measure)}${yearly}`;
  const figure = low === high ? printMoney(low, measure) : printRange(low, high, measure);
  return `${is.about ? 'about ' : ''}${figure}${yearly}`;
}

function signed(money: Money): string {
  return money < 0 ? '−' : '';
}

function scaled(money: Money, measure: Measure): { digits: string; scale: string } {
  const value = Math.abs(money) / 10 ** measure.decimals;
  if (value < 1000) {
    return { digits: Number.isInteger(value) ? String(value) : groupedPence(value), scale: '' };
  }
  if (value < 999_999.5) return { digits: grouped(Math.round(value)), scale: '' };
  for (const { name, size } of SCALES.slice(1)) {
    const inScale = value / size;
    const exact = Number(inScale.toPrecision(4)) === inScale;
    const rounded = Number(inScale.toPrecision(exact ? 4 : 3));
    if (rounded < 1000) return { digits: String(rounded), scale: name };
  }
  return { digits: grouped(Math.round(value / 1e12)), scale: 'tn' };
}
