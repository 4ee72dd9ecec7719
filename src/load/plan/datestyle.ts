import { parseDateText } from '../datetext.ts';
import type { DateStyle, Decision, Options } from '../plan.ts';
import type { ColumnSample } from './sample.ts';
import { settledBy, shortYearsDecision, shortYearsOf, type ShortYears } from './shortyears.ts';

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

type DateRead = ReturnType<typeof parseDateText>;
/** Which of day and month comes first in a date of numbers. */
type Order = 'day first' | 'month first';

export interface DateStyleFound {
  readonly style: DateStyle;
  /** Share of the filled cells that are dates in that style, or in the other order of its two. */
  readonly share: number;
  /** True when day and month could as well stand the other way round. */
  readonly ambiguous: boolean;
  /** Present when some cells can only be read day first and others only month first. */
  readonly mixed?: Mixed;
  /** Present when years have two digits and may stand at either end. */
  readonly shortYears?: ShortYears;
}

/** A text that can be read in one order alone, and how many such there are. */
interface OneWay {
  readonly count: number;
  readonly example: string;
}

interface Mixed {
  readonly dayFirst: OneWay;
  readonly monthFirst: OneWay;
  readonly bothWays: number;
}

/** The style that reads most of a column's cells. */
export function dateStyleOf({ filled }: Pick<ColumnSample, 'filled'>): DateStyleFound {
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
  const shortYears = shortYearsOf(filled);
  if (shortYears?.atFront && (isOrder(best) || count('short year first') > count(best))) {
    const share = count('short year first') / filled.length;
    return { style: 'short year first', share, ambiguous: false, shortYears };
  }
  const most = count(best);
  // Where one order reads every cell, none needs the other.
  const mixed = isOrder(best) && most < filled.length ? mixedOrders(filled) : undefined;
  const other = best === 'day first' ? mixed?.monthFirst : mixed?.dayFirst;
  const both = best === 'day first' && most === count('month first') && !mixed;
  return {
    style: best,
    share: filled.length > 0 ? (most + (other?.count ?? 0)) / filled.length : 0,
    ambiguous: both && most > count('year first'),
    ...(mixed ? { mixed } : {}),
    ...(shortYears && isOrder(best) ? { shortYears } : {}),
  };
}

function isOrder(style: DateStyle): style is Order {
  return style === 'day first' || style === 'month first';
}

/** Counts the cells that only one order reads; undefined unless there are some of each. */
function mixedOrders(filled: readonly string[]): Mixed | undefined {
  const dayFirst: string[] = [];
  const monthFirst: string[] = [];
  let bothWays = 0;
  for (const text of filled) {
    const [day, month] = [parseDateText(text, 'day first'), parseDateText(text, 'month first')];
    if (day && !month) dayFirst.push(text);
    else if (month && !day) monthFirst.push(text);
    else if (isDifferent(day, month)) bothWays++;
  }
  const [first, second] = [oneWay(dayFirst), oneWay(monthFirst)];
  return first && second ? { dayFirst: first, monthFirst: second, bothWays } : undefined;
}

/** 03/04/2019 is two days; 04/04/2019 and 2019-04-03 are one, whichever comes first. */
function isDifferent(day: DateRead, month: DateRead): boolean {
  return typeof day === 'object' && typeof month === 'object' && day.start !== month.start;
}

function oneWay(texts: readonly string[]): OneWay | undefined {
  const [example] = texts;
  return example === undefined ? undefined : { count: texts.length, example };
}

/**
 * Decides the order of day and month of columns that do not show it, by one of the same file that
 * does, else by `usual`; only the latter is a doubt, and so is a column that shows both.
 */
export function settleOrder(
  found: ReadonlyMap<number, DateStyleFound>,
  labelOf: (column: number) => string,
  usual: Order,
  options: Options,
): { readonly styles: Map<number, DateStyle>; readonly decisions: Decision[] } {
  const clear = [...found].find(
    ([, { style, ambiguous, mixed }]) => !ambiguous && !mixed && isOrder(style),
  );
  const styles = new Map<number, DateStyle>();
  const decisions: Decision[] = [];
  const allShort = Array.from(found.values(), ({ shortYears }) => shortYears);
  for (const [column, { style, ambiguous, mixed, ...rest }] of found) {
    const shortYears = rest.shortYears && settledBy(rest.shortYears, allShort);
    const byHand = orderByHand(style, shortYears, options);
    if (!byHand && shortYears) {
      decisions.push(...shortYearsDecision(labelOf(column), shortYears, options));
    }
    if (byHand) styles.set(column, byHand);
    else if (shortYears?.atFront) styles.set(column, 'short year first');
    else if (mixed) {
      const order = mostOf(mixed, usual);
      styles.set(column, order);
      decisions.push(mixedDoubt(labelOf(column), order, mixed, options));
    } else if (!ambiguous) styles.set(column, style);
    else if (clear) styles.set(column, clear[1].style);
    else {
      styles.set(column, usual);
      decisions.push(orderDoubt(labelOf(column), usual, options));
    }
  }
  return { styles, decisions };
}

/** The style of a column by the order a person gave; only years of two digits can come first by it. */
function orderByHand(
  style: DateStyle,
  shortYears: ShortYears | undefined,
  { dateOrder }: Options,
): DateStyle | undefined {
  if (dateOrder === undefined || !(isOrder(style) || shortYears)) return undefined;
  if (dateOrder !== 'year first') return dateOrder;
  return shortYears && (shortYears.atFront || shortYears.by !== 'only')
    ? 'short year first'
    : undefined;
}

/** The order that most cells need which can be read in one alone. */
function mostOf({ dayFirst, monthFirst }: Mixed, usual: Order): Order {
  if (dayFirst.count === monthFirst.count) return usual;
  return dayFirst.count > monthFirst.count ? 'day first' : 'month first';
}

function say(order: Order): string {
  return order === 'day first' ? 'the day before the month' : 'the month before the day';
}

function orderDoubt(label: string, usual: Order, options: Options): Decision {
  return {
    matter: 'date order',
    column: label,
    sentence: `No day in "${label}" is over 12, so that its dates can be read both ways; they are read with ${say(usual)}.`,
    doubt: true,
    choices: [otherOrder(usual, options)],
  };
}

function mixedDoubt(label: string, order: Order, mixed: Mixed, options: Options): Decision {
  const { dayFirst, monthFirst, bothWays } = mixed;
  return {
    matter: 'date order',
    column: label,
    sentence: `"${label}" has dates in two orders: of those looked at, ${dayFirst.count} can only be read with ${say('day first')} (${dayFirst.example}), ${monthFirst.count} only with ${say('month first')} (${monthFirst.example}), and ${bothWays} both ways. All are read with ${say(order)}, so that a row in the other order has no date, or a wrong one.`,
    doubt: true,
    choices: [otherOrder(order, options)],
  };
}

function otherOrder(order: Order, options: Options): Decision['choices'][number] {
  const other = order === 'day first' ? 'month first' : 'day first';
  return { sentence: `Read ${say(other)}`, options: { ...options, dateOrder: other } };
}
