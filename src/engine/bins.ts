import {
  floorTo,
  nextAfter,
  unitsIn,
  type Calendar,
  type Day,
  type Period,
  type TimeUnit,
} from '../model/period.ts';

/** The units of time that cover a period, numbered from 0. */
export class Bins {
  readonly periods: readonly Period[];
  readonly count: number;
  /** First day of each bin, then the day after the last. */
  readonly edges: Int32Array;
  /** First day and length of the year each bin lies in. */
  readonly yearStart: Int32Array;
  readonly yearDays: Int32Array;

  constructor(unit: TimeUnit, calendar: Calendar, period: Period) {
    this.periods = unitsIn(unit, calendar, period);
    this.count = this.periods.length;
    const starts = this.periods.map(({ start }) => start);
    this.edges = Int32Array.from([...starts, this.periods.at(-1)?.end ?? period.end]);
    this.yearStart = Int32Array.from(starts, (day) => floorTo('year', calendar, day));
    this.yearDays = Int32Array.from(
      starts,
      (day, bin) => nextAfter('year', calendar, day) - this.yearStart[bin]!,
    );
  }

  /** The bin that holds a day of the period. Units differ little in length, so a guess is near. */
  of(day: Day): number {
    const { edges, count } = this;
    let bin = Math.floor(((day - edges[0]!) / (edges[count]! - edges[0]!)) * count);
    while (edges[bin]! > day) bin--;
    while (edges[bin + 1]! <= day) bin++;
    return bin;
  }
}
