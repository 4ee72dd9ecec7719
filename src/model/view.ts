import type { DatasetCard } from './dataset.ts';
import type { Filter } from './filter.ts';
import type { MeasureId } from './measure.ts';
import type { Money } from './money.ts';
import type { Calendar, TimeUnit } from './period.ts';
import type { DimensionId, Subject } from './subject.ts';

/**
 * Everything a reader can change, as one immutable value: what is asked, how it is drawn and what
 * is open. It fits in a URL fragment; a scene, an embed and an exported picture carry the same.
 */
export interface View {
  readonly dataset: string;
  /** The chart in the large place; the others stand beside it. */
  readonly lead: string;
  readonly measure: MeasureId;
  readonly filters: readonly Filter[];
  /** Sankey stages, left to right. */
  readonly stages: readonly DimensionId[];
  /** Treemap nesting, outermost first. */
  readonly levels: readonly DimensionId[];
  /** Small multiples: the dimension that gives one treemap each; null = one nested treemap. */
  readonly split: DimensionId | null;
  /** Treemap zoom: a value per level, outermost first. */
  readonly zoom: readonly string[];
  /** Spread a sum evenly over its period, or stand it whole at the start. */
  readonly spread: boolean;
  readonly unit: TimeUnit | 'auto';
  readonly calendar: Calendar;
  /** How many values a dimension shows before the rest is gathered in "Other". */
  readonly top: number;
  /** Dimensions whose "Other" is open; one that stands here twice shows two steps more. */
  readonly opened: readonly DimensionId[];
  /**
   * A sum that fills a picture, so that equal money is equally large in every view, scene and export
   * of one size; null = each picture is as large as it can be.
   */
  readonly scale: Money | null;
  /** What the evidence panel is open on: subjects all of which hold; null = closed. */
  readonly evidence: readonly Subject[] | null;
  /** The part of the book that is open beside the charts; null = none. */
  readonly book: BookPart | null;
}

export const TOP_CHOICES = [5, 12, 20, 40] as const;
/** How many values more an "Other" shows each time it is opened. */
const OPENED_STEP = 60;

/** The four parts that every row of a file is in exactly one of, and its lines that are no rows. */
export const BOOK_PARTS = ['shown', 'filtered', 'left out', 'unread', 'no rows'] as const;
export type BookPart = (typeof BOOK_PARTS)[number];

/** What a reader sees first of a dataset. */
export function firstView(card: DatasetCard): View {
  return {
    dataset: card.id,
    lead: 'sankey',
    measure: card.measures[0]?.id ?? '',
    filters: [],
    stages: card.suggested.stages,
    levels: card.suggested.levels,
    split: card.suggested.levels[0] ?? null,
    zoom: [],
    spread: true,
    unit: 'auto',
    calendar: card.calendar ?? 'financial',
    top: 12,
    opened: [],
    scale: null,
    evidence: null,
    book: null,
  };
}

/** How many values of `dimension` the view shows one by one. */
export function topFor(view: View, dimension: DimensionId): number {
  return view.top + OPENED_STEP * view.opened.filter((id) => id === dimension).length;
}

/** What treemap tiles nest by, outermost first: the dimension of small multiples, then the levels. */
export function nestingOf({ split, levels }: View): readonly DimensionId[] {
  return split === null ? levels : [split, ...levels.filter((level) => level !== split)];
}
