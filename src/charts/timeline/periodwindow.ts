import type { Mark } from '../../drawing/drawing.ts';
import type { Filter } from '../../model/filter.ts';
import { overlaps, type Period } from '../../model/period.ts';
import type { TimeAxis } from '../axis.ts';

/**
 * The window of a period clause over a timeline that still shows everything: paper laid over what
 * is outside, and an edge at each end. Empty when no period is chosen.
 */
export function windowMarks(
  filters: readonly Filter[],
  { x0, x1, x }: TimeAxis,
  top: number,
  bottom: number,
): Mark[] {
  const within = windowOf(filters);
  if (!within) return [];
  const [from, to] = [x(within.start), x(within.end)];
  const veil = (key: string, left: number, right: number): Mark[] =>
    right - left < 0.5
      ? []
      : [veilMark(key, { x: left, y: top, width: right - left, height: bottom - top })];
  const edge = (key: string, at: number): Mark => ({
    shape: 'line',
    key,
    subjects: [],
    x0: at,
    y0: top,
    x1: at,
    y1: bottom,
    stroke: 'accent',
    strokeWidth: 1.5,
  });
  return [
    ...veil('brush:before', x0, from),
    ...veil('brush:after', to, x1),
    edge('brush:start', from),
    edge('brush:end', to),
  ];
}

/** The stretch of time a selection keeps; undefined when it keeps all. */
export function windowOf(filters: readonly Filter[]): Period | undefined {
  return filters.find((filter) => filter.on === 'period')?.within;
}

/** Whether something with this period, or without one, is in a selection that keeps a window. */
export function isKept(period: Period | null, within: Period | undefined): boolean {
  return !within || (period !== null && overlaps(period, within));
}

/** Paper laid over what no selection with a window can hold: money whose period is not stated. */
export function shelfVeil(
  within: Period | undefined,
  box: { x: number; y: number; width: number; height: number },
): Mark[] {
  return within && box.height > 0 ? [veilMark('brush:shelf', box)] : [];
}

/** What is drawn and not kept says so when it is read out. */
export function toldOutside(marks: readonly Mark[], isOutside: (key: string) => boolean): Mark[] {
  return marks.map((mark) =>
    mark.label !== undefined && isOutside(mark.key)
      ? { ...mark, label: `${mark.label}, outside the time kept` }
      : mark,
  );
}

function veilMark(key: string, box: { x: number; y: number; width: number; height: number }): Mark {
  return { shape: 'rect', key, subjects: [], ...box, fill: 'paper', fillOpacity: 0.72 };
}
