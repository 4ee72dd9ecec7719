import type { DatasetCard } from '../model/dataset.ts';
import type { Split } from '../model/question.ts';
import type { DimensionId } from '../model/subject.ts';
import { topFor, type View } from '../model/view.ts';

/**
 * The dimensions that link the charts, as further subjects a mark should say it touches: that of
 * the colours and every one a chart of the view divides by, except those the question splits by.
 * All charts ask for the same, so that pointing at a thing in one lights it in all.
 */
export function linkedSplits(
  view: View,
  card: DatasetCard,
  except: readonly DimensionId[],
): Split[] {
  const linked = new Set([card.suggested.colour, ...view.stages, ...view.levels]);
  return [...linked]
    .filter((dimension) => !except.includes(dimension))
    .map((dimension) => ({ dimension, top: topFor(view, dimension) }));
}
