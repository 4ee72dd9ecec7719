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
const STYLES: Readonly<Record<Calendar, DateStyle>> = {
  calendar: 'financial year from January',
  financial: 'financial year',
  july: 'financial year from July',
  october: 'financial year from October',
};
/** How public money runs in countries where all of it runs alike and not by the calendar. */
const BY_CURRENCY: ReadonlyMap<string, Calendar> = new Map([
  ...(['GBP', 'JPY', 'INR', 'CAD', 'ZAR', 'HKD', 'SGD'] as const).map(
    (code) => [code, 'financial'] as const,
  ),
  ...(['AUD', 'NZD', 'PKR', 'BDT', 'EGP', 'KES', 'UGX', 'TZS'] as const).map(
    (code) => [code, 'july'] as const,
  ),
  ['THB', 'october'],
]);
const LAST_MONTHS: ReadonlyMap<string, Calendar> = new Map([
  ['december', 'calendar'],
  ['march', 'financial'],
  ['june', 'july'],
  ['september', 'october'],
]);
/** "year ended 30 June", "fiscal year ending June 30", "July to June": the last month of a year. */
const SAYS =
  /\b(?:years?|fy) (?:end(?:s|ed|ing)?|to)(?: on)?(?: the)? (?:\d{1,2}(?:st|th)? )?(december|march|june|september)\b|\b(?:january|april|july|october)(?: to | ?[-–] ?| through )(december|march|june|september)\b/i;

/** What tells how the years of a file run. */
export interface YearsSeen {
  readonly profile: Profile | undefined;
  readonly currency: Part;
  /** What the column of currencies holds, where there is one. */
  readonly currencies: readonly string[];
  readonly hasDates: boolean;
  /** A year of the file that does not say when it starts: "2015-16", "FY17". */
  readonly named: string | undefined;
  /** Lines above the header. */
  readonly lines: readonly string[];
}

interface Found {
  readonly calendar: Calendar;
  readonly why: string;
  readonly doubt: boolean;
}

/**
 * The month that years of money begin in, and what is said of it where the file has dates: as the
 * file says, as files of its kind have it, else as the country of its currency does, else January.
 */
export function calendarOf(
  seen: YearsSeen,
  options: Options,
): { readonly calendar: Calendar; readonly decisions: readonly Decision[] } {
  const { calendar, why, doubt } = found(seen, options);
  if (!seen.hasDates) return { calendar, decisions: [] };
  const { named } = seen;
  const years = named === undefined ? 'Years' : `Years such as "${named}"`;
  const say = (from: Calendar) =>
    named !== undefined && from === 'calendar'
      ? `${years} are those of the calendar, from January`
      : `${years} run from ${MONTHS[from]}`;
  const decision: Decision = {
    matter: 'financial years',
    sentence: `${say(calendar)}, ${why}.`,
    doubt,
    choices: CALENDARS.filter((other) => other !== calendar).map((other) => ({
      sentence: say(other),
      options: { ...options, calendar: other },
    })),
  };
  return { calendar, decisions: [decision] };
}

function found(
  { profile, currency, currencies, named, lines }: YearsSeen,
  options: Options,
): Found {
  if (options.calendar) {
    return { calendar: options.calendar, why: 'as was said by hand', doubt: false };
  }
  const said = lines.map((line) => SAYS.exec(line)).find(Boolean);
  const stated = LAST_MONTHS.get((said?.[1] ?? said?.[2] ?? '').toLowerCase());
  if (stated) return { calendar: stated, why: 'as a line above the table says', doubt: false };
  if (profile?.calendar) {
    const doubt = profile.calendar === 'july';
    return { calendar: profile.calendar, why: 'as is usual in files of this kind', doubt };
  }
  const code = 'always' in currency ? currency.always : commonest(currencies);
  const usual = BY_CURRENCY.get(code);
  if (usual) return { calendar: usual, why: `as public money in ${code} does`, doubt: false };
  if (named === undefined) {
    return { calendar: 'calendar', why: 'as nothing says otherwise', doubt: false };
  }
  return code === 'USD'
    ? { calendar: 'july', why: 'as most American states and cities have it', doubt: true }
    : { calendar: 'financial', why: 'as nothing says otherwise', doubt: true };
}

/** How a year named by two ends, or by its last, is read where years run from that month. */
export function styleIn(style: DateStyle, calendar: Calendar): DateStyle {
  return style === 'financial year' ? STYLES[calendar] : style;
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = '';
  for (const [value, count] of counts) if (count > (counts.get(most) ?? 0)) most = value;
  return most;
}
