import { measureId, type Measure } from '../model/measure.ts';
import { codesFor } from './codes.ts';
import { ExactSum } from './exactsum.ts';
import { parsePlainNumber } from './numbers.ts';
import type { Decision } from './plan.ts';
import type { Reading } from './rows.ts';
import type { ExactlySummed } from './scanned.ts';

/** Rows and sums, with what is said of them once all rows are there. */
export interface Told {
  readonly reading: Reading;
  readonly sums: readonly ExactlySummed[];
  readonly decisions: readonly Decision[];
}

/** Says what rows that are set apart are called, from the kind of money they are. */
export type Apart = (kind: string) => string;

/**
 * Gives rows that repeat money of others a measure of their own, beside that of the others: they are
 * in no sum with those, and none of them is lost.
 */
export function apart(
  reading: Reading,
  sums: readonly ExactlySummed[],
  rows: ReadonlyMap<number, Apart>,
): Pick<Told, 'reading' | 'sums'> {
  const measures: Measure[] = [...reading.measures];
  const measure = Uint32Array.from(reading.measure);
  const exact = sums.map(({ sum, count }) => {
    const number = parsePlainNumber(sum);
    const all = new ExactSum();
    if (number) all.add(number);
    return { all, count };
  });
  const add = (index: number, units: number, count: number) => {
    const sum = (exact[index] ??= { all: new ExactSum(), count: 0 });
    sum.all.addUnits(units, measures[index]!.decimals);
    sum.count += count;
  };
  for (const [row, named] of rows) {
    const from = measure[row]!;
    const to = indexOf(measures, measures[from]!, named);
    measure[row] = to;
    if (reading.stated[row] === 0) continue;
    add(from, -reading.low[row]!, -1);
    add(to, reading.low[row]!, 1);
  }
  return {
    reading: { ...reading, measures, measure: codesFor(measures.length, measure) },
    sums: measures.map(({ kind, currency, basis }, index) => ({
      kind,
      currency,
      basis,
      sum: String(exact[index]?.all ?? 0),
      count: exact[index]?.count ?? 0,
    })),
  };
}

function indexOf(measures: Measure[], of: Measure, named: Apart): number {
  const kind = named(of.kind);
  const id = measureId(kind, of.currency, of.basis);
  const known = measures.findIndex((measure) => measure.id === id);
  return known >= 0 ? known : measures.push({ ...of, kind, id, repeats: true }) - 1;
}
