import { parseAmountText, type NumberMarks } from './amounttext.ts';
import type { Decimal } from './numbers.ts';
import { cellAt } from './table.ts';

/** How a format writes the numbers it holds, whatever the country of its text. */
export const AS_TYPED: NumberMarks = { decimal: '.', either: false };
/** Columns of a record whose cells its format holds as numbers, where the text alone could be another. */
const typed = new WeakMap<readonly string[], Set<number>>();

/**
 * Puts a number that its format holds as one into a record, as the text that a reader is shown. What
 * it says stays known: 100.125 is never a hundred thousand. A whole number needs no such mark.
 */
export function putNumber(cells: string[], column: number, text: string): void {
  cells[column] = text;
  if (/^[^.eE]*$/.test(text)) return;
  const columns = typed.get(cells);
  if (columns) columns.add(column);
  else typed.set(cells, new Set([column]));
}

/** Whether a cell came as a number, other than a whole one. */
export function isTyped(cells: readonly string[], column: number): boolean {
  return typed.get(cells)?.has(column) ?? false;
}

/** Reads an amount as `parseAmountText` does, and one that came as a number as just that. */
export function parseAmountAt(
  cells: readonly string[],
  column: number,
  marks: NumberMarks,
): Decimal | 'missing' | undefined {
  return parseAmountText(cellAt(cells, column), isTyped(cells, column) ? AS_TYPED : marks);
}
