import { NO_DAY } from '../model/dataset.ts';
import { isoOf } from '../model/period.ts';
import type { Decision, Plan } from './plan.ts';
import type { Scanned } from './scanned.ts';

/** No money that is written down is of a year before or after these. */
const EARLIEST = 1800;
const LATEST = 2100;
/** Years of the Buddhist era, as Thailand counts them, are so far ahead. */
const BUDDHIST = 543;

/** Doubts dates of years that no payment can have: a slip of the keys, or another era. */
export function farDates(
  { roles: { start, end }, columns }: Pick<Plan, 'roles' | 'columns'>,
  { dates, reading }: FarScan,
): Decision[] {
  const label = (column: number | null) => columns[column ?? -1]?.label;
  return [
    ...farDoubt(label(start ?? end), dates),
    ...(start === null || end === start ? [] : farDoubt(label(end), lastDaysOf(reading.end))),
  ];
}

/** What is looked at of a scan: dates of the column that comes first, and the end of each row. */
interface FarScan {
  readonly dates: Omit<Scanned['dates'], 'valid'>;
  readonly reading: Pick<Scanned['reading'], 'end'>;
}

/** The first and the last of the last days of periods. */
function lastDaysOf(ends: Int32Array): FarScan['dates'] {
  let [first, last] = [Infinity, -Infinity];
  for (const end of ends) {
    if (end === NO_DAY) continue;
    first = Math.min(first, end - 1);
    last = Math.max(last, end - 1);
  }
  return last < first ? { first: null, last: null } : { first: isoOf(first), last: isoOf(last) };
}

function farDoubt(column: string | undefined, dates: FarScan['dates']): Decision[] {
  if (column === undefined) return [];
  const far = (['first', 'last'] as const).flatMap((end) => {
    const day = dates[end];
    return day !== null && isFar(day) ? `its ${end} is ${day}` : [];
  });
  if (far.length === 0) return [];
  const sentence = `"${column}" has dates that no payment can have: ${far.join(' and ')}.${eraOf(yearOf(dates.first))}`;
  return [{ matter: 'far dates', column, sentence, doubt: true, choices: [] }];
}

function eraOf(year: number): string {
  const ours = year - BUDDHIST;
  return ours > 1900 && ours <= LATEST ? ` If its years are Buddhist, ${year} is ${ours}.` : '';
}

function isFar(day: string): boolean {
  return yearOf(day) < EARLIEST || yearOf(day) > LATEST;
}

/** The year of a day written as in a report; not a number for none. */
function yearOf(day: string | null): number {
  return Number.parseInt(day ?? '', 10);
}
