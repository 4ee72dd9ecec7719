import type { Engine } from '../engine/engine.ts';
import type { View } from '../model/view.ts';

/** A view carried over to other data, without what that data does not have. */
export function fitting(view: View, { card }: Engine): View {
  const has = (id: string) => card.dimensions.some((dimension) => dimension.id === id);
  const stages = view.stages.filter(has);
  const levels = view.levels.filter(has);
  return {
    ...view,
    dataset: card.id,
    measure: card.measures.some(({ id }) => id === view.measure)
      ? view.measure
      : (card.measures[0]?.id ?? ''),
    stages: stages.length > 1 ? stages : card.suggested.stages,
    levels: levels.length > 0 ? levels : card.suggested.levels,
    split: view.split !== null && has(view.split) ? view.split : null,
    filters: view.filters.filter((filter) => filter.on !== 'values' || has(filter.dimension)),
    zoom: [],
    evidence: null,
  };
}
