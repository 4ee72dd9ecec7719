import type { Day } from '../../model/period.ts';

/** What a run of plainly written rows adds up to: one total and count for each measure. */
export class PlainRows {
  rows = 0;
  zero = 0;
  negative = 0;
  dated = 0;
  first: Day = Infinity;
  last: Day = -Infinity;
  /** By measure: smallest units, exact as all of them together are, and how many amounts. */
  readonly units: number[] = [];
  readonly counts: number[] = [];

  add(measure: number, units: number): void {
    this.rows++;
    this.units[measure] = (this.units[measure] ?? 0) + units;
    this.counts[measure] = (this.counts[measure] ?? 0) + 1;
    if (units === 0) this.zero++;
    else if (units < 0) this.negative++;
  }

  addDay(day: Day): void {
    this.dated++;
    if (day < this.first) this.first = day;
    if (day > this.last) this.last = day;
  }

  clear(): void {
    this.rows = this.zero = this.negative = this.dated = 0;
    this.first = Infinity;
    this.last = -Infinity;
    this.units.length = this.counts.length = 0;
  }
}
