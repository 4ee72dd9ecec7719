import { inkOfTouches } from '../../drawing/colour.ts';
import type { Action, Ink } from '../../drawing/drawing.ts';
import { isStated } from '../../model/amount.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import type { Money } from '../../model/money.ts';
import type { Period, PeriodBasis } from '../../model/period.ts';
import type { Figure } from '../../model/question.ts';
import { dimensionOf, isOther, subjectOf, type Subject } from '../../model/subject.ts';
import type { View } from '../../model/view.ts';
import { printAmount } from '../../words/amounts.ts';
import { printDay, printPeriod, printUnit } from '../../words/periods.ts';
import { standingIn } from '../standing.ts';

/** A figure with all that its mark says and weighs. */
export interface Entry {
  readonly figure: Figure;
  /** Its subject, told apart by a number where two figures share it. */
  readonly key: string;
  readonly name: string;
  readonly subject: Subject;
  readonly touches: ReadonlySet<Subject>;
  readonly action: Action;
  readonly ink: Ink;
  /** Money its whole area stands for, and the part of it that is sure; zero where not stated. */
  readonly size: Money;
  readonly sure: Money;
  readonly stated: boolean;
  /** No upper end is stated. */
  readonly open: boolean;
  readonly returned: boolean;
  /** Null unless both ends are known or assumed. */
  readonly period: Period | null;
  readonly amount: string;
  /** What is known of an incomplete period: "by Dec 2020"; else empty. */
  readonly when: string;
  /** What it would be a year (or a month), spread evenly; empty where that says nothing. */
  readonly rate: string;
  readonly label: string;
}

/** Days in a mean Gregorian year and in a twelfth of it. */
const YEAR = 365.2425;
const MONTH = YEAR / 12;

/**
 * The figures in the order every timeline keeps: by the standing of their colour's value in the
 * dataset, then by size, then by what is printed. The order they came in does not matter.
 */
export function entriesOf(
  figures: readonly Figure[],
  view: View,
  card: DatasetCard,
  measure: Measure,
): Entry[] {
  const standing = standingIn(card);
  const ranked = figures.map((figure) => ({
    figure,
    rank: Math.min(
      ...figure.touches
        .filter((subject) => dimensionOf(subject) === card.suggested.colour)
        .map(standing),
      Number.MAX_SAFE_INTEGER,
    ),
    size: sizeOf(figure),
    tie: [figure.title, figure.start, figure.end, ...[...figure.touches].sort()].join('\n'),
  }));
  ranked.sort((a, b) => a.rank - b.rank || b.size - a.size || (a.tie < b.tie ? -1 : 1));
  const taken = new Map<Subject, number>();
  return ranked.map(({ figure }) => {
    const subject = subjectOfFigure(figure, view);
    const nth = (taken.get(subject) ?? 0) + 1;
    taken.set(subject, nth);
    return entryOf(figure, subject, nth > 1 ? `${subject}#${nth}` : subject, card, measure);
  });
}

function sizeOf({ amount }: Figure): Money {
  return Math.max(Math.abs(amount.low ?? 0), Math.abs(amount.high ?? 0));
}

/** The part between nothing and the nearer end; none of a range that may go either way. */
function sureOf({ amount: { low, high } }: Figure): Money {
  if (low === null) return 0;
  const other = high ?? low;
  return low * other > 0 ? Math.min(Math.abs(low), Math.abs(other)) : 0;
}

/** The most particular thing a figure belongs to: its value on the innermost level it has one on. */
function subjectOfFigure(figure: Figure, view: View): Subject {
  for (const level of view.levels.toReversed()) {
    const subject = figure.touches.find((touched) => dimensionOf(touched) === level);
    if (subject !== undefined) return subject;
  }
  return subjectOf('title', figure.title);
}

function entryOf(
  figure: Figure,
  subject: Subject,
  key: string,
  card: DatasetCard,
  measure: Measure,
): Entry {
  const { amount, start, end } = figure;
  const name = figure.title.trim() || 'Figure without a title';
  const period = start !== null && end !== null && end > start ? { start, end } : null;
  const size = sizeOf(figure);
  const printed = printAmount(amount, measure);
  const rate = period ? rateOf(figure, period, measure) : '';
  return {
    figure,
    key,
    name,
    subject,
    touches: new Set([subject, ...figure.touches]),
    action: isOther(subject)
      ? { do: 'open', dimension: dimensionOf(subject) }
      : { do: 'filter', subjects: [subject] },
    ink: inkOfTouches(figure.touches, card),
    size,
    sure: sureOf(figure),
    stated: isStated(amount),
    open: amount.low !== null && amount.high === null,
    returned: (amount.high ?? amount.low ?? 0) < 0,
    period,
    amount: printed,
    when: whenOf(figure, (day) => printUnit(day, 'month', 'calendar')),
    rate: rate && `≈ ${rate}, if spread evenly`,
    label: [
      name,
      printed,
      period ? periodWords(figure, period) : whenOf(figure, printDay) || 'period not stated',
      ...(rate ? [`about ${rate} if spread evenly`] : []),
    ].join(', '),
  };
}

function periodWords({ periodBasis }: Figure, period: Period): string {
  return periodBasis === 'stated'
    ? printPeriod(period)
    : `${printPeriod(period)}, ${basisWords(periodBasis)}`;
}

/** How the ends of a period are known, as people say it. */
export function basisWords(basis: PeriodBasis): string {
  return basis === 'both assumed' ? 'both ends assumed' : basis;
}

function whenOf({ start, end }: Figure, print: (day: number) => string): string {
  if (end !== null && start === null) return `by ${print(end - 1)}`;
  if (start !== null && end === null) return `from ${print(start)}`;
  return '';
}

/** "£840m a year"; a month for what runs less than a year. Yearly figures are rates already. */
function rateOf({ amount }: Figure, { start, end }: Period, measure: Measure): string {
  if (measure.basis === 'per year' || !isStated(amount)) return '';
  const days = end - start;
  if (days <= MONTH) return '';
  const unit = days < YEAR - 1 ? MONTH : YEAR;
  const part = (money: Money | null) => money && Math.round((money * unit) / days);
  const bound = amount.bound === 'about' ? 'exact' : amount.bound;
  const rate = printAmount({ low: part(amount.low), high: part(amount.high), bound }, measure);
  return `${rate} a ${unit === MONTH ? 'month' : 'year'}`;
}
