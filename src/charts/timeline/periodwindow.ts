import type { Mark } from '../../drawing/drawing.ts';
import type { Filter } from '../../model/filter.ts';
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
  const clause = filters.find((filter) => filter.on === 'period');
  if (!clause) return [];
  const [from, to] = [x(clause.within.start), x(clause.within.end)];
  const veil = (key: string, left: number, right: number): Mark[] =>
    right - left < 0.5
      ? []
      : [
          {
            shape: 'rect',
            key,
            subjects: [],
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            fill: 'paper',
            fillOpacity: 0.72,
          },
        ];
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
