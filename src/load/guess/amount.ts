/** Finding the column of amounts in a file of no known kind, and how exactly to keep it. */
import type { Column } from '../header.ts';
import { parseWrittenNumber, type Decimal } from '../numbers.ts';
import { cellAt, type Table } from '../table.ts';

/** Headers that mean the amount of a row, the likeliest first, without spaces. */
const NAMES = [
  'amountawarded',
  'awardamount',
  'amount',
  'netamount',
  'value',
  'amountpaid',
  'spend',
];
const WORDS = /amount|\bvalue\b|spend|awarded|expenditure|\bcost\b|\bpaid\b|\btotal\b/;

export interface AmountFound {
  readonly column: Column;
  /** The numbers of the column, without the cells that are none. */
  readonly numbers: readonly Decimal[];
}

/** The first column that is called like an amount and holds numbers in more than half its cells. */
export function findAmount({ columns, records }: Table): AmountFound | undefined {
  const rank = ({ name }: Column) => {
    const at = NAMES.indexOf(name.replaceAll(' ', ''));
    return at < 0 ? NAMES.length : at;
  };
  const candidates = columns
    .filter((column) => rank(column) < NAMES.length || WORDS.test(column.name))
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  for (const column of candidates) {
    const numbers = records.flatMap(
      (cells) => parseWrittenNumber(cellAt(cells, column.index)) ?? [],
    );
    if (numbers.length * 2 > records.length) return { column, numbers };
  }
  return undefined;
}

/** The most decimals with which the numbers, and all of them added, are held exactly. */
export function decimalsFor(numbers: readonly Decimal[]): number {
  let most = 0;
  let size = 0;
  for (const { digits, decimals } of numbers) {
    most = Math.max(most, decimals);
    size += Number(digits) / 10 ** decimals;
  }
  let decimals = most;
  while (decimals > 0 && size * 10 ** decimals > Number.MAX_SAFE_INTEGER / 2) decimals--;
  return decimals;
}
