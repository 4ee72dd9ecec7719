/**
 * Days and periods without clocks or time zones. A Day counts days since 1970-01-01; a Period is
 * half-open, so that neighbouring periods share no day and leave none out.
 */
export type Day = number;

export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** How the ends of a figure's period are known. The order is the code stored in columns. */
export const PERIOD_BASES = [
  'not stated',
  'stated',
  'start assumed',
  'end assumed',
  'both assumed',
] as const;
export type PeriodBasis = (typeof PERIOD_BASES)[number];

export const TIME_UNITS = ['month', 'quarter', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];
/** Years of money: those of the calendar, from April (financial), from July and from October. */
export const CALENDARS = ['calendar', 'financial', 'july', 'october'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Month (1 to 12) in which a year of each calendar starts; UK public money runs from April. */
export const FIRST_MONTH: Readonly<Record<Calendar, number>> = {
  calendar: 1,
  financial: 4,
  july: 7,
  october: 10,
};
const MONTHS_IN: Record<TimeUnit, number> = { month: 1, quarter: 3, year: 12 };

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day of a proleptic Gregorian date. Method: Howard Hinnant, "chrono-compatible low-level date algorithms". */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Reads `yyyy-mm-dd`; undefined for anything else, and for dates that do not exist. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const result = dayOf(year, month, day);
  const back = civilOf(result);
  return back.year === year && back.month === month && back.day === day ? result : undefined;
}

export function isoOf(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}

/** First day of the unit that holds `day`. */
export function floorTo(unit: TimeUnit, calendar: Calendar, day: Day): Day {
  const { year, month } = civilOf(day);
  const first = FIRST_MONTH[calendar];
  const monthsIn = MONTHS_IN[unit];
  const sinceFirst = year * 12 + (month - 1) - (first - 1);
  return dayOfMonthCount(Math.floor(sinceFirst / monthsIn) * monthsIn + (first - 1));
}

/** First day of the unit after the one that holds `day`. */
export function nextAfter(unit: TimeUnit, calendar: Calendar, day: Day): Day {
  const { year, month } = civilOf(floorTo(unit, calendar, day));
  return dayOfMonthCount(year * 12 + (month - 1) + MONTHS_IN[unit]);
}

/** The whole units that cover `period`, in order. */
export function unitsIn(unit: TimeUnit, calendar: Calendar, period: Period): Period[] {
  const units: Period[] = [];
  for (let start = floorTo(unit, calendar, period.start); start < period.end;) {
    const end = nextAfter(unit, calendar, start);
    units.push({ start, end });
    start = end;
  }
  return units;
}

/** First day of the month so many months after January of the year 0, or before it. */
function dayOfMonthCount(months: number): Day {
  const year = Math.floor(months / 12);
  return dayOf(year, months - year * 12 + 1, 1);
}
