import type { TextColumn } from '../../model/dataset.ts';
import type { Reading } from '../rows.ts';
import { codeParents, isCodes, isLevels, levelParents, type ParentsIn } from './parentsby.ts';
import { sumTree, sumTreeDown, type Parents } from './sumtree.ts';

/** Which rows are totals of which: for each row of the file the row it belongs under, or -1. */
export interface Nesting {
  readonly parents: Parents;
  /** What shows it beside the sums, which always agree. */
  readonly by: 'codes' | 'levels' | 'labels' | 'sums';
  /** Rows that have others under them. */
  readonly totals: readonly number[];
}

/** A longer file is no table of levels but a list of payments, where sums agree by chance. */
const MOST_ROWS = 10_000;
/** Sums alone are believed when there are so many totals and rows, and nearly all rows take part. */
const FEWEST_TOTALS = 2;
const FEWEST_ROWS = 6;
const MOST_OUTSIDE = 0.2;

/**
 * Finds rows that equal the sum of others which stand under them: by codes that begin alike, by a
 * column of levels, or by their sums and order alone. Rows that a person has said to be counted as
 * they are called are in `labelled`; they are no part of it, and looked at when nothing else shows.
 * `inAll` is how many rows there will be. Undefined when no row is the total of others.
 */
export function findNesting(
  reading: Reading,
  labelled: ReadonlySet<number>,
  inAll: number,
): Nesting | undefined {
  if (inAll > MOST_ROWS) return undefined;
  const isNamed = (row: number) => labelled.has(reading.record[row]!);
  for (const lists of listsOf(reading, (row) => !isNamed(row))) {
    const found =
      byColumns(reading, lists, isCodes, codeParents, 'codes') ??
      byColumns(reading, lists, isLevels, levelParents, 'levels') ??
      bySums(reading, lists);
    if (found) return found;
  }
  if (labelled.size === 0) return undefined;
  for (const lists of listsOf(reading, () => true)) {
    const found = nestingOf(reading, lists, 'labels', upOrDown(reading, lists, isNamed));
    if (found) return found;
  }
  return undefined;
}

/** Whether sums alone show it so well that the totals are left out without being asked. */
export function isSure({ by, totals }: Nesting): boolean {
  return by !== 'sums' || totals.length >= FEWEST_TOTALS;
}

type Lists = readonly (readonly number[])[];

/** Rows that could be added together, in the file's order: by measure and period, and by measure alone. */
function* listsOf(reading: Reading, wanted: (row: number) => boolean): Generator<Lists> {
  const { start, end, measure } = reading;
  for (const byPeriod of [true, false]) {
    const lists = new Map<string, number[]>();
    for (let row = 0; row < reading.rows; row++) {
      if (!wanted(row) || reading.stated[row] === 0) continue;
      const period = byPeriod ? `${start[row]} ${end[row]}` : '';
      const key = `${measure[row]} ${period}`;
      const list = lists.get(key);
      if (list) list.push(row);
      else lists.set(key, [row]);
    }
    yield [...lists.values()];
  }
}

/** By the first column that `fits`, where all that it puts over others equals their sum, or most does. */
function byColumns(
  reading: Reading,
  lists: Lists,
  fits: (column: TextColumn) => boolean,
  parentsBy: (textOf: (row: number) => string) => ParentsIn,
  by: Nesting['by'],
): Nesting | undefined {
  for (const column of [...reading.texts, ...reading.dimensions]) {
    if (!fits(column)) continue;
    const textOf = (row: number) => column.values[column.codes[row]!] ?? '';
    const found = nestingOf(reading, lists, by, parentsBy(textOf), true);
    if (found) return found;
  }
  return undefined;
}

function bySums(reading: Reading, lists: Lists): Nesting | undefined {
  const found = nestingOf(
    reading,
    lists,
    'sums',
    upOrDown(reading, lists, () => true),
  );
  if (!found) return undefined;
  const rows = lists.reduce((count, list) => count + list.length, 0);
  const children = found.parents.filter((parent) => parent >= 0).length;
  const over = found.totals.filter((row) => found.parents[row]! < 0).length;
  const outside = rows - children - over;
  const whole = outside === 0 && over === 1 && found.totals.length === 1;
  const many =
    found.totals.length >= FEWEST_TOTALS && rows >= FEWEST_ROWS && outside <= rows * MOST_OUTSIDE;
  return whole || many ? found : undefined;
}

/** Totals under or over their parts, whichever puts more rows under others. */
function upOrDown({ low }: Reading, lists: Lists, mayTotal: (row: number) => boolean): ParentsIn {
  const [up, down] = [sumTree, sumTreeDown].map(
    (tree): ParentsIn =>
      (rows) =>
        tree(
          rows.map((row) => low[row]!),
          (at) => mayTotal(rows[at]!),
        ),
  );
  const under = (parentsIn: ParentsIn) =>
    lists.reduce(
      (sum, list) =>
        list.length < 2 ? sum : sum + parentsIn(list).filter((parent) => parent >= 0).length,
      0,
    );
  return under(up!) > under(down!) ? up! : down!;
}

/** Puts the lists together; with `checks`, only what equals the sum of what is under it is over it. */
function nestingOf(
  { rows, low }: Reading,
  lists: Lists,
  by: Nesting['by'],
  parentsIn: ParentsIn,
  checks = false,
): Nesting | undefined {
  const parents = new Int32Array(rows).fill(-1);
  for (const list of lists) {
    if (list.length < 2) continue;
    parentsIn(list).forEach((parent, at) => {
      if (parent >= 0) parents[list[at]!] = list[parent]!;
    });
  }
  const sums = new Map<number, { sum: number; parts: number }>();
  parents.forEach((parent, row) => {
    if (parent < 0) return;
    const { sum, parts } = sums.get(parent) ?? { sum: 0, parts: 0 };
    sums.set(parent, { sum: sum + low[row]!, parts: parts + (low[row] === 0 ? 0 : 1) });
  });
  const totals = [...sums.keys()]
    .filter((row) => sums.get(row)!.sum === low[row])
    .sort((a, b) => a - b);
  // A single part that equals its total could as well be an equal amount.
  if (!totals.some((row) => sums.get(row)!.parts > 1)) return undefined;
  if (checks && totals.length * 2 < sums.size) return undefined;
  const agree = new Set(totals);
  return {
    parents: parents.map((parent) => (agree.has(parent) ? parent : -1)),
    by,
    totals,
  };
}
