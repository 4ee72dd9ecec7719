import { parseAmountText, type NumberMarks } from '../amounttext.ts';
import type { Column } from '../header.ts';
import { isMissing } from '../missing.ts';
import type { Decimal } from '../numbers.ts';
import { cellAt } from '../table.ts';
import { AS_TYPED, formatAt, isTyped } from '../typednumbers.ts';

/** What a column holds in the part of the file that was looked at. */
export interface ColumnSample {
  readonly column: Column;
  /** The header as words: camel case and underscores taken apart, in lower case. */
  readonly words: string;
  /** Cells that are not missing. */
  readonly filled: readonly string[];
  /** Those of them that are text to the format of the file, and those that it holds as numbers. */
  readonly written: readonly string[];
  readonly typed: readonly string[];
  /** The currencies, by code or sign, that its cells are formatted in, one for each such cell. */
  readonly formats: readonly string[];
  /** Share of the filled cells that are numbers in either convention. */
  readonly numeric: number;
  readonly distinct: number;
  /** Average length of the filled cells. */
  readonly length: number;
}

/** Looks at every column of some records. */
export function sampleColumns(
  columns: readonly Column[],
  records: readonly (readonly string[])[],
): ColumnSample[] {
  return columns.map((column) => {
    const filled: string[] = [];
    const typed: string[] = [];
    const written: string[] = [];
    const formats: string[] = [];
    for (const cells of records) {
      const text = cellAt(cells, column.index);
      if (isMissing(text)) continue;
      filled.push(text);
      (isTyped(cells, column.index) ? typed : written).push(text);
      const format = formatAt(cells, column.index);
      if (format !== '') formats.push(format);
    }
    // The same texts come again and again, and each takes long to be held against all ways of writing.
    const times = new Map<string, number>();
    for (const text of filled) times.set(text, (times.get(text) ?? 0) + 1);
    let numeric = 0;
    for (const [text, count] of times) if (isAmount(text)) numeric += count;
    return {
      column,
      words: wordsOf(column.label),
      filled,
      written,
      typed,
      formats,
      numeric: filled.length === 0 ? 0 : numeric / filled.length,
      distinct: times.size,
      length: filled.reduce((sum, { length }) => sum + length, 0) / Math.max(1, filled.length),
    };
  });
}

/** The numbers of a column: of its texts those that can be read with these marks. */
export function numbersOf({ written, typed }: ColumnSample, marks: NumberMarks): Decimal[] {
  const read = (text: string, by: NumberMarks) => {
    const number = parseAmountText(text, by);
    return number && number !== 'missing' ? [number] : [];
  };
  return [
    ...written.flatMap((text) => read(text, marks)),
    ...typed.flatMap((text) => read(text, AS_TYPED)),
  ];
}

/** Whether a text is a number in one convention or the other. "12m" may as well be months, "£12m" is money. */
function isAmount(text: string): boolean {
  const number = parseAmountText(text, { decimal: '.', either: true });
  return typeof number === 'object' && (!number.ownUnit || number.mark !== '');
}

export function wordsOf(label: string): string {
  return label
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[_./:()[\]-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
