import { PERIOD_BASES, type Day, type PeriodBasis } from '../model/period.ts';
import { parseDay } from './dates.ts';
import type { Complaint } from './complaint.ts';
import { partAt, type Roles } from './roles.ts';
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
export function readPeriod(cells: readonly string[], roles: Roles): PeriodRead {
  const first = dayAt(cells, roles.start, roles);
  const last = roles.end === roles.start ? first : dayAt(cells, roles.end, roles);
  for (const end of [first, last]) {
    if (end.day === undefined) {
      const message = 'This cannot be read as a date, so the period is not stated here.';
      return without({ kind: 'unreadable date', message, column: end.column, found: end.found });
    }
  }
  const start = first.day ?? null;
  const end = typeof last.day === 'number' ? last.day + 1 : null;
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

/** A day cell: null when blank or absent, undefined when it cannot be read. */
function dayAt(cells: readonly string[], column: number | null, roles: Roles) {
  const found = column === null ? '' : cellAt(cells, column);
  const day = found === '' ? null : parseDay(found, roles.days);
  return { day, found, column: column ?? undefined };
}
