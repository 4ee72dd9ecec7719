import type { Money } from '../../model/money.ts';
import type { Numbers } from '../../model/numbers.ts';
import { isoOf, type Day } from '../../model/period.ts';
import { decimalOf } from '../../words/amounts.ts';

/** A cell of text, an exact number as it is written, or nothing. */
export type Cell = { readonly text: string } | { readonly number: string } | null;

/** Numbers as one table, a column a thing: what every file of data behind a picture holds. */
export interface Records {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The rows of a picture's numbers. Low and high are in units of the currency and blank where that end
 * is not stated; the last day of a period belongs to it.
 */
export function recordsOf({ measure, heads, rows }: Numbers): Records {
  const dated = rows.some(({ period }) => period);
  const known = rows.some(({ period }) => period?.basis);
  const money = (end: Money | null): Cell =>
    end === null ? null : { number: decimalOf(end, measure) };
  const day = (at: Day | null): Cell => (at === null ? null : { text: isoOf(at) });
  const dayBefore = (end: Day | null) => (end === null ? null : end - 1);
  return {
    heads: [
      ...heads,
      ...(dated ? ['period start', 'period end'] : []),
      ...(known ? ['period known'] : []),
      ...['low', 'high', 'bound', 'figures', 'figures of unstated size'],
      ...['kind', 'currency', 'basis'],
    ],
    rows: rows.map(({ names, period, amount, figures, unstated }) => [
      ...names.map((text) => ({ text })),
      ...(dated ? [day(period?.start ?? null), day(dayBefore(period?.end ?? null))] : []),
      ...(known ? [{ text: period?.basis ?? 'not stated' }] : []),
      money(amount.low),
      money(amount.high),
      { text: amount.bound },
      { number: String(figures) },
      { number: String(unstated) },
      { text: measure.kind },
      { text: measure.currency },
      { text: measure.basis },
    ]),
  };
}

/** A cell as characters; nothing for one that is blank. */
export function writtenOf(cell: Cell): string {
  if (cell === null) return '';
  return 'text' in cell ? cell.text : cell.number;
}
