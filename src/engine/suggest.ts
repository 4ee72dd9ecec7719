import type { DatasetCard, DimensionCard } from '../model/dataset.ts';
import { CHAIN_STEP, isChainStage } from '../model/dimension.ts';
import type { DimensionId } from '../model/subject.ts';

/** A colour tells apart at least two values and, with the rest gathered, at most about this many. */
const MOST_COLOURED = 40;
const DEPTH = 3;

/**
 * What a first look at a dataset should use.
 *
 * A chain of flows is shown stage by stage, and nested by its steps, within which money counts once.
 * A funding file in this project's own format has its own answer. Otherwise stages are the first
 * three dimensions, in the file's order, that have anything to tell apart; colour is the first with
 * few enough values; levels start at the colour and go on from coarse to fine, a dimension that the
 * file places within the colour coming first.
 */
export function suggest(dimensions: readonly DimensionCard[]): DatasetCard['suggested'] {
  const has = (id: DimensionId) => dimensions.some((dimension) => dimension.id === id);
  if (['announced', 'sector', 'programme', 'title'].every(has)) {
    return {
      stages: ['announced', 'sector', 'programme'],
      levels: ['sector', 'programme', 'title'],
      colour: 'sector',
    };
  }
  const chain = dimensions.filter(({ id }) => isChainStage(id)).map(({ id }) => id);
  if (chain.length > 0) {
    return { stages: chain, levels: [CHAIN_STEP, 'recipient'], colour: 'funder' };
  }
  const varied = dimensions.filter(({ distinct }) => distinct >= 2);
  const usable = varied.length >= 2 ? varied : dimensions;
  const colour =
    varied.find(({ distinct }) => distinct <= MOST_COLOURED) ?? varied[0] ?? dimensions[0];
  if (!colour) return { stages: [], levels: [], colour: '' };
  const outside = (dimension: DimensionCard) => (dimension.within === colour.id ? 0 : 1);
  const finer = usable
    .filter((dimension) => dimension !== colour)
    .sort((a, b) => outside(a) - outside(b) || a.distinct - b.distinct);
  return {
    stages: usable.slice(0, DEPTH).map(({ id }) => id),
    levels: [colour, ...finer].slice(0, DEPTH).map(({ id }) => id),
    colour: colour.id,
  };
}
