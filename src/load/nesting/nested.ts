import { measureId, type Measure } from '../../model/measure.ts';
import { codesFor } from '../codes.ts';
import { ExactSum } from '../exactsum.ts';
import { parsePlainNumber } from '../numbers.ts';
import type { Decision, Options, Plan } from '../plan.ts';
import type { Reading } from '../rows.ts';
import type { ExactlySummed } from '../scanned.ts';
import { rowsAbove, withLevels } from './leveled.ts';
import { nestingDecision, strayDecision } from './decision.ts';
import { findNesting, isSure, type Nesting } from './nesting.ts';

/** Rows and sums, once rows that repeat others are told apart from those. */
export interface Nested {
  readonly reading: Reading;
  readonly sums: readonly ExactlySummed[];
  readonly decisions: readonly Decision[];
}

/** Says what rows that are in no sum with others are called, from the kind of those. */
type Beside = (kind: string) => string;

const detail: Beside = (kind) => `${kind} detail`;
const total: Beside = (kind) => `${kind} total`;
/** Totals within totals are no sum with those. */
const totalAt = (level: number): Beside =>
  level === 0 ? total : (kind) => `level ${level + 1} ${kind} total`;

/**
 * Finds rows that are totals of others and gives those that are not to be counted a measure of their
 * own, as the options say: the totals, or what they add up. No row is lost by it. `labelled` are the
 * records that are called totals and yet read as rows.
 */
export function nestedRows(
  reading: Reading,
  sums: readonly ExactlySummed[],
  labelled: ReadonlySet<number>,
  { options, roles }: Pick<Plan, 'options' | 'roles'>,
): Nested {
  // The project's own format has no totals among its rows.
  if (roles.numbers === 'plain') return { reading, sums, decisions: [] };
  const nesting = findNesting(reading, labelled);
  if (!nesting) {
    if (labelled.size === 0) return { reading, sums, decisions: [] };
    const stray = rowsOf(reading, labelled).map((row) => [row, total] as const);
    return {
      ...movedApart(reading, sums, new Map(stray)),
      decisions: [strayDecision(labelled.size)],
    };
  }
  const leveled = withLevels(reading, nesting);
  const wanted = options.totals ?? (isSure(nesting) ? 'leave out' : 'keep');
  const how = wanted === 'levels' && !leveled ? 'leave out' : wanted;
  const besides = besidesOf(reading, nesting, how, labelled);
  return {
    ...movedApart(how === 'levels' && leveled ? leveled : reading, sums, besides),
    decisions: [nestingDecision(reading, nesting, how, leveled !== undefined, options)],
  };
}

function besidesOf(
  reading: Reading,
  nesting: Nesting,
  how: NonNullable<Options['totals']>,
  labelled: ReadonlySet<number>,
): ReadonlyMap<number, Beside> {
  const besides = new Map<number, Beside>();
  if (how === 'keep') return besides;
  const kept = how === 'only' ? keptTotals(nesting) : new Set<number>();
  const totals = new Set([...nesting.totals, ...rowsOf(reading, labelled)]);
  for (let row = 0; row < reading.rows; row++) {
    if (kept.has(row)) continue;
    const above = rowsAbove(nesting, row);
    if (totals.has(row)) besides.set(row, totalAt(above.length));
    else if (above.some((over) => kept.has(over))) besides.set(row, detail);
  }
  return besides;
}

function rowsOf({ record }: Reading, records: ReadonlySet<number>): number[] {
  return [...record.keys()].filter((row) => records.has(record[row]!));
}

/** The outermost totals, but never a single one that has further totals under it. */
function keptTotals({ parents, totals }: Nesting): Set<number> {
  let over = -1;
  for (;;) {
    const here: number[] = totals.filter((row) => parents[row] === over);
    const [only] = here;
    const isSingle = here.length === 1 && totals.some((row) => parents[row] === only);
    if (only === undefined || !isSingle) return new Set(here);
    over = only;
  }
}

/** Gives rows that are beside others the measure of those beside. */
function movedApart(
  reading: Reading,
  sums: readonly ExactlySummed[],
  besides: ReadonlyMap<number, Beside>,
): Pick<Nested, 'reading' | 'sums'> {
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
  for (const [row, beside] of besides) {
    const from = measure[row]!;
    const to = indexOf(measures, measures[from]!, beside);
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

function indexOf(measures: Measure[], of: Measure, beside: Beside): number {
  const kind = beside(of.kind);
  const id = measureId(kind, of.currency, of.basis);
  const known = measures.findIndex((measure) => measure.id === id);
  return known >= 0 ? known : measures.push({ ...of, kind, id, repeats: true }) - 1;
}
