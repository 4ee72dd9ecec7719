import type { Amount } from '../model/amount.ts';
import { comparePrinted, readAmount } from './amounts.ts';
import { isComplaint, type Complaint } from './complaint.ts';
import type { Column } from './header.ts';
import type { Measures } from './measures.ts';
import { readPeriod, type PeriodRead } from './periods.ts';
import type { Roles } from './roles.ts';
import { cellAt } from './table.ts';

/** What one record says, as its roles understand it. */
export interface RowRead {
  readonly measure: number;
  readonly amount: Amount;
  readonly period: PeriodRead;
  readonly complaints: readonly Complaint[];
}

/**
 * Reads one record that is not blank, or tells why it cannot be a row. This is what every way of
 * reading a file goes by: a faster one must come to the same or hand the record over.
 */
export function readRecord(
  cells: readonly string[],
  misquoted: boolean,
  columns: readonly Column[],
  roles: Roles,
  measures: Measures,
): RowRead | Complaint {
  if (misquoted) {
    return {
      kind: 'quotation mark out of place',
      message:
        'A quotation mark here is never closed or closes too early; what follows may belong to other records.',
      found: cells.join(','),
    };
  }
  const surplus = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (surplus !== undefined) {
    const message = 'The record has more cells than the header, so its cells may have shifted.';
    return { kind: 'too many cells', message, found: surplus };
  }
  const of = measures.read(cells);
  if (isComplaint(of)) return of;
  const amount = readAmount(cells, roles, of);
  if (isComplaint(amount)) return amount;
  const measure = measures.count(of, amount);
  if (measure === undefined) {
    const message = 'With this amount the file adds up to more than can be held exactly.';
    return { kind: 'sum too large', message, column: roles.low, found: cellAt(cells, roles.low) };
  }
  const period = readPeriod(cells, roles);
  const printed = comparePrinted(cells, roles, amount, of.decimals);
  const complaints = [period.complaint, printed].filter((complaint) => complaint !== undefined);
  return { measure, amount, period, complaints };
}
