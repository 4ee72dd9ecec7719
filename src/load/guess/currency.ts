import type { Column } from '../header.ts';
import { currencyOf } from '../currencies.ts';
import type { Part } from '../roles.ts';
import { cellAt, type Table } from '../table.ts';
import type { AmountFound } from './amount.ts';

const UNLESS_SAID = 'GBP';

/**
 * Where the currency stands: in a column of three-letter codes, else in the signs beside the
 * amounts, else nowhere, and then it is taken to be pounds and `assumed` is true.
 */
export function findCurrency(
  { columns, records }: Table,
  amount: AmountFound,
): { readonly part: Part; readonly assumed: boolean } {
  const isCode = (cells: readonly string[], { index }: Column) =>
    /^[A-Z]{3}$/.test(cellAt(cells, index));
  const column = columns.find(
    (candidate) =>
      candidate.name.includes('currency') &&
      records.filter((cells) => isCode(cells, candidate)).length * 2 > records.length,
  );
  if (column) return { part: { column: column.index }, assumed: false };
  const counts = new Map<string, number>();
  for (const { mark } of amount.numbers) {
    if (mark) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(
    ([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1),
  );
  return commonest
    ? { part: { always: currencyOf(commonest[0]) }, assumed: false }
    : { part: { always: UNLESS_SAID }, assumed: true };
}
