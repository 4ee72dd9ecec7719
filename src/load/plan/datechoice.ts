import type { Decision, Options } from '../plan.ts';
import { dateStyleOf, type DateStyleFound } from './datestyle.ts';
import { listed, MOST_CHOICES } from './listed.ts';
import type { ColumnSample } from './sample.ts';
import { DATE, END, START, weigh } from './words.ts';

export interface DateColumn {
  readonly sample: ColumnSample;
  readonly found: DateStyleFound;
  readonly weight: number;
}

/** Cells enough to see whether a column has dates at all. */
const GLANCE = 40;
/** Styles that plain numbers could be too: only a header makes them dates. */
const NUMERIC = new Set(['year', 'year and month', 'excel serial', 'year first']);

/** Columns with dates, the likeliest to be the day of the money first. */
export function dateColumns(samples: readonly ColumnSample[]): DateColumn[] {
  return samples
    .flatMap((sample): DateColumn[] => {
      if (sample.filled.length === 0) return [];
      const glance = dateStyleOf({ ...sample, filled: sample.filled.slice(0, GLANCE) });
      if (glance.share <= 0.5) return [];
      const weight = weigh(sample.words, DATE);
      const named = weight !== 0 || START.test(sample.words) || END.test(sample.words);
      const found = dateStyleOf(sample);
      const enough = named ? found.share > 0.5 : found.share > 0.9 && !isPlain(sample, found);
      return enough ? [{ sample, found, weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.sample.column.index - b.sample.column.index);
}

function isPlain({ filled }: ColumnSample, { style }: DateStyleFound): boolean {
  return NUMERIC.has(style) && filled.some((text) => /^\d+(\.\d+)?$/.test(text));
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
  if (chosen === undefined || rest.length === 0) return [];
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
