import { civilOf, dayOf, type Day, type Period } from '../model/period.ts';
import { isMissing } from './missing.ts';
import { monthNamed } from './monthnames.ts';
import type { DateStyle } from './plan.ts';

/** No date is longer; what is gets no time spent on it. */
const LONGEST = 60;
const TIME = '(?:[T ,]+\\d{1,2}:\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`);
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/. ])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})${TIME}$`);
const SHORT_YEAR_FIRST = new RegExp(`^(\\d{2})([-/. ])\\s?(\\d{1,2})\\2\\s?(\\d{1,2})${TIME}$`);
const WORD = '[\\p{L}\\p{M}]+\\.?';
const DAY_NAMED = new RegExp(
  `^(?:${WORD},? )?(\\d{1,2})(?:st|nd|rd|th|\\.)?[-/ .]*(?:de )?(${WORD})[-/ .,']*(?:de )?(\\d{4}|\\d{2})${TIME}$`,
  'u',
);
const NAMED_DAY = new RegExp(`^(${WORD})[- ](\\d{1,2})(?:st|nd|rd|th)?,?[- ](\\d{4})${TIME}$`, 'u');
const MONTH_NAMED = new RegExp(`^(${WORD})[-/ .,']*(\\d{4}|\\d{2})$`, 'u');
/** No name of a month is in it; looked for first, as patterns of letters of all alphabets are slow. */
const NUMERIC = /^[\d\s./:,'-]*$/;
const SPAN = new RegExp(`^(${WORD}) ?(\\d{4})? ?(?:-|–|to|until|bis) ?(${WORD}) ?(\\d{4})$`, 'u');
const QUARTER_BEFORE = /^(?:Q|Quarter )([1-4])[-/ ,]+(.+)$/i;
const QUARTER_AFTER = /^(.+?)[-/ ,]+(?:Q|Quarter )([1-4])$/i;
/** What spreadsheets and databases write for a day they do not have. */
const NO_DATE =
  /^(0|0001|00:00(:00)?|0000?[-/.]0+[-/.]0+.*|0001[-/.]0?1[-/.]0?1.*|0?1[-/.]0?1[-/.]0001.*|0+[-/.]0+[-/.]0000.*|0?0[-/.]0?1[-/.]1900.*)$/;

/**
 * Reads a date as a period: a day, or all of a month, quarter or year. A column that writes days
 * may also hold what can only be read one way (2018-01-31, 31 Jan 2018). `missing` for words that
 * stand for no date, undefined for anything else and for days that do not exist. Financial years
 * start in April where the style does not say otherwise.
 */
export function parseDateText(text: string, style: DateStyle): Period | 'missing' | undefined {
  const trimmed = text.trim();
  if (isMissing(trimmed)) return 'missing';
  // Whole columns of words are asked about before it is known that they hold no dates.
  if (!/\d/.test(trimmed)) return undefined;
  if (NO_DATE.test(trimmed)) return 'missing';
  return trimmed.length > LONGEST ? undefined : READERS[style](trimmed);
}

type Reader = (text: string) => Period | undefined;

const READERS: Readonly<Record<DateStyle, Reader>> = {
  'year first': (text) => yearFirst(text) ?? monthNamedDay(text),
  'short year first': (text) => shortYearFirst(text) ?? yearFirst(text) ?? monthNamedDay(text),
  'day first': (text) => yearLast(text, 'day') ?? yearFirst(text) ?? monthNamedDay(text),
  'month first': (text) => yearLast(text, 'month') ?? yearFirst(text) ?? monthNamedDay(text),
  'month named': (text) => monthNamedDay(text) ?? monthNamedMonth(text) ?? yearFirst(text),
  'year and month': yearAndMonth,
  year: (text) => years(/^(?:FY ?)?(\d{4})(?:\.0+)?$/.exec(text)?.[1], 1),
  'financial year': (text) => financialYear(text, 4),
  'financial year from January': (text) => financialYear(text, 1),
  'financial year from July': (text) => financialYear(text, 7),
  'financial year from October': (text) => financialYear(text, 10),
  quarter,
  'excel serial': excelSerial,
  'span of months': spanOfMonths,
};

function yearFirst(text: string): Period | undefined {
  const match = YEAR_FIRST.exec(text);
  if (match) return dayPeriod(match[1], match[3], match[4]);
  const run = RUN_TOGETHER.exec(text);
  return run ? dayPeriod(run[1], run[2], run[3]) : undefined;
}

function shortYearFirst(text: string): Period | undefined {
  const match = SHORT_YEAR_FIRST.exec(text);
  return match ? dayPeriod(match[1], match[3], match[4]) : undefined;
}

function yearLast(text: string, first: 'day' | 'month'): Period | undefined {
  const match = YEAR_LAST.exec(text);
  if (!match) return undefined;
  const [, one, , two, year] = match;
  return first === 'day' ? dayPeriod(year, two, one) : dayPeriod(year, one, two);
}

function monthNamedDay(text: string): Period | undefined {
  if (NUMERIC.test(text)) return undefined;
  const match = DAY_NAMED.exec(text);
  if (match) return dayPeriod(match[3], monthNamed(match[2] ?? ''), match[1]);
  const turned = NAMED_DAY.exec(text);
  return turned ? dayPeriod(turned[3], monthNamed(turned[1] ?? ''), turned[2]) : undefined;
}

function monthNamedMonth(text: string): Period | undefined {
  if (NUMERIC.test(text)) return undefined;
  const match = MONTH_NAMED.exec(text);
  const month = match && monthNamed(match[1] ?? '');
  return month ? months(fullYear(match[2]), month, 1) : undefined;
}

function yearAndMonth(text: string): Period | undefined {
  const match = /^(\d{4})[-/. ]?(\d{2})$/.exec(text) ?? /^(\d{4})[-/. ](\d)$/.exec(text);
  const turned = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  const [year, month] = match ? [match[1], match[2]] : [turned?.[2], turned?.[1]];
  const number = Number(month);
  if (number >= 1 && number <= 12) return months(Number(year), number, 1);
  return monthNamedMonth(text);
}

/**
 * 2016-17, 2016/2017, FY17, FY15-16: a year named by two ends, or by its last. From January, two ends
 * are two years. A quarter beside it, as in "Q1 2016-17" and "FY17 Q1", is one of that year.
 */
function financialYear(text: string, month: number): Period | undefined {
  const quarter = QUARTER_BEFORE.exec(text) ?? turnedRound(QUARTER_AFTER.exec(text));
  if (!quarter) return wholeYear(text, month);
  const year = wholeYear((quarter[2] ?? '').trim(), month);
  if (!year) return undefined;
  const { year: first } = civilOf(year.start);
  const isOne = civilOf(year.end).year - first === 1;
  return isOne ? months(first, month + 3 * (Number(quarter[1]) - 1), 3) : undefined;
}

function wholeYear(text: string, month: number): Period | undefined {
  const isCalendar = month === 1;
  const two = /^(?:FY|F\.?Y\.?)? ?'?(\d{4}|\d{2}) ?[-/–] ?'?(\d{4}|\d{2})$/i.exec(text);
  if (two) {
    const [first, last] = [fullYear(two[1]), fullYear(two[2])];
    return last === first + 1 ? months(first, month, isCalendar ? 24 : 12) : undefined;
  }
  const one = /^(?:FY|F\.?Y\.?) ?'?(\d{4}|\d{2})$/i.exec(text);
  return one ? months(fullYear(one[1]) - (isCalendar ? 0 : 1), month, 12) : undefined;
}

function quarter(text: string): Period | undefined {
  const match =
    /^Q([1-4])[-/ ,]*(\d{4}|\d{2})$/i.exec(text) ??
    /^Quarter ([1-4])[-/ ,]*(\d{4})$/i.exec(text) ??
    turnedRound(/^(\d{4})[-/ ]*Q([1-4])$/i.exec(text));
  return match ? months(fullYear(match[2]), Number(match[1]) * 3 - 2, 3) : undefined;
}

function turnedRound(match: RegExpExecArray | null): (string | undefined)[] | null {
  return match && [match[0], match[2], match[1]];
}

/** Days since 1899-12-30, as Excel counts them from March 1900 on; from 1927 to 2119 here. */
function excelSerial(text: string): Period | undefined {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const serial = Number(match?.[1]);
  if (!(serial >= 10_000 && serial < 80_000)) return undefined;
  const start = dayOf(1899, 12, 30) + serial;
  return { start, end: start + 1 };
}

/** "July 2010-September 2010", "Jul-Sep 2010". */
function spanOfMonths(text: string): Period | undefined {
  if (NUMERIC.test(text)) return undefined;
  const match = SPAN.exec(text);
  if (!match) return monthNamedMonth(text);
  const [first, last] = [monthNamed(match[1] ?? ''), monthNamed(match[3] ?? '')];
  if (!first || !last) return undefined;
  const lastYear = Number(match[4]);
  const firstYear = match[2] ? Number(match[2]) : lastYear - (first > last ? 1 : 0);
  const count = (lastYear - firstYear) * 12 + last - first + 1;
  return count > 0 && count < 1200 ? months(firstYear, first, count) : undefined;
}

function years(first: string | undefined, count: number): Period | undefined {
  const year = Number(first);
  return year >= 1500 && year <= 2200 ? months(year, 1, count * 12) : undefined;
}

/** So many months from one on, that of a later year when it is above 12. */
function months(year: number, month: number, count: number): Period {
  const firstOf = (month: number) => dayOf(year + Math.floor(month / 12), (month % 12) + 1, 1);
  return { start: firstOf(month - 1), end: firstOf(month - 1 + count) };
}

function dayPeriod(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Period | undefined {
  const [y, m, d] = [fullYear(year), Number(month), Number(day)];
  const start: Day = dayOf(y, m, d);
  const back = civilOf(start);
  const exists = back.year === y && back.month === m && back.day === d;
  return exists ? { start, end: start + 1 } : undefined;
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(text: string | undefined): number {
  const year = Number(text);
  return text?.length === 2 ? year + (year < 70 ? 2000 : 1900) : year;
}
