import { BOUNDS, type Amount, type Bound } from '../model/amount.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import { isComplaint, type Complaint } from './complaint.ts';
import { inUnits, parsePlainNumber, toMoney, type Decimal } from './numbers.ts';
import type { Plan } from './plan.ts';
import { parsePrinted } from './printed.ts';
import { partAt, type Roles } from './roles.ts';
import { cellAt } from './table.ts';
import { parseAmountAt } from './typednumbers.ts';

/** Which ends each bound has: an amount that says otherwise contradicts itself. */
const FITS: Record<Bound, (low: Money | null, high: Money | null) => boolean> = {
  exact: (low, high) => low !== null && low === high,
  about: (low, high) => low !== null && low === high,
  range: (low, high) => low !== null && high !== null && low <= high,
  'at least': (low, high) => low !== null && high === null,
  'up to': (low, high) => low === null && high !== null,
  'not stated': (low, high) => low === null && high === null,
};

/** The two ends of an amount as numbers in whole units of currency; null for one that is not given. */
export interface Ends {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
}

/** Reads the cells of an amount; `column` stands for those of the roles in a file of year columns. */
export function readEnds(
  cells: readonly string[],
  plan: Plan,
  column: number | undefined,
): Ends | Complaint {
  const { roles } = plan;
  const low = readEnd(cells, column ?? roles.low, plan);
  if (isComplaint(low)) return low;
  const one = column !== undefined || roles.high === roles.low;
  const high = one ? low : readEnd(cells, roles.high, plan);
  return isComplaint(high) ? high : { low, high };
}

/** The amount that two ends make, in smallest units of its measure. */
export function amountOf(
  { low, high }: Ends,
  cells: readonly string[],
  roles: Roles,
  { decimals }: Measure,
): Amount | Complaint {
  const word = partAt(cells, roles.bound);
  const bound = BOUNDS.find((known) => known === word.text);
  if (!bound) {
    const message = `The bound is none of: ${BOUNDS.join(', ')}.`;
    return { kind: 'unknown bound', message, column: word.column, found: word.text };
  }
  const [lowMoney, highMoney] = [low, high].map((end) => end && moneyOf(end, roles, decimals));
  if (lowMoney === undefined || highMoney === undefined) {
    const column = lowMoney === undefined ? roles.low : roles.high;
    const message = 'This amount has more digits than can be kept exactly.';
    return { kind: 'inexact amount', message, column, found: cellAt(cells, column) };
  }
  const amount = { low: lowMoney, high: highMoney, bound };
  if (FITS[bound](lowMoney, highMoney)) return amount;
  const none = lowMoney === null && highMoney === null;
  if (none && 'always' in roles.bound) return { ...amount, bound: 'not stated' };
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

/** One end of an amount: null when it is missing, a complaint when it cannot be read. */
function readEnd(
  cells: readonly string[],
  column: number,
  { roles, numbers }: Plan,
): Decimal | null | Complaint {
  const found = cellAt(cells, column);
  if (found === '') return null;
  const number =
    roles.numbers === 'plain' ? parsePlainNumber(found) : parseAmountAt(cells, column, numbers);
  if (number === 'missing') return null;
  if (number) return inUnits(number, numbers.factor);
  const message = 'This cannot be read as an amount.';
  return { kind: 'unreadable amount', message, column, found };
}

function moneyOf(number: Decimal, roles: Roles, decimals: number): Money | undefined {
  return roles.decimals === null && number.decimals > decimals
    ? undefined
    : toMoney(number, decimals);
}
