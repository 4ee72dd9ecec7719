import { CALENDARS, type Calendar } from '../../model/period.ts';
import type { DateStyle, Decision, Options } from '../plan.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Part } from '../roles.ts';

const MONTHS: Readonly<Record<Calendar, string>> = {
  calendar: 'January',
  financial: 'April',
  july: 'July',
  october: 'October',
};
/** Currencies of countries whose public money runs from April. */
const FROM_APRIL = new Set(['GBP', 'JPY', 'INR']);

/**
 * The month that years of money begin in, and what is said of it where the file has dates: as files
 * of its kind have it, else as the country of its currency does, else January.
 */
export function calendarOf(
  profile: Profile | undefined,
  currency: Part,
  currencies: readonly string[],
  hasDates: boolean,
  options: Options,
): { readonly calendar: Calendar; readonly decisions: readonly Decision[] } {
  const known = 'always' in currency ? currency.always : commonest(currencies);
  const usual = FROM_APRIL.has(known) ? 'financial' : 'calendar';
  const calendar = options.calendar ?? profile?.calendar ?? usual;
  if (!hasDates || options.calendar !== undefined) return { calendar, decisions: [] };
  const why = profile?.calendar
    ? 'as is usual in files of this kind'
    : usual === 'financial'
      ? `as public money in ${known} does`
      : 'as nothing says otherwise';
  const decision: Decision = {
    matter: 'financial years',
    sentence: `Years run from ${MONTHS[calendar]}, ${why}.`,
    doubt: calendar === 'july',
    choices: CALENDARS.filter((other) => other !== calendar).map((other) => ({
      sentence: `Years run from ${MONTHS[other]}`,
      options: { ...options, calendar: other },
    })),
  };
  return { calendar, decisions: [decision] };
}

/** How a year named by two ends, or by its last, is read where years run from that month. */
export function styleIn(style: DateStyle, calendar: Calendar): DateStyle {
  if (style !== 'financial year') return style;
  if (calendar === 'july') return 'financial year from July';
  return calendar === 'october' ? 'financial year from October' : style;
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = '';
  for (const [value, count] of counts) if (count > (counts.get(most) ?? 0)) most = value;
  return most;
}
