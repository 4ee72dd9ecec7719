import type { Engine } from '../engine/engine.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { View } from '../model/view.ts';

/**
 * A view carried over to other data, without what that data does not have. Where the data now has
 * levels that `before` had not, the pictures nest by them: that is what they were asked for. So it is
 * with years that run from another month.
 */
export function fitting(view: View, { card }: Engine, before?: DatasetCard): View {
  const has = (id: string) => card.dimensions.some((dimension) => dimension.id === id);
  const stages = view.stages.filter(has);
  const levels = view.levels.filter(has);
  const isNew = (id: string) => before?.dimensions.every((dimension) => dimension.id !== id);
  const nests = card.dimensions.some(({ within }) => within !== undefined && isNew(within));
  const { suggested } = card;
  return {
    ...view,
    dataset: card.id,
    measure: card.measures.some(({ id }) => id === view.measure)
      ? view.measure
      : (card.measures[0]?.id ?? ''),
    stages: stages.length > 1 && !nests ? stages : suggested.stages,
    levels: levels.length > 0 && !nests ? levels : suggested.levels,
    split: nests
      ? (suggested.levels[0] ?? null)
      : view.split !== null && has(view.split)
        ? view.split
        : null,
    filters: view.filters.filter((filter) => filter.on !== 'values' || has(filter.dimension)),
    calendar: card.calendar === before?.calendar ? view.calendar : (card.calendar ?? view.calendar),
    zoom: [],
    evidence: null,
  };
}
