import { LOW_STATED, HIGH_STATED, type Dataset, type TextColumn } from '../model/dataset.ts';
import type { Filter } from '../model/filter.ts';
import type { Period } from '../model/period.ts';
import { isDated, type Columns } from './columns.ts';

/**
 * One byte a row: 1 where every clause holds. Text is compared once for each different value of a
 * column and never for each row. Throws for a dimension the dataset does not have.
 */
export function kept(columns: Columns, filters: readonly Filter[]): Uint8Array {
  const keep = new Uint8Array(columns.dataset.rows).fill(1);
  for (const filter of filters) narrow(keep, columns, filter);
  return keep;
}

function narrow(keep: Uint8Array, columns: Columns, filter: Filter): void {
  const { dataset } = columns;
  switch (filter.on) {
    case 'values': {
      const { column } = columns.ranking(filter.dimension);
      const among = new Set(filter.among);
      return narrowByCode(
        keep,
        column,
        matching(column, (value) => among.has(value)),
      );
    }
    case 'text': {
      const sought = filter.matches.trim().toLowerCase();
      return narrowByText(keep, dataset, sought);
    }
    case 'period':
      return narrowByPeriod(keep, dataset, filter.within);
    case 'amount':
      return narrowByAmount(keep, dataset, filter.from ?? -Infinity, filter.to ?? Infinity);
  }
}

/** One byte a dictionary value: 1 where it `matches`. */
function matching(column: TextColumn, matches: (value: string) => boolean): Uint8Array {
  const { values } = column;
  const matched = new Uint8Array(values.length);
  for (let code = 0; code < values.length; code++) if (matches(values[code]!)) matched[code] = 1;
  return matched;
}

function narrowByCode(keep: Uint8Array, { codes }: TextColumn, allowed: Uint8Array): void {
  for (let row = 0; row < keep.length; row++) keep[row]! &= allowed[codes[row]!]!;
}

/** Keeps rows that contain the text in any column, whatever its letters' case. */
function narrowByText(keep: Uint8Array, dataset: Dataset, sought: string): void {
  const found = new Uint8Array(keep.length);
  for (const column of [...dataset.dimensions, ...dataset.texts]) {
    const contains = matching(column, (value) => value.toLowerCase().includes(sought));
    if (!contains.includes(1)) continue;
    const { codes } = column;
    for (let row = 0; row < found.length; row++) found[row]! |= contains[codes[row]!]!;
  }
  for (let row = 0; row < keep.length; row++) keep[row]! &= found[row]!;
}

/** Keeps rows whose period overlaps; a row without a whole period cannot be known to be inside. */
function narrowByPeriod(keep: Uint8Array, dataset: Dataset, within: Period): void {
  const { start, end } = dataset;
  for (let row = 0; row < keep.length; row++) {
    if (!(start[row]! < within.end && within.start < end[row]! && isDated(dataset, row))) {
      keep[row] = 0;
    }
  }
}

/** Keeps rows whose amount may lie between the ends; nothing is known of one that is not stated. */
function narrowByAmount(keep: Uint8Array, dataset: Dataset, from: number, to: number): void {
  const { low, high, stated } = dataset;
  for (let row = 0; row < keep.length; row++) {
    const least = stated[row]! & LOW_STATED ? low[row]! : 0;
    const most = stated[row]! & HIGH_STATED ? high[row]! : Infinity;
    if (!(stated[row]! !== 0 && least <= to && most >= from)) keep[row] = 0;
  }
}
