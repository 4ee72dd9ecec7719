import { parseAmountText, type NumberMarks } from './amounttext.ts';
import type { Decimal } from './numbers.ts';
import { cellAt } from './table.ts';

/** How a format writes the numbers it holds, whatever the country of its text. */
export const AS_TYPED: NumberMarks = { decimal: '.', either: false };
/**
 * The columns of a record whose cells its format holds as numbers, where the text alone could be
 * another or the cell is shown with a currency, which stands beside it: a code, a sign, or ''.
 */
const typed = new WeakMap<readonly string[], Map<number, string>>();

/**
 * Puts a number that its format holds as one into a record, as the text that a reader is shown. What
 * it says stays known: 100.125 is never a hundred thousand. A whole number needs no such mark.
 * `currency` is what the cell is formatted in.
 */
export function putNumber(cells: string[], column: number, text: string, currency = ''): void {
  cells[column] = text;
  if (currency === '' && /^[^.eE]*$/.test(text)) return;
  const columns = typed.get(cells);
  if (columns) columns.set(column, currency);
  else typed.set(cells, new Map([[column, currency]]));
}

/** Whether a cell came as a number, other than a whole one without a currency. */
export function isTyped(cells: readonly string[], column: number): boolean {
  return typed.get(cells)?.has(column) ?? false;
}

/** The code or sign of the currency that the cell of a workbook is formatted in; '' where it has none. */
export function formatAt(cells: readonly string[], column: number): string {
  return typed.get(cells)?.get(column) ?? '';
}

/**
 * Reads an amount as `parseAmountText` does, and one that came as a number as just that; where
 * `marks` say so, the format of a cell stands for a sign beside it.
 */
export function parseAmountAt(
  cells: readonly string[],
  column: number,
  marks: NumberMarks,
): Decimal | 'missing' | undefined {
  const number = parseAmountText(cellAt(cells, column), isTyped(cells, column) ? AS_TYPED : marks);
  if (!marks.byFormat || !number || number === 'missing' || number.mark !== '') return number;
  return { ...number, mark: formatAt(cells, column) };
}
