import type { Calendar, Period } from '../../model/period.ts';
import { parseDateText } from '../datetext.ts';
import type { DateStyle, Decision, YearColumn } from '../plan.ts';
import { styleIn } from './calendarchoice.ts';
import { wordsOf, type ColumnSample } from './sample.ts';
import { NO_MONEY } from './words.ts';

const KIND_WORDS =
  /\b(actuals?|budget(ed)?|plan(s|ned)?|forecasts?|estimate[ds]?|est|outturns?|provisional|draft|prelim(inary)?|adopted|approved|proposed|revised|projected|committed|spent|spend|expenditure|revenue|income)\b/i;

/** What a table writes beside a year to say something of its figures: a star, "note 1", "p" or "r". */
const NOTE = /\b(foot)?notes? \d{1,2}\b|\*+|[†‡§¹²³]|^(p|r|e|f|be|re)$|^\d$/gi;
/** 2019-1 is a month or a quarter; only 2019 1 and 2019 (1) have a note, and 2019.0 is a year. */
const NUMBERED_PART = /^ ?[-–_./] ?[1-9](?!\d)/;

const COUNTED =
  /\b(change|growth|headcount|people|persons|staff|employees|beneficiaries|recipients|participants|pupils|households)\b/;

const HEADER = /^(.*?)\b((?:FY ?)?\d{4}(?:[-/–](?:\d{4}|\d{2}))?|FY ?\d{2}(?:[-/–]\d{2})?)\b(.*)$/i;

/**
 * The year that a header is, where years named by two ends or as FY run by that calendar, and the
 * words beside it; undefined for other headers.
 */
export function yearOf(
  header: string,
  calendar: Calendar,
): { period: Period; kind: string } | undefined {
  const match = HEADER.exec(header.trim());
  const year = match?.[2];
  if (!match || !year || NUMBERED_PART.test(match[3] ?? '')) return undefined;
  const beside = `${match[1] ?? ''} ${match[3] ?? ''}`.replace(/[()[\],.:£$€'"_-]/g, ' ').trim();
  const kind = KIND_WORDS.exec(beside)?.[0]?.toLowerCase() ?? '';
  const idle = beside
    .replace(KIND_WORDS, '')
    .replace(NOTE, '')
    .replace(/\b(000s?|m|mn|million|thousands?|amount|year)\b/gi, '');
  if (idle.trim() !== '') return undefined;
  for (const style of [styleIn('financial year', calendar), 'year'] as const) {
    const period = parseDateText(year.toUpperCase(), style);
    if (period && period !== 'missing') return { period, kind };
  }
  return undefined;
}

/** Columns of numbers whose headers begin with a year, and that are not among those taken. */
export function yearsLeft(
  samples: readonly ColumnSample[],
  taken: readonly YearColumn[],
): ColumnSample[] {
  if (taken.length === 0) return [];
  const columns = new Set(taken.map(({ column }) => column));
  return samples.filter(
    ({ column, numeric, filled }) =>
      !columns.has(column.index) &&
      filled.length > 0 &&
      numeric >= 0.8 &&
      !isCount(column.label) &&
      /^(FY ?)?(19|20)\d{2}\b/i.test(column.label.trim()),
  );
}

/** Whether the words beside a year say that its numbers are changes, or of people and things. */
function isCount(label: string): boolean {
  const beside = wordsOf(label.trim().replace(/^(FY ?)?\d{4}/i, ''));
  return NO_MONEY.test(beside) || COUNTED.test(beside);
}

/** Whether a header is a year or a numbered part of one, however its years run. */
export function isYear(header: string): boolean {
  return yearOf(header.replace(/[-–_./]\s*\d$/, ''), 'financial') !== undefined;
}

/** What is said of a column of the same period and kind as one before it, as both are added. */
export function twiceDecision(
  years: readonly YearColumn[],
  labelOf: (column: number) => string,
): Decision[] {
  const seen = new Map<string, number>();
  for (const { column, start, end, kind } of years) {
    const key = `${start} ${end} ${kind}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, column);
      continue;
    }
    const label = labelOf(column);
    const sentence = `"${label}" is of the same period as "${labelOf(first)}"; both are read, and their numbers added.`;
    return [{ matter: 'columns of one period', column: label, sentence, doubt: true, choices: [] }];
  }
  return [];
}

/** The first year of some texts that does not say when it starts: "2015-16", "FY17". */
export function unclearYear(texts: readonly string[]): string | undefined {
  return texts.map((text) => HEADER.exec(text.trim())?.[2] ?? '').find((year) => /\D/.test(year));
}

/** More columns of years than this are no budget. */
const MOST = 300;

/** The shorter periods that a header can be, the finest last; columns are all of one kind. */
const SHORTER = ['quarter', 'financial year', 'month named'] as const;
/** Days of the shortest month, as what is shorter is a day, and of the longest quarter. */
const SHORTEST = 28;
const LONGEST = 92;

/**
 * Columns to unpivot: two or more whose headers are years, else months or quarters, and whose cells
 * are numbers.
 */
export function findYears(samples: readonly ColumnSample[], calendar: Calendar): YearColumn[] {
  const years = columnsOf(samples, (header) => yearOf(header, calendar));
  if (years.length >= 2) return years.length <= MOST ? years : [];
  const shorter = SHORTER.map((style) =>
    columnsOf(samples, (header) => shorterOf(header, styleIn(style, calendar))),
  );
  return shorter.find(({ length }) => length >= 2 && length <= MOST) ?? [];
}

function columnsOf(
  samples: readonly ColumnSample[],
  periodOf: (header: string) => { period: Period; kind: string } | undefined,
): YearColumn[] {
  return samples.flatMap(({ column, numeric, filled }) => {
    const found = periodOf(column.label.replace(/ \(\d+\)$/, ''));
    if (!found || (filled.length > 0 && numeric < 0.8)) return [];
    return [{ column: column.index, ...found.period, kind: found.kind }];
  });
}

function shorterOf(header: string, style: DateStyle) {
  const period = parseDateText(header, style);
  if (!period || period === 'missing') return undefined;
  const days = period.end - period.start;
  return days < SHORTEST || days > LONGEST ? undefined : { period, kind: '' };
}
