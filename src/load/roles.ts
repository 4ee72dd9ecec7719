import type { DimensionId } from '../model/subject.ts';
import type { DayOrder } from './dates.ts';
import { cellAt } from './table.ts';

/** What is read from a column, by its index, or is the same for every row. */
export type Part = { readonly column: number } | { readonly always: string };

export interface TextRole {
  readonly id: string;
  readonly label: string;
  readonly column: number;
}

export interface DimensionRole extends TextRole {
  readonly within?: DimensionId;
}

/**
 * Which column plays which part: all that a reader of rows needs to know of a file. A profile makes
 * it from a header; being plain data, it can be shown, corrected and kept.
 */
export interface Roles {
  readonly kind: Part;
  readonly currency: Part;
  readonly basis: Part;
  /** Columns of the two ends of the amount; the same column where the file has one amount. */
  readonly low: number;
  readonly high: number;
  readonly bound: Part;
  readonly numbers: 'plain' | 'written';
  /**
   * Decimals to keep beyond those of the currency, further digits being rounded; null = keep those
   * of the currency and refuse a figure with more.
   */
  readonly decimals: number | null;
  /** Columns of the first and the last day of the period; the same column for a single day. */
  readonly start: number | null;
  readonly end: number | null;
  readonly days: DayOrder;
  readonly periodBasis: Part;
  /** Column of the figure as its source prints it, to be held against the amount. */
  readonly printed: number | null;
  readonly dimensions: readonly DimensionRole[];
  readonly texts: readonly TextRole[];
}

/** The text of a part in one record, and the column it stands in, if any. */
export function partAt(
  cells: readonly string[],
  part: Part,
): { readonly text: string; readonly column?: number } {
  return 'always' in part ? { text: part.always } : { text: cellAt(cells, part.column), ...part };
}
