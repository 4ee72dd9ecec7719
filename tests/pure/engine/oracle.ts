/**
 * The engine's answers worked out again the slow and plain way, from rows that are objects and
 * sums that are BigInts, so that neither typed arrays nor floating point can be wrong in both.
 */
import type { Filter } from '../../../src/model/filter.ts';
import { isUnstated } from '../../../src/model/dimension.ts';
import type { Group, Split } from '../../../src/model/question.ts';
import { otherOf, subjectOf, type Subject } from '../../../src/model/subject.ts';
import type { Sum } from '../../../src/model/sum.ts';
import { COLUMNS, DIMENSIONS, MEASURES, type PlainRow } from './random-dataset.ts';

type Id = (typeof DIMENSIONS)[number];
/** Random splits are of the random datasets' own dimensions. */
const idOf = (split: Split) => DIMENSIONS.find((id) => id === split.dimension)!;

export const isSized = (row: PlainRow) => row.low !== null || row.high !== null;
export const isDated = (row: PlainRow) => row.start !== null && row.end !== null;

export function sumOf(rows: readonly PlainRow[]): Sum {
  const sized = rows.filter(isSized);
  const add = (of: (row: PlainRow) => number) =>
    Number(sized.reduce((sum, row) => sum + BigInt(of(row)), 0n));
  return {
    low: add((row) => row.low ?? 0),
    high: add((row) => row.high ?? row.low ?? 0),
    returned: add((row) => Math.min(0, row.low ?? 0)),
    count: sized.length,
    open: sized.filter((row) => row.high === null).length,
    about: sized.filter((row) => row.bound === 'about').length,
    unstated: rows.length - sized.length,
  };
}

export function holds(row: PlainRow, filter: Filter): boolean {
  switch (filter.on) {
    case 'values':
      return DIMENSIONS.some((id) => id === filter.dimension && filter.among.includes(row[id]));
    case 'period':
      return (
        row.start !== null &&
        row.end !== null &&
        row.start < filter.within.end &&
        filter.within.start < row.end
      );
    case 'amount':
      return (
        isSized(row) &&
        (row.low ?? 0) <= (filter.to ?? Infinity) &&
        (row.high ?? Infinity) >= (filter.from ?? -Infinity)
      );
    case 'text':
      return COLUMNS.some((id) =>
        row[id].toLowerCase().includes(filter.matches.trim().toLowerCase()),
      );
  }
}

export function placeOf(row: PlainRow, measure: number, filters: readonly Filter[]) {
  if (row.measure !== measure) return 'another measure';
  if (!filters.every((filter) => holds(row, filter))) return 'filtered';
  return isSized(row) ? 'shown' : 'size not stated';
}

/** Rows a selection has: shown ones and those of unstated size. */
export function selected(rows: readonly PlainRow[], measure: number, filters: readonly Filter[]) {
  return rows.filter((row) =>
    ['shown', 'size not stated'].includes(placeOf(row, measure, filters)),
  );
}

export function measureOrder(rows: readonly PlainRow[]): number[] {
  const of = (measure: number) => rows.filter((row) => row.measure === measure);
  return [0, 1, 2].sort(
    (a, b) =>
      of(b).length - of(a).length ||
      sumOf(of(b)).high - sumOf(of(a)).high ||
      (MEASURES[a]!.id < MEASURES[b]!.id ? -1 : 1),
  );
}

/** All values of a dimension in the dataset's order. */
export function ranked(rows: readonly PlainRow[], id: Id): string[] {
  const order = measureOrder(rows);
  const standing = (value: string) => {
    const having = rows.filter((row) => row[id] === value);
    const totals = order.map(
      (measure) => sumOf(having.filter((row) => row.measure === measure)).high,
    );
    return [isUnstated(value) ? 0 : 1, ...totals, having.length];
  };
  return [...new Set(rows.map((row) => row[id]))].sort((a, b) => {
    const [ours, theirs] = [standing(a), standing(b)];
    const at = ours.findIndex((part, index) => part !== theirs[index]);
    return at < 0 ? (a < b ? -1 : 1) : theirs[at]! - ours[at]!;
  });
}

/** Values that keep a place of their own under a selection, in the dataset's order, and the rest. */
export function told(rows: readonly PlainRow[], chosen: readonly PlainRow[], split: Split) {
  const id = idOf(split);
  const order = ranked(rows, id);
  const present = order.filter((value) => chosen.some((row) => row[id] === value));
  if (present.length <= split.top + 1) return { kept: present, gathered: 0 };
  const weight = (value: string) => {
    const { low, high, count } = sumOf(chosen.filter((row) => row[id] === value));
    return { size: Math.max(Math.abs(low), Math.abs(high)), count };
  };
  const kept = present
    .toSorted((a, b) => weight(b).size - weight(a).size || weight(b).count - weight(a).count)
    .slice(0, split.top);
  return {
    kept: order.filter((value) => kept.includes(value)),
    gathered: present.length - kept.length,
  };
}

/** The subject of a row in a split, and its place among the split's subjects. */
function slotter(rows: readonly PlainRow[], chosen: readonly PlainRow[], split: Split) {
  const id = idOf(split);
  const { kept } = told(rows, chosen, split);
  const subjects = [...kept.map((value) => subjectOf(id, value)), otherOf(id)];
  return (row: PlainRow): { subject: Subject; slot: number } => {
    const slot = kept.includes(row[id]) ? kept.indexOf(row[id]) : kept.length;
    return { subject: subjects[slot]!, slot };
  };
}

/** Groups of `part`, with the tails of `chosen`; touches are sorted, as their order says nothing. */
export function groupsOf(
  rows: readonly PlainRow[],
  chosen: readonly PlainRow[],
  part: readonly PlainRow[],
  by: readonly Split[],
  also: readonly Split[],
): Group[] {
  const slotters = by.map((split) => slotter(rows, chosen, split));
  const touched = [...slotters, ...also.map((split) => slotter(rows, chosen, split))];
  const groups = new Map<string, PlainRow[]>();
  for (const row of part) {
    const key = slotters.map((slot) => String(slot(row).slot).padStart(3, '0')).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, having]) => ({
      path: slotters.map((slot) => slot(having[0]!).subject),
      sum: sumOf(having),
      touches: [
        ...new Set(having.flatMap((row) => touched.map((slot) => slot(row).subject))),
      ].sort(),
    }));
}

export function touchesSorted<Touching extends { readonly touches: readonly Subject[] }>(
  list: readonly Touching[],
): Touching[] {
  return list.map((each) => ({ ...each, touches: each.touches.toSorted() }));
}
