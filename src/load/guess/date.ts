import { orderOf, type OrderFound } from '../dates.ts';
import type { Column } from '../header.ts';
import { cellAt, type Table } from '../table.ts';

/** Headers that mean the day of a row, the likeliest first, without spaces. */
const NAMES = ['awarddate', 'paymentdate', 'paiddate', 'datepaid', 'transactiondate', 'date'];

/** The first column that is called a date and whose filled cells are dates more often than not. */
export function findDate({
  columns,
  records,
}: Table): { readonly column: Column; readonly found: OrderFound } | undefined {
  const rank = ({ name }: Column) => {
    const at = NAMES.indexOf(name.replaceAll(' ', ''));
    return at < 0 ? NAMES.length : at;
  };
  const candidates = columns
    .filter(({ name }) => name.includes('date'))
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  for (const column of candidates) {
    const filled = records
      .map((cells) => cellAt(cells, column.index))
      .filter((text) => text !== '');
    const found = orderOf(filled);
    if (found.share > 0.5) return { column, found };
  }
  return undefined;
}
