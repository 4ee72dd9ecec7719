import { HIGH_STATED } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import { NO_PRINT, PrintCounts } from '../model/prints.ts';
import type { PrintsAnswer } from '../model/question.ts';
import { addSums, NOTHING, type Sum } from '../model/sum.ts';
import { printSum } from '../words/amounts.ts';
import { count, listOf } from '../words/counts.ts';

/** A row of the file before and the one that has its name now. */
type Pair = readonly [before: number, after: number];

/** Which rows of two files are not the same, by their places. */
export interface RowChanges {
  readonly fresh: readonly number[];
  readonly gone: readonly number[];
  /** Rows of one name whose amounts differ, and those where only other cells do. */
  readonly amounts: readonly Pair[];
  readonly cells: readonly Pair[];
}

/**
 * Holds the rows of two files against each other, in whatever order they stand: equal rows cancel out
 * one by one; of what is left, rows of one name are the same row, changed.
 */
export function compareRows(before: PrintsAnswer, after: PrintsAnswer): RowChanges {
  const left = new PrintCounts(before.rows.length);
  for (const print of before.rows) left.add(print, 1);
  const isLeft = (print: number) => {
    if (left.of(print) === 0) return false;
    left.add(print, -1);
    return true;
  };
  const newer = placesOf(after.rows, (print) => !isLeft(print));
  const older = placesOf(before.rows, isLeft);
  const fresh: number[] = [];
  const gone: number[] = [];
  const pairs: Pair[] = [];
  const [ids, others] = [before.ids, after.ids];
  if (!ids || !others) return { fresh: newer, gone: older, amounts: [], cells: [] };
  older.sort((a, b) => ids[a]! - ids[b]! || a - b);
  newer.sort((a, b) => others[a]! - others[b]! || a - b);
  let at = 0;
  for (const row of older) {
    while (at < newer.length && others[newer[at]!]! < ids[row]!) fresh.push(newer[at++]!);
    const other = newer[at];
    if (other === undefined || ids[row] === NO_PRINT || others[other] !== ids[row]) {
      gone.push(row);
    } else {
      pairs.push([row, other]);
      at++;
    }
  }
  fresh.push(...newer.slice(at));
  const isDearer = ([row, other]: Pair) => amountOf(before, row) !== amountOf(after, other);
  return {
    fresh,
    gone,
    amounts: pairs.filter(isDearer),
    cells: pairs.filter((pair) => !isDearer(pair)),
  };
}

/** What is told of rows that are not the same; `name` is the header of the column that names each. */
export function rowSentences(
  { fresh, gone, amounts, cells }: RowChanges,
  before: PrintsAnswer,
  after: PrintsAnswer,
  name: string | undefined,
): { readonly kind: 'new' | 'gone' | 'changed'; readonly sentence: string }[] {
  const several = new Set([...before.measures, ...after.measures].map(({ id }) => id)).size > 1;
  const money = (side: PrintsAnswer, rows: readonly number[]) => moneyOf(side, rows, several);
  const [was, now] = [0, 1].map((side) => amounts.map((pair) => pair[side]!));
  const all = [
    {
      kind: 'new',
      rows: fresh.length,
      sentence: `${isAre(fresh.length, 'row')} new: ${money(after, fresh)}.`,
    },
    {
      kind: 'gone',
      rows: gone.length,
      sentence: `${isAre(gone.length, 'row')} gone: ${money(before, gone)}.`,
    },
    {
      kind: 'changed',
      rows: amounts.length,
      sentence: `${count(amounts.length, 'row')}, known by ${amounts.length === 1 ? 'its' : 'their'} “${name}”, ${amounts.length === 1 ? 'has another amount' : 'have other amounts'}: ${money(after, now!)} now, ${money(before, was!)} before.`,
    },
    {
      kind: 'changed',
      rows: cells.length,
      sentence: `${count(cells.length, 'row')}, known by ${cells.length === 1 ? 'its' : 'their'} “${name}”, ${cells.length === 1 ? 'has its' : 'have their'} amount as before, and something else that has changed.`,
    },
  ] as const;
  return all.filter(({ rows }) => rows > 0);
}

function isAre(rows: number, what: string): string {
  return `${count(rows, what)} ${rows === 1 ? 'is' : 'are'}`;
}

function placesOf(prints: Float64Array, wanted: (print: number) => boolean): number[] {
  const places: number[] = [];
  prints.forEach((print, place) => {
    if (wanted(print)) places.push(place);
  });
  return places;
}

/** An amount as a text that is the same in two files for the same money. */
function amountOf({ measures, measure, low, high, stated }: PrintsAnswer, row: number): string {
  const { id, decimals } = measures[measure[row]!]!;
  const ends = [low[row]!, high[row]!].map((end) => end / 10 ** decimals);
  return [id, stated[row]!, ...ends].join(' ');
}

/** The money of rows, measure by measure; with its kind where there are several. */
function moneyOf(side: PrintsAnswer, rows: readonly number[], several: boolean): string {
  const sums = new Map<Measure, Sum>();
  for (const row of rows) {
    const measure = side.measures[side.measure[row]!]!;
    sums.set(measure, addSums(sums.get(measure) ?? NOTHING, sumOf(side, row)));
  }
  const words = Array.from(sums, ([measure, sum]) => {
    const kind = several ? ` (${measure.kind})` : '';
    return `${printSum(sum, measure)}${kind}`;
  });
  return listOf(words);
}

function sumOf({ low, high, stated }: PrintsAnswer, row: number): Sum {
  if (stated[row] === 0) return { ...NOTHING, unstated: 1 };
  const isOpen = (stated[row]! & HIGH_STATED) === 0;
  const [from, to] = [low[row]!, high[row]!];
  return { ...NOTHING, low: from, high: to, count: 1, open: isOpen ? 1 : 0 };
}
