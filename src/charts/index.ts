import type { Chart } from './chart.ts';
import { sankey } from './sankey/sankey.ts';
import { timeline } from './timeline/timeline.ts';
import { treemap } from './treemap/treemap.ts';

/** Every chart there is, in the order a page shows them. To add one, write it and list it here. */
export const CHARTS: readonly Chart[] = [sankey, timeline, treemap];

/** The chart of that id, or the first one. */
export function chartOf(id: string): Chart {
  const found = CHARTS.find((chart) => chart.id === id) ?? CHARTS[0];
  if (!found) throw new Error('no chart is listed');
  return found;
}
