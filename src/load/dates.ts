import { dayOf, civilOf, parseIsoDay, type Day } from '../model/period.ts';

/** The order in which a column writes its dates; decided for a column, never for a cell. */
export type DayOrder = 'year first' | 'day first' | 'month first';

const YEAR_FIRST = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: .*)?$/;

/** Reads a date; undefined for anything else, and for dates that do not exist. */
export function parseDay(text: string, order: DayOrder): Day | undefined {
  if (order === 'year first') return parseIsoDay(YEAR_FIRST.exec(text)?.[1] ?? '');
  const match = YEAR_LAST.exec(text);
  if (!match) return undefined;
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const [day, month] = order === 'day first' ? [first, second] : [second, first];
  const result = dayOf(year, month, day);
  const back = civilOf(result);
  return back.month === month && back.day === day ? result : undefined;
}

export interface OrderFound {
  readonly order: DayOrder;
  /** Share of the texts that are dates in that order. */
  readonly share: number;
  /** Whether day and month could as well stand the other way round. */
  readonly ambiguous: boolean;
}

/** The order that reads most of a column's texts; day first where both orders read as many. */
export function orderOf(texts: readonly string[]): OrderFound {
  const readAs = (order: DayOrder) =>
    texts.reduce((count, text) => count + (parseDay(text, order) === undefined ? 0 : 1), 0);
  const [yearFirst, dayFirst, monthFirst] = [
    readAs('year first'),
    readAs('day first'),
    readAs('month first'),
  ];
  const most = Math.max(yearFirst, dayFirst, monthFirst);
  const order = most === yearFirst ? 'year first' : most === dayFirst ? 'day first' : 'month first';
  return {
    order,
    share: texts.length > 0 ? most / texts.length : 0,
    ambiguous: order === 'day first' && dayFirst === monthFirst,
  };
}
