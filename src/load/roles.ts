import type { DimensionId } from '../model/subject.ts';
import { cellAt } from './table.ts';

/** What is read from a column, by its index, or is the same for every row. */
export type Part =
  | {
      readonly column: number;
      /** A column that says it where the cell of the first is blank. */
      readonly otherwise?: number;
      /** What is said where both are blank. */
      readonly blank?: string;
    }
  | { readonly always: string };

export interface TextRole {
  readonly id: string;
  readonly label: string;
  readonly column: number;
}

export interface DimensionRole extends TextRole {
  readonly within?: DimensionId;
  /** The value of every row, where the file says it of itself and has no column; then `column` is -1. */
  readonly always?: string;
}

/**
 * Which column plays which part: all that a reader of rows needs to know of a file. A profile makes
 * it from a header; being plain data, it can be shown, corrected and kept.
 */
export interface Roles {
  readonly kind: Part;
  /** A second column that divides the kind: plan or actual beside revenue or expense. */
  readonly phase: number | null;
  /** The only words of that column which do, in lower case; all of them where this is not there. */
  readonly phases?: readonly string[];
  /**
   * When it is the same for every row and numbers are written, a sign beside an amount that cannot
   * mean it stands above it.
   */
  readonly currency: Part;
  readonly basis: Part;
  /** Columns of the two ends of the amount; the same column where the file has one amount. */
  readonly low: number;
  readonly high: number;
  /** Where no column says it, an amount that is missing is not stated; else it is a contradiction. */
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
  if ('always' in part) return { text: part.always };
  const { column, otherwise, blank = '' } = part;
  const text = cellAt(cells, column);
  if (text !== '' || otherwise === undefined) return { text: text || blank, column };
  return { text: cellAt(cells, otherwise) || blank, column: otherwise };
}
