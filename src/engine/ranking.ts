/**
 * The standing of a dimension's values in the whole file. Every view keeps this order whatever is
 * filtered, so that nothing jumps; it depends on what the rows say and not on where they stand.
 */
import type { Dataset, TextColumn } from '../model/dataset.ts';
import { ABSENT, isChainStage, isUnstated, type Dimension } from '../model/dimension.ts';

/**
 * Totals kept for one dimension. A file of very many values and measures is ranked by as many
 * measures as fit, so that the totals never outgrow the file.
 */
const TOTALS_KEPT = 1 << 22;

export interface Ranking {
  readonly column: Dimension & TextColumn;
  /** How many values have rows. */
  readonly distinct: number;
  /** Rows of each value, by code. */
  readonly rows: Uint32Array;
  /** Total of each value, by code; one array a measure, the primary measure first. */
  readonly totals: readonly Float64Array[];
  /** 1 for values that say that nothing is stated, -1 for that of rows with no part in it, by code. */
  readonly unstated: Int8Array;
}

/** `measures` are indexes into the dataset's measures, the primary measure first. */
export function rankingOf(
  dataset: Dataset,
  column: Dimension & TextColumn,
  measures: readonly number[],
): Ranking {
  const { values, codes } = column;
  const kept = measures.slice(0, Math.max(1, Math.floor(TOTALS_KEPT / Math.max(1, values.length))));
  const totals = kept.map(() => new Float64Array(values.length));
  const totalsOf = dataset.measures.map((_, measure) => totals[kept.indexOf(measure)]);
  const rows = new Uint32Array(values.length);
  const { measure, high } = dataset;
  for (let row = 0; row < dataset.rows; row++) {
    const code = codes[row]!;
    rows[code]!++;
    const total = totalsOf[measure[row]!];
    if (total) total[code]! += high[row]!;
  }
  const unstated = new Int8Array(values.length);
  const inChain = isChainStage(column.id);
  let distinct = 0;
  for (let code = 0; code < values.length; code++) {
    if (isUnstated(values[code]!)) unstated[code] = 1;
    if (inChain && values[code] === ABSENT) unstated[code] = -1;
    else if (rows[code]! > 0) distinct++;
  }
  return { column, distinct, rows, totals, unstated };
}

/** Code of the value of rows that have no part in the dimension; -1 when all have one. */
export function absentIn({ column, unstated }: Ranking): number {
  return isChainStage(column.id) ? unstated.indexOf(-1) : -1;
}

/** Codes that have rows. */
export function codesWith(rows: Uint32Array): Uint32Array {
  const codes = new Uint32Array(rows.length);
  let count = 0;
  for (let code = 0; code < rows.length; code++) if (rows[code]! > 0) codes[count++] = code;
  return codes.subarray(0, count);
}

/**
 * Negative when value `i` of `a` stands before value `j` of `b`: unstated values last, then by
 * total in each measure, by rows, and by the value itself in code units.
 */
export function compareStanding(a: Ranking, i: number, b: Ranking, j: number): number {
  const unstated = a.unstated[i]! - b.unstated[j]!;
  if (unstated !== 0) return unstated;
  for (let measure = 0; measure < Math.max(a.totals.length, b.totals.length); measure++) {
    const difference = (b.totals[measure]?.[j] ?? 0) - (a.totals[measure]?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  const rows = b.rows[j]! - a.rows[i]!;
  if (rows !== 0) return rows;
  const [value, other] = [a.column.values[i]!, b.column.values[j]!];
  return value < other ? -1 : value > other ? 1 : 0;
}

/** The first `limit` of `candidates` in the order of `compare`, without sorting all of them. */
export function firstOf<Candidate>(
  limit: number,
  candidates: Iterable<Candidate>,
  compare: (a: Candidate, b: Candidate) => number,
): Candidate[] {
  const first: Candidate[] = [];
  for (const candidate of candidates) {
    const last = first.length < limit ? undefined : first.at(-1);
    if (limit <= 0 || (last !== undefined && compare(candidate, last) >= 0)) continue;
    let from = 0;
    for (let to = first.length; from < to;) {
      const middle = (from + to) >> 1;
      if (compare(candidate, first[middle]!) < 0) to = middle;
      else from = middle + 1;
    }
    first.splice(from, 0, candidate);
    if (first.length > limit) first.pop();
  }
  return first;
}
