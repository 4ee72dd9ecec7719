import { ExactSum } from './exactsum.ts';
import type { Decimal } from './numbers.ts';
import { isNamedAfter } from './totals.ts';

/** What some records come to, and how many they are. */
class Tally {
  readonly sum = new ExactSum();
  records = 0;
  #last = -1;

  /** Adds an amount of a record, which may have more than one. */
  add(amount: Decimal, record: number): void {
    this.sum.add(amount);
    if (record !== this.#last) this.records++;
    this.#last = record;
  }

  addUnits(units: number, decimals: number, records: number): void {
    this.sum.addUnits(units, decimals);
    this.records += records;
  }
}

/** What one measure comes to. */
interface Summed {
  readonly all: Tally;
  since: Tally;
  /** How many amounts there are. */
  count: number;
}

/**
 * What the rows come to while they are read, each measure by itself and all together, in the whole file
 * and since its last total: by this a row is told that repeats those above it.
 */
export class RunningSums {
  readonly #measures: Summed[] = [];
  readonly #all = new Tally();
  #since = new Tally();
  #first: readonly string[] | undefined;

  /** The first record since the last total; undefined until there is one, whose cells then are wanted. */
  get first(): readonly string[] | undefined {
    return this.#first;
  }

  /** What the amounts of a measure come to, and how many they are. */
  of(measure: number): { readonly sum: string; readonly count: number } {
    const { all, count } = this.#measures[measure] ?? { count: 0 };
    return { sum: String(all?.sum ?? 0), count };
  }

  /** Tells of a record with data, before its amounts. */
  begin(cells: readonly string[]): void {
    this.#first ??= cells;
  }

  /** Adds an amount. */
  add(measure: number, amount: Decimal, record: number): void {
    const summed = this.#summed(measure);
    summed.count++;
    for (const tally of this.#tallies(summed)) tally.add(amount, record);
  }

  /** Adds what `records` with an amount each come to. */
  addUnits(measure: number, units: number, decimals: number, records: number): void {
    const summed = this.#summed(measure);
    summed.count += records;
    for (const tally of this.#tallies(summed)) tally.addUnits(units, decimals, records);
  }

  /** Whether `value` is what at least so many records come to, in the file or since its last total. */
  isRepeated(value: ExactSum, least = 0): boolean {
    const measures = this.#measures.flatMap(({ all, since }) => [all, since]);
    return [this.#all, this.#since, ...measures].some(
      ({ sum, records }) => records >= least && sum.equals(value),
    );
  }

  /**
   * The same for a record whose label may be a name as well. Two equal amounts are common, so that one
   * row is only repeated by what is called after it.
   */
  isRepeatedBy(cells: readonly string[], value: ExactSum): boolean {
    return this.isRepeated(value, isNamedAfter(cells, this.#first ?? []) ? 1 : 2);
  }

  /** Begins anew after a total. */
  startAnew(): void {
    this.#first = undefined;
    this.#since = new Tally();
    // A measure may have had no amount yet: then its place is empty, which forEach passes over.
    this.#measures.forEach((summed) => (summed.since = new Tally()));
  }

  #tallies({ all, since }: Summed): readonly Tally[] {
    return [all, since, this.#all, this.#since];
  }

  #summed(measure: number): Summed {
    return (this.#measures[measure] ??= { all: new Tally(), since: new Tally(), count: 0 });
  }
}
