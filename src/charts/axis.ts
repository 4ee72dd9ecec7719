import { bisectRight } from 'd3';
import type { Mark, TimeScale } from '../drawing/drawing.ts';
import { round } from '../drawing/geometry.ts';
import { textWidth } from '../drawing/text.ts';
import {
  civilOf,
  dayOf,
  floorTo,
  nextAfter,
  type Calendar,
  type Day,
  type Period,
  type TimeUnit,
} from '../model/period.ts';
import { printUnit } from '../words/periods.ts';

/** Days laid along a line, from `x0` to `x1` px. Days outside the span stand at its ends. */
export interface TimeAxis {
  readonly span: Period;
  readonly x0: number;
  readonly x1: number;
  readonly x: (day: Day) => number;
}

/** Every day as wide as every other. */
export function dayAxis(span: Period, x0: number, x1: number): TimeAxis {
  const days = Math.max(1, span.end - span.start);
  const x = (day: Day) => x0 + (clamp(day - span.start, 0, days) / days) * (x1 - x0);
  return { span, x0, x1, x };
}

/**
 * Every unit as wide as every other, however many days it has, so that columns of one width have
 * areas in proportion to their heights. `units` follow each other without gaps.
 */
export function unitAxis(units: readonly Period[], x0: number, x1: number): TimeAxis {
  const span = { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 1 };
  const wide = (x1 - x0) / Math.max(1, units.length);
  const ends = units.map(({ end }) => end);
  const x = (day: Day) => {
    const at = bisectRight(ends, day);
    const unit = units[at];
    if (!unit) return x1;
    return x0 + wide * (at + clamp((day - unit.start) / (unit.end - unit.start), 0, 1));
  };
  return { span, x0, x1, x };
}

/** The axis as a page needs it to read days off the picture. */
export function timeScaleOf({ span, x0, x1 }: TimeAxis): TimeScale {
  return { x0: round(x0), x1: round(x1), from: span.start, to: span.end };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

export const AXIS_SIZE = 12;
/** Height of the line of labels above the picture. */
export const AXIS_ROOM = 22;
const UNITS = ['month', 'quarter', 'year'] as const;
const DAYS_IN: Record<TimeUnit, number> = { month: 30, quarter: 91, year: 365 };
const YEARS_TOGETHER = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

interface Tick {
  readonly day: Day;
  readonly text: string;
}

/**
 * Lines from `top` to `bottom` where units of time begin, each labelled above: the finest units
 * whose names have room. Furniture: these marks are about no subject.
 */
export function axisMarks(
  { span, x0, x1, x }: TimeAxis,
  calendar: Calendar,
  top: number,
  bottom: number,
): Mark[] {
  const ticks = ticksIn(span, calendar, x1 - x0);
  const marks: Mark[] = [];
  let free = x0;
  ticks.forEach(({ day, text }, at) => {
    const inside = day >= span.start;
    const left = inside ? x(day) : x0;
    const next = ticks[at + 1];
    const right = next ? x(next.day) : x1;
    if (inside) {
      const place = { x0: left, y0: top - AXIS_ROOM + 6, x1: left, y1: bottom };
      marks.push({
        shape: 'line',
        key: `axis:${text}`,
        subjects: [],
        ...place,
        stroke: 'rule',
        strokeWidth: 1,
      });
    }
    const start = left + (inside ? 4 : 0);
    const width = textWidth(text, AXIS_SIZE) * 1.04;
    if (start < free || start + width > right) return;
    free = start + width + 6;
    const place = { x: start, y: top - AXIS_ROOM + 15, size: AXIS_SIZE, fill: 'quiet' } as const;
    marks.push({ shape: 'text', key: `axis:${text} name`, subjects: [], ...place, text });
  });
  return marks;
}

/** The first tick may stand before the span: the unit the span begins in. */
function ticksIn(span: Period, calendar: Calendar, width: number): Tick[] {
  const days = Math.max(1, span.end - span.start);
  const room = (name: string) => textWidth(name, AXIS_SIZE) * 1.04 + 10;
  for (const unit of UNITS) {
    const widest =
      unit === 'year' ? printUnit(span.end, 'year', calendar) : printUnit(0, unit, calendar);
    if ((width * DAYS_IN[unit]) / days >= room(widest)) return every(unit, 1, span, calendar);
  }
  const wanted = room(printUnit(span.end, 'year', calendar));
  const years = YEARS_TOGETHER.find((count) => (width * count * DAYS_IN.year) / days >= wanted);
  return every('year', years ?? 10_000, span, calendar);
}

function every(unit: TimeUnit, count: number, span: Period, calendar: Calendar): Tick[] {
  const ticks: Tick[] = [];
  let day = floorTo(unit, calendar, span.start);
  if (count > 1) {
    const { year, month } = civilOf(day);
    day = dayOf(Math.floor(year / count) * count, month, 1);
  }
  while (day < span.end) {
    ticks.push({ day, text: printUnit(day, unit, calendar) });
    const { year, month } = civilOf(day);
    day = count > 1 ? dayOf(year + count, month, 1) : nextAfter(unit, calendar, day);
  }
  return ticks;
}
