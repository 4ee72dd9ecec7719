import { BOUNDS, type Amount, type Bound } from '../model/amount.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import { isComplaint, type Complaint } from './complaint.ts';
import { canMark } from './currencies.ts';
import { parsePlainNumber, parseWrittenNumber, toMoney } from './numbers.ts';
import { parsePrinted } from './printed.ts';
import { partAt, type Roles } from './roles.ts';
import { cellAt } from './table.ts';

/** Which ends each bound has: an amount that says otherwise contradicts itself. */
const FITS: Record<Bound, (low: Money | null, high: Money | null) => boolean> = {
  exact: (low, high) => low !== null && low === high,
  about: (low, high) => low !== null && low === high,
  range: (low, high) => low !== null && high !== null && low <= high,
  'at least': (low, high) => low !== null && high === null,
  'up to': (low, high) => low === null && high !== null,
  'not stated': (low, high) => low === null && high === null,
};

/** Reads the amount of one record, in smallest units of its measure. */
export function readAmount(
  cells: readonly string[],
  roles: Roles,
  measure: Measure,
): Amount | Complaint {
  const word = partAt(cells, roles.bound);
  const bound = BOUNDS.find((known) => known === word.text);
  if (!bound) {
    const message = `The bound is none of: ${BOUNDS.join(', ')}.`;
    return { kind: 'unknown bound', message, column: word.column, found: word.text };
  }
  const low = readEnd(cells, roles, roles.low, measure);
  if (isComplaint(low)) return low;
  const high = roles.high === roles.low ? low : readEnd(cells, roles, roles.high, measure);
  if (isComplaint(high)) return high;
  if (FITS[bound](low, high)) return { low, high, bound };
  const none = low === null && high === null;
  return {
    kind: none ? 'no amount' : 'bound and amount disagree',
    message: none
      ? 'There is no amount, and nothing says that it is not stated.'
      : `An amount said to be "${bound}" does not have these ends.`,
    column: roles.low,
    found: none ? '' : `${cellAt(cells, roles.low)} to ${cellAt(cells, roles.high)}`,
  };
}

/** What is wrong when the figure as printed says another amount; undefined when nothing is. */
export function comparePrinted(
  cells: readonly string[],
  roles: Roles,
  amount: Amount,
  decimals: number,
): Complaint | undefined {
  if (roles.printed === null) return undefined;
  const found = cellAt(cells, roles.printed);
  const printed = parsePrinted(found, decimals);
  const same =
    !printed ||
    (printed.low === amount.low && printed.high === amount.high && printed.bound === amount.bound);
  if (same) return undefined;
  const message = 'The figure as printed does not say the amount beside it.';
  return { kind: 'printed figure differs', message, column: roles.printed, found };
}

/** One end of an amount: null when its cell is blank, a complaint when it cannot be read exactly. */
function readEnd(
  cells: readonly string[],
  roles: Roles,
  column: number,
  { currency, decimals }: Measure,
): Money | null | Complaint {
  const found = cellAt(cells, column);
  if (found === '') return null;
  const number = roles.numbers === 'plain' ? parsePlainNumber(found) : parseWrittenNumber(found);
  if (!number) {
    return {
      kind: 'unreadable amount',
      message: 'This cannot be read as an amount.',
      column,
      found,
    };
  }
  if (!canMark(number.mark, currency)) {
    const message = `This amount is not in ${currency}.`;
    return { kind: 'another currency', message, column, found };
  }
  const money = toMoney(number, decimals);
  if (money !== undefined && (roles.decimals !== null || number.decimals <= decimals)) return money;
  const message = 'This amount has more digits than can be kept exactly.';
  return { kind: 'inexact amount', message, column, found };
}
