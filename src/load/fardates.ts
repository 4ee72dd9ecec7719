import type { Decision, Plan } from './plan.ts';
import type { Scanned } from './scanned.ts';

/** No money that is written down is of a year before or after these. */
const EARLIEST = 1800;
const LATEST = 2100;
/** Years of the Buddhist era, as Thailand counts them, are so far ahead. */
const BUDDHIST = 543;

/** Doubts dates of years that no payment can have: a slip of the keys, or another era. */
export function farDates(
  { roles, columns }: Pick<Plan, 'roles' | 'columns'>,
  { dates }: Pick<Scanned, 'dates'>,
): Decision[] {
  const column = columns[roles.start ?? roles.end ?? -1]?.label;
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
