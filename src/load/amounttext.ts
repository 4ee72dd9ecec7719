import { isCurrency } from './currencies.ts';
import { isMissing } from './missing.ts';
import type { Decimal } from './numbers.ts';

/** The two marks of a convention: what stands before the fraction; the other may stand between thousands. */
export interface NumberMarks {
  readonly decimal: '.' | ',';
  /** Also read what makes sense only with the two marks the other way round. */
  readonly either: boolean;
}

/** No amount of money is longer than this; more is not read, and no time is spent on it. */
const LONGEST = 60;
/** What every amount has and hardly a word: a digit, and before it no four letters in a row. */
const MAY_BE_NUMBER = /^(?!\D*[A-Za-z]{4})\D*\d/;
const SIGN = '[-+]';
const MARK =
  '(?:[A-Z]{3}|(?:US|CA|C|AU|A|NZ|HK|SG|S|R)?\\$|[£€¥₹₦₽₺₪₩₱₫฿]|zł|Kč|kr\\.?|Ft|lei|лв\\.?|грн\\.?|R(?=\\s)|Rs\\.?)';
const NUMBER = {
  '.': numberWith('\\.', ','),
  ',': numberWith(',', '\\.'),
} as const;

/**
 * Reads an amount as spend files write it: with thousands marks (dot or comma as `decimal` leaves,
 * spaces, apostrophes; groups of three, or of two as in India), a currency sign or code before or
 * after, a minus on either side or brackets for a negative, or an exponent. `missing` for words that
 * stand for no value, undefined for anything else. Digits are kept as they are written.
 */
export function parseAmountText(text: string, marks: NumberMarks): Decimal | 'missing' | undefined {
  if (isMissing(text)) return 'missing';
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !MAY_BE_NUMBER.test(trimmed)) return undefined;
  const other = marks.decimal === '.' ? ',' : '.';
  return (
    parseWith(trimmed, marks.decimal) ?? (marks.either ? parseWith(trimmed, other) : undefined)
  );
}

function parseWith(text: string, decimal: '.' | ','): Decimal | undefined {
  const match = NUMBER[decimal].exec(text.replace(/[\u2212\u2013]/g, '-'));
  if (!match) return undefined;
  const [, outside, open, before, within, inside, whole, fraction, power, markAfter, after, close] =
    match;
  const markBefore = outside ?? within;
  if (!whole && !fraction) return undefined;
  const signs = [open, before, inside, after].filter(Boolean);
  if (signs.length > 1 || Boolean(open) !== Boolean(close)) return undefined;
  if (outside && within) return undefined;
  // Of a sign before and a code after, as in $5 USD, the code says more.
  const mark = markAfter ?? markBefore ?? '';
  if (/^[A-Z]{3}$/.test(mark) && !isCurrency(mark)) return undefined;
  const digits = (whole ?? '').replace(/\D/g, '') + (fraction ?? '');
  return {
    negative: signs.length === 1 && signs[0] !== '+',
    digits,
    decimals: (fraction ?? '').length - Number(power ?? 0),
    mark,
  };
}

function numberWith(decimal: string, group: string): RegExp {
  const groups = [`(?:${group}\\d{2,3})*${group}\\d{3}`, '(?:\\s\\d{3})+', "(?:['’]\\d{3})+"];
  const whole = `[1-9]\\d{0,2}(?:${groups.join('|')})|\\d*`;
  return new RegExp(
    `^(?:(${MARK})\\s*(?=\\())?(\\()?\\s*(${SIGN})?\\s*(${MARK})?\\s*(${SIGN})?\\s*(${whole})(?:${decimal}(\\d*))?` +
      `(?:[eE](${SIGN}?\\d{1,2}))?\\s*(${MARK})?\\s*(-)?\\s*(\\))?$`,
  );
}
