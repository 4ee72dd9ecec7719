import { civilOf } from '../../model/period.ts';
import { parseDateText } from '../datetext.ts';
import type { DateStyle, Decision, Options } from '../plan.ts';
import { dateStyleOf, type DateStyleFound } from './datestyle.ts';
import { listed, MOST_CHOICES } from './listed.ts';
import type { ColumnSample } from './sample.ts';
import { DATE, DATE_WORD, END, NUMBERED, ON_DAY, PRICED, START, weigh } from './words.ts';

export interface DateColumn {
  readonly sample: ColumnSample;
  readonly found: DateStyleFound;
  readonly weight: number;
}

/** Cells enough to see whether a column has dates at all. */
const GLANCE = 40;
/** Styles that plain numbers could be too: only a header makes them dates. */
const NUMERIC = new Set(['year', 'year and month', 'excel serial', 'year first']);

/** Days on their own; where the header speaks of money, only a year or month can be a plain number. */
const DAY_WORD = /(?<!\bto )\bdate|datum|fecha/;
/** What a header that names or numbers things weighs: its column comes after all others. */
const LAST = -20;

/** Columns with dates, the likeliest to be the day of the money first. */
export function dateColumns(samples: readonly ColumnSample[]): DateColumn[] {
  return samples
    .flatMap((sample): DateColumn[] => {
      if (sample.filled.length === 0) return [];
      if (!DATE_WORD.test(sample.words) && !seemsDates(sample)) return [];
      const found = dateStyleOf(sample);
      const enough = speaksOfDates(sample) ? found.share > 0.5 : found.share > 0.9;
      if (!enough || (isPlain(sample, found) && !canBePlain(sample, found))) return [];
      const weight = numbersThings(sample) ? LAST : weigh(sample.words, DATE);
      return [{ sample, found, weight }];
    })
    .sort((a, b) => b.weight - a.weight || a.sample.column.index - b.sample.column.index);
}

/** Whether the first cells are dates: most columns are not, and all of their cells would take long. */
function seemsDates(sample: ColumnSample): boolean {
  return dateStyleOf({ ...sample, filled: sample.filled.slice(0, GLANCE) }).share > 0.5;
}

/** Whether a header speaks of a day or a time, or of what happens to money on one day. */
function speaksOfDates(sample: ColumnSample): boolean {
  const { words } = sample;
  if (numbersThings(sample)) return false;
  return weigh(words, DATE) !== 0 || START.test(words) || END.test(words);
}

function numbersThings({ words }: ColumnSample): boolean {
  return NUMBERED.test(words) && !DATE_WORD.test(words);
}

function isPlain(sample: ColumnSample, { style }: DateStyleFound): boolean {
  if (!NUMERIC.has(style)) return false;
  // Numbers of things may have two parts like a year and its month: 2019-01, 2019-02.
  if (numbersThings(sample) && style === 'year and month') return true;
  return sample.filled.some((text) => /^\d+(\.\d+)?$/.test(text));
}

/** Any five digits are a day to Excel, so that only a header's own words make plain numbers dates. */
function canBePlain(sample: ColumnSample, { style }: DateStyleFound): boolean {
  const { words } = sample;
  if (PRICED.test(words)) {
    return style === 'excel serial' ? DAY_WORD.test(words) : DATE_WORD.test(words);
  }
  if (DATE_WORD.test(words) || ON_DAY.test(words)) return true;
  if (NUMBERED.test(words)) return false;
  return (
    START.test(words) || END.test(words) || (weigh(words, DATE) > 0 && areDates(sample, style))
  );
}

/** Whether plain numbers are hardly anything but dates: years of our time, or 20190105. */
function areDates({ filled }: ColumnSample, style: DateStyle): boolean {
  return filled.every((text) => {
    const period = parseDateText(text, style);
    if (typeof period !== 'object') return false;
    return style === 'year first' || (style === 'year' && isOurs(civilOf(period.start).year));
  });
}

function isOurs(year: number): boolean {
  return year >= 1950 && year <= 2050;
}

export function isStart({ words }: ColumnSample): boolean {
  return START.test(words) && !END.test(words);
}

export function isEnd({ words }: ColumnSample): boolean {
  return END.test(words) && !START.test(words);
}

/** What is said when more than one column has dates. */
export function dateDecision(
  chosen: string | undefined,
  dates: readonly DateColumn[],
  options: Options,
): Decision[] {
  const rest = dates.filter(({ sample }) => sample.column.label !== chosen);
  if (chosen === undefined) return [];
  const taken = dates.find(({ sample }) => sample.column.label === chosen);
  if (taken?.weight === LAST && options.date === undefined) return [numberedDoubt(taken)];
  if (rest.length === 0) return [];
  const names = listed(rest.map(({ sample }) => sample.column));
  return [
    {
      matter: 'date',
      column: chosen,
      sentence: `The date is "${chosen}"; the file also has ${names}.`,
      doubt: false,
      choices: rest.slice(0, MOST_CHOICES).map(({ sample: { column } }) => ({
        sentence: `Take "${column.label}" as the date`,
        options: { ...options, date: column.label },
      })),
    },
  ];
}

/** What is said when only a column that names or numbers things can be the date. */
function numberedDoubt({ sample: { column, filled } }: DateColumn): Decision {
  return {
    matter: 'date',
    column: column.label,
    sentence: `The date is "${column.label}", whose header names or numbers things, because its cells are dates, such as "${filled[0]}", and no other column has any that would do.`,
    doubt: true,
    choices: [],
  };
}
