import type { Money } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { SeriesPoint } from '../model/question.ts';
import type { Subject } from '../model/subject.ts';

/** A stretch of a column, in money above (or below) the axis. */
export interface Stretch {
  readonly from: Money;
  readonly to: Money;
}

/** One subject's part of a column. A stretch of no length is left out. */
export interface ColumnPart {
  readonly point: SeriesPoint;
  /** What is sure to be there: up to the low end. */
  readonly sure: Stretch | null;
  /** From the low end to the high end. */
  readonly range: Stretch | null;
  /** Money returned, below the axis. */
  readonly returned: Stretch | null;
}

export interface Column {
  readonly period: Period;
  readonly parts: readonly ColumnPart[];
  /** Where it ends above the axis and below it (zero or less). */
  readonly top: Money;
  readonly bottom: Money;
  /** True when a figure in it has no stated upper end. */
  readonly open: boolean;
}

/**
 * Stacks the sums of a series, unit by unit: what came in upwards from the axis, what was returned
 * downwards, subjects in the order of `rank`. A unit without figures has no column.
 */
export function stackColumns(
  points: readonly SeriesPoint[],
  rank: (subject: Subject) => number,
): Column[] {
  const units = new Map<number, SeriesPoint[]>();
  for (const point of points) {
    const { low, high, returned } = point.sum;
    if (low === 0 && high === 0 && returned === 0) continue;
    const unit = units.get(point.period.start);
    if (unit) unit.push(point);
    else units.set(point.period.start, [point]);
  }
  return [...units.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, unit]) => stack(unit.sort((a, b) => byRank(a.subject, b.subject, rank))));
}

function stack(unit: readonly SeriesPoint[]): Column {
  let top = 0;
  let bottom = 0;
  const parts = unit.map((point) => {
    const { low, high, returned } = point.sum;
    const sure = stretch(top, top + low - returned);
    top += low - returned;
    const range = stretch(top, top + high - low);
    top += high - low;
    const back = stretch(bottom + returned, bottom);
    bottom += returned;
    return { point, sure, range, returned: back };
  });
  const period = unit[0]?.period ?? { start: 0, end: 0 };
  return { period, parts, top, bottom, open: unit.some(({ sum }) => sum.open > 0) };
}

function stretch(from: Money, to: Money): Stretch | null {
  return to > from ? { from, to } : null;
}

function byRank(a: Subject, b: Subject, rank: (subject: Subject) => number): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}
