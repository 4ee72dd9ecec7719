import { isCurrency } from './currencies.ts';
import { isMissing } from './missing.ts';
import type { Decimal } from './numbers.ts';

/** The two marks of a convention: what stands before the fraction; the other may stand between thousands. */
export interface NumberMarks {
  readonly decimal: '.' | ',';
  /** Also read what makes sense only with the two marks the other way round. */
  readonly either: boolean;
  /** What becomes of an amount marked CR; unless said it is taken off, as in a ledger of spending. */
  readonly credits?: 'taken off' | 'added';
  /** Whether the cells of a workbook are each in the currency that they are formatted in. */
  readonly byFormat?: boolean;
}

/** No amount of money is longer than this; more is not read, and no time is spent on it. */
const LONGEST = 60;
/** What every amount has and hardly a word: a digit, and before it no four letters in a row. */
const MAY_BE_NUMBER = /^(?!\D*[A-Za-z]{4})\D*\d/;
const SIGN = '[-+]';
/** Noughts that a unit written after a number stands for. */
const UNITS = new Map([
  ['k', 3],
  ['thousand', 3],
  ['tsd.', 3],
  ['lakh', 5],
  ['m', 6],
  ['mn', 6],
  ['mln', 6],
  ['mio', 6],
  ['mio.', 6],
  ['million', 6],
  ['millions', 6],
  ['crore', 7],
  ['bn', 9],
  ['mrd', 9],
  ['mrd.', 9],
  ['billion', 9],
  ['billions', 9],
]);
const UNIT = [...UNITS.keys()]
  .map((word) => word.replace('.', '\\.').replace(/[a-z]/g, (a) => `[${a}${a.toUpperCase()}]`))
  .join('|');
/** What ledgers write behind an amount: a credit, which is taken off, or a debit. */
const CREDIT = /^C[Rr]$/;
const LEDGER_SIGN = '-|[CD][Rr]';
/** With these, "Cr" is short for a crore, which no other place of the file tells from a credit. */
const RUPEES = /^(?:₹|Rs\.?|INR)$/;
const MARK =
  '(?:[A-Z]{3}|(?:US|CA|C|AU|A|NZ|HK|SG|S|R)?\\$|[£€¥₹₦₽₺₪₩₱₫฿]|zł|Kč|kr\\.?|Ft|S?Fr\\.|lei|лв\\.?|грн\\.?|R(?=\\s)|Rs\\.?)';
const NUMBER = {
  '.': numberWith('\\.', ','),
  ',': numberWith(',', '\\.'),
} as const;

/**
 * Reads an amount as spend files write it: with thousands marks (dot or comma as `decimal` leaves,
 * spaces, apostrophes; groups of three, or of two as in India), a currency sign or code before or
 * after, a minus on either side or brackets for a negative, an exponent, a unit of its own ("1.5m",
 * "2 Mio. €"), or CR and DR for what is credited and debited. `missing` for words that stand for no
 * value, undefined for anything else. Digits are kept as they are written.
 */
export function parseAmountText(text: string, marks: NumberMarks): Decimal | 'missing' | undefined {
  if (isMissing(text)) return 'missing';
  const trimmed = text.trim();
  if (trimmed.length > LONGEST || !MAY_BE_NUMBER.test(trimmed)) return undefined;
  const other = marks.decimal === '.' ? ',' : '.';
  return (
    parseWith(trimmed, marks.decimal, marks.credits) ??
    (marks.either ? parseWith(trimmed, other, marks.credits) : undefined)
  );
}

function parseWith(
  text: string,
  decimal: '.' | ',',
  credits: NumberMarks['credits'],
): Decimal | undefined {
  const match = NUMBER[decimal].exec(text.replace(/[\u2212\u2013\u2014]/g, '-'));
  if (!match) return undefined;
  const [, outside, open, before, within, inside, whole, fraction, power, ...rest] = match;
  const [unit, markAfter, after, close] = rest;
  const markBefore = outside ?? within;
  if (!whole && !fraction) return undefined;
  const signs = [open, before, inside, after].filter(Boolean);
  if (signs.length > 1 || Boolean(open) !== Boolean(close)) return undefined;
  if ((outside && within) || (unit && power)) return undefined;
  // Of a sign before and a code after, as in $5 USD, the code says more.
  const mark = markAfter ?? markBefore ?? '';
  if (/^[A-Z]{3}$/.test(mark) && !isCurrency(mark)) return undefined;
  const isCredit = CREDIT.test(after ?? '');
  if (isCredit && RUPEES.test(mark)) return undefined;
  const digits = (whole ?? '').replace(/\D/g, '') + (fraction ?? '');
  const noughts = Number(power ?? 0) + (UNITS.get((unit ?? '').toLowerCase()) ?? 0);
  return {
    negative: isCredit ? credits !== 'added' : /^[-(]$/.test(signs[0] ?? ''),
    digits,
    decimals: (fraction ?? '').length - noughts,
    mark,
    ownUnit: unit !== undefined,
  };
}

function numberWith(decimal: string, group: string): RegExp {
  const groups = [`(?:${group}\\d{2,3})*${group}\\d{3}`, '(?:\\s\\d{3})+', "(?:['’]\\d{3})+"];
  const whole = `[1-9]\\d{0,2}(?:${groups.join('|')})|\\d*`;
  return new RegExp(
    `^(?:(${MARK})\\s*(?=\\())?(\\()?\\s*(${SIGN})?\\s*(${MARK})?\\s*(${SIGN})?\\s*(${whole})(?:${decimal}(?:-{1,2}(?=[^-]*$)|(\\d*)))?` +
      `(?:[eE](${SIGN}?\\d{1,2}))?(?:\\s*(${UNIT}))?\\s*(${MARK})?\\s*(${LEDGER_SIGN})?\\s*(\\))?$`,
  );
}
