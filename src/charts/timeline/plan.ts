import type { Frame } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Period } from '../../model/period.ts';
import { dayOfMilestone } from './milestones.ts';

/** Where the parts of a timeline stand from left to right. */
export interface TimePlan {
  readonly plot: { readonly x0: number; readonly x1: number };
  /** Where words under the plot must end. */
  readonly words: number;
  readonly shelf: {
    readonly x: number;
    readonly width: number;
    /** Beside the plot; else over or under it. */
    readonly aside: boolean;
  };
}

/** Below this width the shelf stands under the picture; where height is short, it may be narrower. */
const NARROW = 640;
const NARROW_SPARE = 420;
const SHELF_GAP = 36;
/** Room for half a dot, so that a milestone on the first or last day is not cut. */
const EDGE = 5;

/** Divides the width between what has a period and what has none; the plot begins `gutter` px in. */
export function planOf(
  { width, spare = false }: Frame,
  dated: boolean,
  undated: boolean,
  gutter = 0,
): TimePlan {
  const aside = dated && undated && width >= (spare ? NARROW_SPARE : NARROW);
  const shelfWidth = aside ? Math.min(300, Math.max(spare ? 150 : 200, width / 4)) : width;
  const plotEnd = aside ? width - shelfWidth - SHELF_GAP : width;
  return {
    plot: { x0: Math.max(EDGE, gutter), x1: plotEnd - EDGE },
    words: aside ? plotEnd + SHELF_GAP / 2 : width,
    shelf: { x: width - shelfWidth, width: shelfWidth, aside },
  };
}

/**
 * The time every timeline of a dataset shows, whatever is filtered: from the first stated day or
 * milestone to the last. A dataset without any day has the first year of the calendar of days.
 */
export function timeSpanOf(card: DatasetCard): Period {
  const periods = [...card.companions.milestones, ...(card.span ? [card.span] : [])];
  if (periods.length === 0) return { start: 0, end: 365 };
  const start = Math.min(...periods.map((period) => period.start));
  const end = Math.max(
    ...card.companions.milestones.map(dayOfMilestone),
    ...(card.span ? [card.span.end] : []),
  );
  return { start, end: Math.max(end, start + 1) };
}
