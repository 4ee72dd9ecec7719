import { apart, type Apart, type Told } from '../apart.ts';
import type { Options, Plan } from '../plan.ts';
import type { Reading } from '../rows.ts';
import type { ExactlySummed } from '../scanned.ts';
import { rowsAbove, withLevels } from './leveled.ts';
import { nestingDecision, strayDecision } from './decision.ts';
import { findNesting, isSure, type Nesting } from './nesting.ts';

const detail: Apart = (kind) => `${kind} detail`;
const total: Apart = (kind) => `${kind} total`;
/** Totals within totals are no sum with those. */
const totalAt = (level: number): Apart =>
  level === 0 ? total : (kind) => `level ${level + 1} ${kind} total`;

/**
 * Finds rows that are totals of others and gives those that are not to be counted a measure of their
 * own, as the options say: the totals, or what they add up. No row is lost by it. `labelled` are the
 * records that are called totals and yet read as rows, `inAll` the rows that there will be.
 */
export function nestedRows(
  reading: Reading,
  sums: readonly ExactlySummed[],
  labelled: ReadonlySet<number>,
  { options, roles }: Pick<Plan, 'options' | 'roles'>,
  inAll: number,
): Told {
  // The project's own format has no totals among its rows.
  if (roles.numbers === 'plain') return { reading, sums, decisions: [] };
  const nesting = findNesting(reading, labelled, inAll);
  if (!nesting) {
    if (labelled.size === 0) return { reading, sums, decisions: [] };
    const stray = rowsOf(reading, labelled).map((row) => [row, total] as const);
    return {
      ...apart(reading, sums, new Map(stray)),
      decisions: [strayDecision(labelled.size)],
    };
  }
  const leveled = withLevels(reading, nesting);
  const wanted = options.totals ?? (isSure(nesting) ? 'leave out' : 'keep');
  const how = wanted === 'levels' && !leveled ? 'leave out' : wanted;
  const aside = asideOf(reading, nesting, how, labelled);
  return {
    ...apart(how === 'levels' && leveled ? leveled : reading, sums, aside),
    decisions: [nestingDecision(reading, nesting, how, leveled !== undefined, options)],
  };
}

function asideOf(
  reading: Reading,
  nesting: Nesting,
  how: NonNullable<Options['totals']>,
  labelled: ReadonlySet<number>,
): ReadonlyMap<number, Apart> {
  const aside = new Map<number, Apart>();
  if (how === 'keep') return aside;
  const kept = how === 'only' ? keptTotals(nesting) : new Set<number>();
  const totals = new Set([...nesting.totals, ...rowsOf(reading, labelled)]);
  for (let row = 0; row < reading.rows; row++) {
    if (kept.has(row)) continue;
    const above = rowsAbove(nesting, row);
    if (totals.has(row)) aside.set(row, totalAt(above.length));
    else if (above.some((over) => kept.has(over))) aside.set(row, detail);
  }
  return aside;
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
