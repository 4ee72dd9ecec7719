import { PERIOD_BASES, type Day, type PeriodBasis } from '../model/period.ts';
import type { Complaint } from './complaint.ts';
import { parseDateText } from './datetext.ts';
import type { Plan, YearColumn } from './plan.ts';
import { partAt } from './roles.ts';
import { cellAt } from './table.ts';

export interface PeriodRead {
  readonly start: Day | null;
  /** The day after the last. */
  readonly end: Day | null;
  readonly basis: PeriodBasis;
  /** Why a period that the file seems to give is not taken; the row stands without it. */
  readonly complaint?: Complaint;
}

/** Reads the period of one record; its last day, as files give it, belongs to the period. */
export function readPeriod(cells: readonly string[], plan: Plan, year?: YearColumn): PeriodRead {
  if (year) return { start: year.start, end: year.end, basis: 'stated' };
  const { roles } = plan;
  const first = dateAt(cells, roles.start, plan);
  const last = roles.end === roles.start ? first : dateAt(cells, roles.end, plan);
  for (const date of [first, last]) {
    if (date.period === undefined) {
      const message = 'This cannot be read as a date, so the period is not stated here.';
      return without({ kind: 'unreadable date', message, column: date.column, found: date.found });
    }
  }
  const start = first.period?.start ?? null;
  const end = last.period?.end ?? null;
  if (start === null && end === null) return { start, end, basis: 'not stated' };
  if (start !== null && end !== null && end <= start) {
    const message = 'The period ends before it starts, so it is not stated here.';
    return without({
      kind: 'period backwards',
      message,
      column: first.column,
      found: `${first.found} to ${last.found}`,
    });
  }
  const word = partAt(cells, roles.periodBasis);
  const basis = PERIOD_BASES.find((known) => known === word.text && known !== 'not stated');
  if (basis) return { start, end, basis };
  const message = `How the period is known is none of: ${PERIOD_BASES.slice(1).join(', ')}.`;
  return without({ kind: 'period of unknown standing', message, ...word, found: word.text });
}

function without(complaint: Complaint): PeriodRead {
  return { start: null, end: null, basis: 'not stated', complaint };
}

/** A date cell: null when missing or absent, undefined when it cannot be read. */
function dateAt(cells: readonly string[], column: number | null, { dates }: Plan) {
  if (column === null) return { period: null, found: '' };
  const found = cellAt(cells, column);
  const period = parseDateText(found, dates.get(column) ?? 'year first');
  return { period: period === 'missing' ? null : period, found, column };
}
