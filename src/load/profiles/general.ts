import type { Problem } from '../../model/problem.ts';
import { decimalsFor, findAmount, type AmountFound } from '../guess/amount.ts';
import { findCurrency } from '../guess/currency.ts';
import { findDate } from '../guess/date.ts';
import { findDimensions } from '../guess/dimensions.ts';
import type { Profile } from './profile.ts';

/** Any table with a column of amounts: roles are guessed from headers and checked by content. */
export const general: Profile = {
  name: 'A table with a column of amounts',
  recognise(table) {
    const amount = findAmount(table);
    if (!amount) return undefined;
    const currency = findCurrency(table, amount);
    const date = findDate(table);
    const taken = new Set([amount.column.index]);
    if ('column' in currency.part) taken.add(currency.part.column);
    if (date) taken.add(date.column.index);
    const groups = findDimensions(table, taken);
    if (groups.length === 0) return undefined;
    const decimals = decimalsFor(amount.numbers);
    const day = date?.column.index ?? null;
    const roles = {
      kind: { always: 'amount' },
      currency: currency.part,
      basis: { always: 'total' },
      low: amount.column.index,
      high: amount.column.index,
      bound: { always: 'exact' },
      numbers: 'written',
      decimals,
      start: day,
      end: day,
      days: date?.found.order ?? 'year first',
      periodBasis: { always: 'stated' },
      printed: null,
      dimensions: groups.map(({ id, label, index }) => ({ id, label, column: index })),
      texts: table.columns
        .filter((column) => !groups.includes(column))
        .map(({ id, label, index }) => ({ id, label, column: index })),
    } as const;
    const problems: Problem[] = roundings(amount, Math.max(2, decimals));
    if (currency.assumed) {
      const message = 'The file names no currency; its amounts are taken to be in GBP.';
      problems.push({ kind: 'currency assumed', message, column: amount.column.label });
    }
    if (date?.found.ambiguous) {
      const message = 'No day is over 12, so the day is taken to stand before the month.';
      problems.push({ kind: 'order of dates assumed', message, column: date.column.label });
    }
    return { roles, problems };
  },
};

function roundings({ column, numbers }: AmountFound, decimals: number): Problem[] {
  const rounded = numbers.filter((number) => number.decimals > decimals).length;
  if (rounded === 0) return [];
  const message = `${rounded} amounts have more than ${decimals} decimals and are rounded to as many.`;
  return [{ kind: 'amounts rounded', message, column: column.label }];
}
