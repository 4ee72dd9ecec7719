import type { Chart } from './chart.ts';

/** The charts of `index.ts` for a page that shows one of them: each is fetched when it is wanted. */
const LOADERS: ReadonlyMap<string, () => Promise<Chart>> = new Map([
  ['sankey', () => import('./sankey/sankey.ts').then(({ sankey }): Chart => sankey)],
  ['timeline', () => import('./timeline/timeline.ts').then(({ timeline }): Chart => timeline)],
  ['treemap', () => import('./treemap/treemap.ts').then(({ treemap }): Chart => treemap)],
]);

export const CHART_IDS: readonly string[] = [...LOADERS.keys()];

/** Fetches the chart of that id, or the first one. Rejects when its script does not arrive. */
export async function fetchChart(id: string): Promise<Chart> {
  const load = LOADERS.get(id) ?? [...LOADERS.values()][0];
  if (!load) throw new Error('no chart is listed');
  return load();
}
