import {
  civilOf,
  FIRST_MONTH,
  type Calendar,
  type Day,
  type Period,
  type TimeUnit,
} from '../model/period.ts';

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** "1 Mar 2017". */
export function printDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** "1 Mar 2017 to 28 Feb 2022": the last day is inside, as people say it. */
export function printPeriod({ start, end }: Period): string {
  return end - start === 1 ? printDay(start) : `${printDay(start)} to ${printDay(end - 1)}`;
}

/** Name of a whole unit: "2017", "2017-18", "Q2 2017", "Q2 2017-18", "Mar 2017". */
export function printUnit(start: Day, unit: TimeUnit, calendar: Calendar): string {
  const { year, month } = civilOf(start);
  if (unit === 'month') return `${monthName(month)} ${year}`;
  const firstMonth = FIRST_MONTH[calendar];
  const firstYear = month < firstMonth ? year - 1 : year;
  const yearName =
    firstMonth > 1
      ? `${firstYear}-${String((firstYear + 1) % 100).padStart(2, '0')}`
      : String(firstYear);
  const quarter = Math.floor(((month - firstMonth + 12) % 12) / 3) + 1;
  return unit === 'year' ? yearName : `Q${quarter} ${yearName}`;
}
