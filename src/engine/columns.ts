/**
 * A dataset as the engine reads it: columns found by id, measures in the order of the card, and
 * what is worked out once when a file is opened.
 */
import { BOUNDS, type Amount } from '../model/amount.ts';
import {
  HIGH_STATED,
  LOW_STATED,
  NO_DAY,
  type Dataset,
  type TextColumn,
} from '../model/dataset.ts';
import type { MeasureId } from '../model/measure.ts';
import { PERIOD_BASES, type Day, type Period, type PeriodBasis } from '../model/period.ts';
import type { DimensionId } from '../model/subject.ts';
import { rankingOf, type Ranking } from './ranking.ts';
import { Sums } from './sums.ts';

export class Columns {
  readonly dataset: Dataset;
  /** The sum of each of the dataset's measures over the whole file. */
  readonly sums: Sums;
  /**
   * Indexes into the dataset's measures, the primary measure first: one that does not repeat others,
   * with the most rows, then with the largest total, then by id.
   */
  readonly measures: readonly number[];
  /** One for each dimension, in the file's order. */
  readonly rankings: readonly Ranking[];
  /** First day and day after the last of all whole periods; null when no row has one. */
  readonly span: Period | null;
  readonly #title: TextColumn | undefined;

  /** Throws when the money of one measure adds up to more than can be held exactly. */
  constructor(dataset: Dataset) {
    const { measures, dimensions, texts } = dataset;
    const sums = sumsByMeasure(dataset);
    this.dataset = dataset;
    this.sums = sums;
    this.measures = Array.from(measures.keys()).sort(
      (a, b) =>
        Number(measures[a]!.repeats ?? false) - Number(measures[b]!.repeats ?? false) ||
        sums.figures(b) - sums.figures(a) ||
        sums.at(b).high - sums.at(a).high ||
        (measures[a]!.id < measures[b]!.id ? -1 : 1),
    );
    this.rankings = dimensions.map((dimension) => rankingOf(dataset, dimension, this.measures));
    this.span = spanOf(dataset);
    this.#title = [...dimensions, ...texts].find(({ id }) => id === 'title') ?? dimensions.at(-1);
  }

  /** Index of a measure in the dataset. Throws when the dataset has no such measure. */
  measure(id: MeasureId): number {
    const index = this.dataset.measures.findIndex((measure) => measure.id === id);
    if (index < 0) throw new Error(`no such measure: "${id}"`);
    return index;
  }

  /** Throws when the dataset has no such dimension. */
  ranking(id: DimensionId): Ranking {
    const ranking = this.rankings.find(({ column }) => column.id === id);
    if (!ranking) throw new Error(`no such dimension: "${id}"`);
    return ranking;
  }

  amountAt(row: number): Amount {
    const { low, high, stated, bound } = this.dataset;
    return {
      low: stated[row]! & LOW_STATED ? low[row]! : null,
      high: stated[row]! & HIGH_STATED ? high[row]! : null,
      bound: BOUNDS[bound[row]!] ?? 'not stated',
    };
  }

  /** The row's title; where the file has no such column, its value in the last dimension. */
  titleAt(row: number): string {
    return this.#title ? textAt(this.#title, row) : '';
  }

  startAt(row: number): Day | null {
    return statedDay(this.dataset.start[row]!);
  }

  endAt(row: number): Day | null {
    return statedDay(this.dataset.end[row]!);
  }

  periodBasisAt(row: number): PeriodBasis {
    return PERIOD_BASES[this.dataset.periodBasis[row]!] ?? 'not stated';
  }
}

export function textAt(column: TextColumn, row: number): string {
  return column.values[column.codes[row]!] ?? '';
}

/** Whether a row's period has both ends, in order; only then can it be placed in time. */
export function isDated(dataset: Dataset, row: number): boolean {
  const start = dataset.start[row]!;
  const end = dataset.end[row]!;
  return start !== NO_DAY && end !== NO_DAY && start < end;
}

function statedDay(day: Day): Day | null {
  return day === NO_DAY ? null : day;
}

/**
 * Sums of the whole file by measure. That the sizes of all figures together can be held exactly is
 * checked here once; then every sum of some of them is exact, in any order.
 */
function sumsByMeasure(dataset: Dataset): Sums {
  const { rows, measure, measures, low, high, stated } = dataset;
  const sums = new Sums(dataset, measures.length);
  const sizes = new Float64Array(measures.length);
  for (let row = 0; row < rows; row++) {
    const index = measure[row]!;
    sums.add(index, row);
    if (stated[row]! !== 0) sizes[index]! += Math.max(Math.abs(low[row]!), Math.abs(high[row]!));
  }
  const tooLarge = measures.find((_, index) => sizes[index]! > Number.MAX_SAFE_INTEGER);
  if (tooLarge) throw new Error(`the sums of "${tooLarge.id}" are too large to be exact`);
  return sums;
}

function spanOf(dataset: Dataset): Period | null {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < dataset.rows; row++) {
    if (!isDated(dataset, row)) continue;
    if (dataset.start[row]! < first) first = dataset.start[row]!;
    if (dataset.end[row]! > last) last = dataset.end[row]!;
  }
  return first < last ? { start: first, end: last } : null;
}
