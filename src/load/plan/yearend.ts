import { civilOf, dayOf } from '../../model/period.ts';

/** The numbers of 19-01-05, of which the first or the last is the year. */
export interface TwoEnds {
  readonly front: number;
  readonly month: number;
  readonly back: number;
}

/** One way to read such numbers. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The rarer of two parts is the year when the other has so many values, or three times as many. */
const MANY = 6;
const FEW = 4;
/** Nearly all days of a month, and the most years that are told from them without being a third. */
const ALL_DAYS = 28;
const FEWER_YEARS = 20;
/** Money of one file seldom spans more years; days of more than a few payments do. */
const MOST_YEARS = 15;
/** Years that end here or earlier may be months' first days in files of 2001 and the like. */
const EARLY = 2012;

/**
 * Which end of such numbers is the year, true for the front; undefined where they do not show it. A
 * year varies less than a day, unless that is one fixed day of each year: 01-04-16, 01-04-17.
 */
export function yearEndOf(ends: readonly TwoEnds[]): boolean | undefined {
  const asFront = ends.map(({ front, month, back }) => ({
    year: fullYear(front),
    month,
    day: back,
  }));
  const asLast = ends.map(({ front, month, back }) => ({
    year: fullYear(back),
    month,
    day: front,
  }));
  if (isEachYear(asLast)) return isEachYear(asFront) ? undefined : false;
  if (isEachYear(asFront)) return true;
  if (variesLess(asFront) && (!runsLikeYears(asLast) || isLater(asFront, asLast))) return true;
  // Hardly anybody begins with two digits of the year, so that less is asked for the other end.
  if (variesLess(asLast) && !(asFront.every(isBound) && runsLikeYears(asFront))) return false;
  return undefined;
}

/** Whether years vary so little beside days that they must be the years. */
function variesLess(days: readonly Day[]): boolean {
  const [years, others] = [distinct(days, 'year').length, distinct(days, 'day').length];
  if (years === 1) return others >= FEW;
  if (others >= ALL_DAYS) return years <= FEWER_YEARS;
  return years * 3 <= others && others >= MANY;
}

/** Whether these are first or last days of months that come again in year after year. */
function isEachYear(days: readonly Day[]): boolean {
  const years = distinct(days, 'year');
  return (
    wholeDates(days).size >= FEW &&
    spanOf(years) === years.length - 1 &&
    Math.max(...years) > EARLY &&
    days.every(isBound) &&
    hasAnniversaries(days)
  );
}

/** Whether a day begins or ends its month, as grants and financial years do. */
function isBound({ year, month, day }: Day): boolean {
  return day === 1 || civilOf(dayOf(year, month, day) + 1).day === 1;
}

function hasAnniversaries(days: readonly Day[]): boolean {
  return new Set(days.map(({ month, day }) => `${day} ${month}`)).size < wholeDates(days).size;
}

function wholeDates(days: readonly Day[]): ReadonlySet<string> {
  return new Set(days.map(({ year, month, day }) => `${day} ${month} ${year}`));
}

/** Whether the years of this reading may as well be years: close to each other, or without a gap. */
function runsLikeYears(days: readonly Day[]): boolean {
  const years = distinct(days, 'year');
  const hasNoGap = spanOf(years) === years.length - 1 && years.length < ALL_DAYS;
  return spanOf(years) <= MOST_YEARS || hasNoGap;
}

/** Whether one reading has the likelier years, few and nearer to now, and no day that comes each year in the other. */
function isLater(days: readonly Day[], other: readonly Day[]): boolean {
  const years = distinct(days, 'year');
  return (
    runsLikeYears(days) &&
    Math.min(...years) > Math.max(...distinct(other, 'year')) &&
    !hasAnniversaries(other)
  );
}

function spanOf(years: readonly number[]): number {
  return Math.max(...years) - Math.min(...years);
}

function distinct(days: readonly Day[], part: keyof Day): number[] {
  return [...new Set(days.map((day) => day[part]))];
}

function fullYear(year: number): number {
  return year + (year < 70 ? 2000 : 1900);
}
