import { HIGH_STATED, LOW_STATED, type Dataset } from '../model/dataset.ts';
import type { Money } from '../model/money.ts';
import type { Day } from '../model/period.ts';
import type { SeriesPoint } from '../model/question.ts';
import type { Bins } from './bins.ts';
import { Cells } from './cells.ts';
import type { Slots } from './slots.ts';
import { Sums } from './sums.ts';
import { Touches } from './touches.ts';

/** Sums by unit of time and by slot. Rows are named by their place in the selection as well. */
export class TimeSums {
  readonly #dataset: Dataset;
  readonly #bins: Bins;
  readonly #by: Slots;
  readonly #splits: readonly Slots[];
  readonly #cells: Cells;
  readonly #sums: Sums;
  /**
   * Stretches of bins, of one slot, that periods cover. Touches are noted once for each and given
   * to its bins at the end, so that a long period costs no more than a short one.
   */
  readonly #stretches: Cells;
  readonly #touches: Touches;

  constructor(dataset: Dataset, bins: Bins, by: Slots, also: readonly Slots[]) {
    this.#dataset = dataset;
    this.#bins = bins;
    this.#by = by;
    this.#splits = [by, ...also];
    this.#cells = new Cells(bins.count * by.subjects.length);
    this.#sums = new Sums(dataset, 0);
    this.#stretches = new Cells(bins.count ** 2 * by.subjects.length);
    this.#touches = new Touches(this.#splits, 0);
  }

  /** Adds a figure whole, in the unit its period starts in. */
  addWhole(place: number, row: number): void {
    const bin = this.#bins.of(this.#dataset.start[row]!);
    this.#sums.add(this.#cell(bin, place), row);
    this.#touch(bin, bin, place);
  }

  /**
   * Adds a figure's money shared by days, and counts it in the unit its period starts in. A sum is
   * for the whole period, or `perYear` for each year of it.
   */
  addSpread(place: number, row: number, perYear: boolean): void {
    const start = this.#dataset.start[row]!;
    const end = this.#dataset.end[row]!;
    const bins = this.#bins;
    const first = bins.of(start);
    this.#sums.countFigure(this.#cell(first, place), row);
    this.#touch(first, bins.of(end - 1), place);
    if (!perYear) return this.#share(place, row, first, start, end, start, end);
    for (let from = start, bin = first; from < end;) {
      const year = bins.yearStart[bin]!;
      const next = year + bins.yearDays[bin]!;
      this.#share(place, row, bin, from, Math.min(end, next), year, next);
      from = next;
      if (from < end) bin = bins.of(from);
    }
  }

  /** In the order of time, then of the slots. */
  points(): SeriesPoint[] {
    const { keys } = this.#cells;
    const slots = this.#by.subjects.length;
    const touches = this.#touchesOfCells();
    return Array.from(keys.keys())
      .sort((a, b) => keys[a]! - keys[b]!)
      .map((cell) => ({
        period: this.#bins.periods[Math.floor(keys[cell]! / slots)]!,
        subject: this.#by.subjects[keys[cell]! % slots]!,
        sum: this.#sums.at(cell),
        touches: [...new Set(touches.at(cell))],
      }));
  }

  /**
   * Adds the share that the days `from` to `to` have of a sum for the days `since` to `until`,
   * beginning in `bin`. Each unit's share is the difference of two rounded running totals.
   */
  #share(
    place: number,
    row: number,
    bin: number,
    from: Day,
    to: Day,
    since: Day,
    until: Day,
  ): void {
    const stated = this.#dataset.stated[row]!;
    const low = stated & LOW_STATED ? this.#dataset.low[row]! : 0;
    // The high end is shared as what it adds to the low end, so that no share of it is below.
    const more = stated & HIGH_STATED ? this.#dataset.high[row]! - low : 0;
    const { edges } = this.#bins;
    const days = until - since;
    let givenLow = upTo(low, from - since, days);
    let givenMore = upTo(more, from - since, days);
    for (let at = bin; edges[at]! < to; at++) {
      const day = Math.min(to, edges[at + 1]!) - since;
      const lowByThen = upTo(low, day, days);
      const moreByThen = upTo(more, day, days);
      const part = lowByThen - givenLow;
      this.#sums.addMoney(this.#cell(at, place), part, part + moreByThen - givenMore);
      givenLow = lowByThen;
      givenMore = moreByThen;
    }
  }

  #cell(bin: number, place: number): number {
    const cell = this.#cells.of(bin * this.#by.subjects.length + this.#by.ofRow[place]!);
    this.#sums.reserve(cell + 1);
    return cell;
  }

  #touch(first: number, last: number, place: number): void {
    const bins = first * this.#bins.count + last;
    const stretch = this.#stretches.of(bins * this.#by.subjects.length + this.#by.ofRow[place]!);
    this.#touches.reserve(stretch + 1);
    this.#touches.add(stretch, place);
  }

  #touchesOfCells(): Touches {
    const slots = this.#by.subjects.length;
    const touches = new Touches(this.#splits, this.#cells.keys.length);
    this.#stretches.keys.forEach((key, stretch) => {
      const bins = Math.floor(key / slots);
      for (let bin = Math.floor(bins / this.#bins.count); bin <= bins % this.#bins.count; bin++) {
        touches.join(this.#cells.of(bin * slots + (key % slots)), this.#touches, stretch);
      }
    });
    return touches;
  }
}

/** The part of an amount that falls to the first `day` of `days`, in whole units. */
function upTo(amount: Money, day: number, days: number): Money {
  if (amount === 0 || day === 0) return 0;
  return day >= days ? amount : Math.floor((amount * day) / days + 0.5);
}
