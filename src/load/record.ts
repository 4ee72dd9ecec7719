import type { Amount } from '../model/amount.ts';
import { amountOf, comparePrinted, readEnds } from './amounts.ts';
import { isComplaint, type Complaint } from './complaint.ts';
import type { Measures } from './measures.ts';
import type { Decimal } from './numbers.ts';
import { readPeriod, type PeriodRead } from './periods.ts';
import type { Plan, YearColumn } from './plan.ts';
import { cellAt } from './table.ts';

/** What one record says, as its plan understands it. */
export interface RowRead {
  /** Index of its measure. */
  readonly measure: number;
  readonly amount: Amount;
  /** The lower or only end with all the digits the file gives, for sums; null when not stated. */
  readonly exact: Decimal | null;
  readonly period: PeriodRead;
  /** What is amiss though the row is read. */
  readonly complaints: readonly Complaint[];
}

/**
 * Reads one record that is not blank, or tells why it cannot be a row; in a file of year columns,
 * the row of the year given. This is what every way of reading a file goes by: a faster one must
 * come to the same or hand the record over.
 */
export function readRecord(
  cells: readonly string[],
  plan: Plan,
  measures: Measures,
  year?: YearColumn,
): RowRead | Complaint {
  const { roles } = plan;
  const ends = readEnds(cells, plan, year?.column);
  if (isComplaint(ends)) return ends;
  const mark = (ends.low ?? ends.high)?.mark ?? '';
  const measure = measures.read(cells, mark, year?.kind ?? '');
  if (isComplaint(measure)) return measure;
  const amount = amountOf(ends, cells, roles, measure);
  if (isComplaint(amount)) return amount;
  const index = measures.count(measure, amount);
  if (index === undefined) {
    const message = 'With this amount the file adds up to more than can be held exactly.';
    return { kind: 'sum too large', message, column: roles.low, found: cellAt(cells, roles.low) };
  }
  const period = readPeriod(cells, plan, year);
  const complaints = [
    period.complaint,
    comparePrinted(cells, roles, amount, measure.decimals),
    roundedFrom(ends.low, measure.decimals, cells, year?.column ?? roles.low),
    unforeseen(ends.low, plan, cells, year?.column ?? roles.low),
  ].filter((complaint) => complaint !== undefined);
  return { measure: index, amount, exact: ends.low ?? ends.high, period, complaints };
}

/**
 * What is wrong with the shape of a record, whatever its cells say: a quotation mark out of place,
 * more cells than the header has, or so few that the amount is not among them.
 */
export function misshapen(
  cells: readonly string[],
  misquoted: boolean,
  { columns, roles, years }: Plan,
): Complaint | undefined {
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
  if (years.length === 0 && cells.length <= Math.min(roles.low, roles.high)) {
    const message = 'The record ends before its amount.';
    return { kind: 'too few cells', message, column: roles.low, found: cells.join(',') };
  }
  return undefined;
}

/** A unit or a credit mark beside an amount, where the rows that the plan was made from have none. */
function unforeseen(
  number: Decimal | null,
  { decisions }: Plan,
  cells: readonly string[],
  column: number,
): Complaint | undefined {
  const found = cellAt(cells, column);
  const isCredit = /C[Rr]\W*$/.test(found);
  if (!number || !(number.ownUnit || isCredit)) return undefined;
  const matter = isCredit ? 'credits' : 'units of cells';
  if (decisions.some((decision) => decision.matter === matter)) return undefined;
  const message = isCredit
    ? 'This amount is marked as a credit, which those at the start of the file are not; it is read as one.'
    : 'This amount names its own unit, which those at the start of the file do not; it is read in that.';
  return { kind: isCredit ? 'credit' : 'unit of its own', message, column, found };
}

function roundedFrom(
  number: Decimal | null,
  decimals: number,
  cells: readonly string[],
  column: number,
): Complaint | undefined {
  if (!number || number.decimals <= decimals) return undefined;
  if (/^0*$/.test(number.digits.slice(decimals - number.decimals))) return undefined;
  const message = `This amount has more than ${decimals} decimals; charts round it, the sum in the report does not.`;
  return { kind: 'amount rounded', message, column, found: cellAt(cells, column) };
}
