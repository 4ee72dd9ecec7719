import { parseDateText } from '../datetext.ts';
import type { DateStyle, Decision, Options } from '../plan.ts';
import type { ColumnSample } from './sample.ts';

/** In the order they are preferred when they read as many cells. */
const STYLES: readonly DateStyle[] = [
  'year first',
  'day first',
  'month first',
  'month named',
  'financial year',
  'year and month',
  'year',
  'quarter',
  'span of months',
  'excel serial',
];

export interface DateStyleFound {
  readonly style: DateStyle;
  /** Share of the filled cells that are dates in that style. */
  readonly share: number;
  /** True when day and month could as well stand the other way round. */
  readonly ambiguous: boolean;
}

/** The style that reads most of a column's cells. */
export function dateStyleOf({ filled }: ColumnSample): DateStyleFound {
  const counts = new Map<DateStyle, number>();
  const count = (style: DateStyle) => {
    let known = counts.get(style);
    if (known === undefined) {
      known = filled.filter((text) => parseDateText(text, style)).length;
      counts.set(style, known);
    }
    return known;
  };
  // Columns of days may hold named months as well, so those read them too; names decide.
  const named = filled.filter((text) => /\p{L}{3}/u.test(text)).length * 2 > filled.length;
  let best: DateStyle = named ? 'month named' : 'year first';
  for (const style of STYLES) {
    // None reads more than all, and most columns of dates are read by the first that is tried.
    if (count(best) === filled.length) break;
    if (count(style) > count(best)) best = style;
  }
  const most = count(best);
  const both = best === 'day first' && most === count('month first');
  return {
    style: best,
    share: filled.length > 0 ? most / filled.length : 0,
    ambiguous: both && most > count('year first'),
  };
}

/**
 * Decides the order of day and month of columns that do not show it, by one of the same file that
 * does, else by `usual`; only the latter is a doubt.
 */
export function settleOrder(
  found: ReadonlyMap<number, DateStyleFound>,
  labelOf: (column: number) => string,
  usual: 'day first' | 'month first',
  options: Options,
): { readonly styles: Map<number, DateStyle>; readonly decisions: Decision[] } {
  const clear = [...found].find(
    ([, { style, ambiguous }]) => !ambiguous && (style === 'day first' || style === 'month first'),
  );
  const styles = new Map<number, DateStyle>();
  const decisions: Decision[] = [];
  for (const [column, { style, ambiguous }] of found) {
    const numeric = style === 'day first' || style === 'month first';
    if (numeric && options.dateOrder) styles.set(column, options.dateOrder);
    else if (!ambiguous) styles.set(column, style);
    else if (clear) styles.set(column, clear[1].style);
    else {
      styles.set(column, usual);
      decisions.push(orderDoubt(labelOf(column), usual, options));
    }
  }
  return { styles, decisions };
}

function orderDoubt(label: string, usual: 'day first' | 'month first', options: Options): Decision {
  const other = usual === 'day first' ? 'month first' : 'day first';
  const say = (order: string) =>
    order === 'day first' ? 'the day before the month' : 'the month before the day';
  return {
    matter: 'date order',
    column: label,
    sentence: `No day in "${label}" is over 12, so that its dates can be read both ways; they are read with ${say(usual)}.`,
    doubt: true,
    choices: [{ sentence: `Read ${say(other)}`, options: { ...options, dateOrder: other } }],
  };
}
