import { civilOf, dayOf } from '../../model/period.ts';
import { currencyOf, isCurrency, isShared } from '../currencies.ts';

/** What a number format of a workbook makes of a number. */
export type NumberKind = 'number' | 'date' | 'time';

/** Formats that every workbook knows by number (ECMA-376, 18.8.30), of days and of times of day. */
const DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35]);

export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return DATES.has(id) ? 'date' : TIMES.has(id) ? 'time' : 'number';
  // An elapsed time, [h]:mm, is a number of days, not a time of day.
  if (/\[(h+|m+|s+)\]/i.test(code)) return 'number';
  const first = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').split(';')[0] ?? '';
  if (/general/i.test(first)) return 'number';
  if (/[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))) return 'date';
  return /[hs]/i.test(first) ? 'time' : 'number';
}

/** A spreadsheet allows no longer format. */
const LONGEST_FORMAT = 255;
/** The currency of a sign that several countries write, by their number in formats ([MS-LCID]). */
const BY_COUNTRY = new Map([
  ...['409', '540A'].map((country) => [`$${country}`, 'USD'] as const),
  ...['1009', 'C0C'].map((country) => [`$${country}`, 'CAD'] as const),
  ...['1004', '4809'].map((country) => [`$${country}`, 'SGD'] as const),
  ['$C09', 'AUD'],
  ['$1409', 'NZD'],
  ['$C04', 'HKD'],
  ['$404', 'TWD'],
  ['$80A', 'MXN'],
  ['$340A', 'CLP'],
  ['$240A', 'COP'],
  ['$2C0A', 'ARS'],
  ['¥804', 'CNY'],
  ['¥411', 'JPY'],
  ['kr414', 'NOK'],
  ['kr814', 'NOK'],
  ['kr41D', 'SEK'],
  ['kr.406', 'DKK'],
  ['kr406', 'DKK'],
]);

/**
 * The code of the currency that a number format writes beside a number, or the sign where several
 * write it; '' where it names none. Formats known by number alone follow the country of who opens the
 * workbook, and name none.
 */
export function currencyOfFormat(code = ''): string {
  if (code.length > LONGEST_FORMAT) return '';
  const [first = ''] = code.split(';');
  const named = /\[\$([^\]-]+)(?:-([^\]]*))?\]|"([^"]*)"|([£€¥₹$])(?![^[]*\])/g;
  for (const [, sign, country = '', quoted, bare] of first.matchAll(named)) {
    const mark = (sign ?? quoted ?? bare ?? '').trim();
    const there = BY_COUNTRY.get(mark + country.replace(/^0+/, '').toUpperCase());
    if (there !== undefined) return there;
    if (isShared(mark)) return mark;
    if (isCurrency(currencyOf(mark))) return currencyOf(mark);
  }
  return '';
}

/**
 * The number of a cell as plain text, the same number to the last digit. Spreadsheets write their
 * doubles with up to 17 digits: 0.10000000000000001 is the double that is written 0.1 for short. A
 * number of more digits is no double, and is kept.
 */
export function numberText(stored: string): string {
  const text = stored.trim();
  const hasExponent = /e/i.test(text);
  const digits = significant(text);
  if (!hasExponent && (digits < 16 || digits > 17)) return text;
  const short = String(Number(text));
  const isShorter = hasExponent || significant(short) < 17;
  return isShorter && /^-?[\d.]+$/.test(short) ? short : text;
}

function significant(text: string): number {
  return text.replace(/\D/g, '').replace(/^0+/, '').length;
}

const SECONDS = 86_400;

/**
 * A serial number of days as ISO text, with the time of day when it has one; undefined where it is no
 * day. In the usual system day 60 is 29 February 1900, which never was: days before it are one later.
 */
export function serialText(
  stored: string,
  kind: NumberKind,
  from1904: boolean,
): string | undefined {
  const serial = Number(stored);
  if (kind === 'number' || !Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) {
    return undefined;
  }
  const seconds = Math.round(serial * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  const time = clock(seconds - day * SECONDS);
  if (kind === 'time' && day === 0) return time;
  if (!from1904 && (day === 0 || day === 60)) return undefined;
  const first = from1904 ? dayOf(1904, 1, 1) : dayOf(1899, 12, day < 60 ? 31 : 30);
  const date = civilOf(first + day);
  const iso = `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
  return time === '00:00:00' ? iso : `${iso}T${time}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => pad(part, 2)).join(':');
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
