import { HIGH_STATED, LOW_STATED } from '../model/dataset.ts';
import type { Gathered, Split } from '../model/question.ts';
import { otherOf, subjectOf, type DimensionId, type Subject } from '../model/subject.ts';
import { absentIn, codesWith, compareStanding, firstOf, type Ranking } from './ranking.ts';
import type { Selection } from './selection.ts';

/** More slots than any view tells apart; the slot of a row is stored in two bytes. */
const MOST_SLOTS = 0xffff;
const BOTH_STATED = LOW_STATED | HIGH_STATED;

/** A dimension's values under one selection: a slot for each that is told apart, one for the rest. */
export interface Slots {
  readonly dimension: DimensionId;
  /** Values in the dataset's order, then "Other" if any were gathered. */
  readonly subjects: readonly Subject[];
  /** How many values "Other" holds. */
  readonly gathered: number;
  /** The slot of each of the selection's rows, in the order of its `rows`. */
  readonly ofRow: Uint16Array;
}

/** Throws for a dimension the dataset does not have. */
export function slotsOf(selection: Selection, { dimension, top }: Split): Slots {
  const ranking = selection.columns.ranking(dimension);
  const { values, codes } = ranking.column;
  const absent = absentIn(ranking);
  const shown = absent < 0 ? top : top + 1;
  const { present, kept } = largest(selection, ranking, Math.min(shown, MOST_SLOTS - 1), absent);
  kept.sort((a, b) => compareStanding(ranking, a, ranking, b));
  const ofCode = new Uint16Array(values.length).fill(kept.length);
  kept.forEach((code, slot) => (ofCode[code] = slot));
  const { rows } = selection;
  const ofRow = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) ofRow[i] = ofCode[codes[rows[i]!]!]!;
  const subjects = kept.map((code) => subjectOf(dimension, values[code]!));
  const gathered = present - kept.length;
  if (gathered > 0) subjects.push(otherOf(dimension));
  return { dimension, subjects, gathered, ofRow };
}

/** The slots of some of the selection's rows; `places` are places in the selection's `rows`. */
export function slotsAt(slots: Slots, places: Uint32Array): Slots {
  return { ...slots, ofRow: Uint16Array.from(places, (place) => slots.ofRow[place]!) };
}

/** How many values "Other" holds in each dimension; one that is split twice has its first split's. */
export function gatheredIn(slots: readonly Slots[]): Gathered {
  // Dimension ids come from files: an object without a prototype has no names of its own to meet.
  const record: Record<DimensionId, number> = Object.create(null);
  for (const { dimension, gathered } of slots) record[dimension] ??= gathered;
  return record;
}

/**
 * Codes of the `top` largest values the selection has: by the size of their sum in either
 * direction, then by figures of stated size, then by their standing in the dataset. An "Other" of
 * a single value would hide it for nothing, so that value is kept; so is `absent`, which is none.
 */
function largest(
  selection: Selection,
  ranking: Ranking,
  top: number,
  absent: number,
): { readonly present: number; readonly kept: number[] } {
  const { values } = ranking.column;
  if (values.length <= top + 1) {
    return { present: values.length, kept: Array.from(values.keys()) };
  }
  const { size, figures, rows } = ofWhole(selection, ranking) ?? weigh(selection, ranking);
  const present = codesWith(rows);
  if (present.length <= top + 1) return { present: present.length, kept: [...present] };
  const kept = firstOf(
    top,
    present,
    (a, b) =>
      Number(b === absent) - Number(a === absent) ||
      size[b]! - size[a]! ||
      figures[b]! - figures[a]! ||
      compareStanding(ranking, a, ranking, b),
  );
  return { present: present.length, kept };
}

/** What values are told apart by, under a selection: each array by code. */
interface Weights {
  readonly size: Float64Array;
  readonly figures: Uint32Array;
  readonly rows: Uint32Array;
}

/**
 * The weights under a selection of all rows of a dataset of one measure and single amounts, all stated:
 * its ranking has them, and the first picture of a large file need not wait for them again.
 */
function ofWhole({ columns, rows: chosen }: Selection, ranking: Ranking): Weights | undefined {
  const { measures, rows, low, high, stated } = columns.dataset;
  const [totals] = ranking.totals;
  if (!totals || measures.length !== 1 || chosen.length !== rows || low !== high) return undefined;
  for (let row = 0; row < rows; row++) if (stated[row] !== BOTH_STATED) return undefined;
  return { size: totals.map(Math.abs), figures: ranking.rows, rows: ranking.rows };
}

/** Size, figures of stated size and rows of each value under the selection, by code. */
function weigh(
  { columns, rows: chosen }: Selection,
  { column: { codes, values } }: Ranking,
): Weights {
  const { low, high, stated } = columns.dataset;
  const size = new Float64Array(values.length);
  const highs = new Float64Array(values.length);
  const figures = new Uint32Array(values.length);
  const rows = new Uint32Array(values.length);
  for (let i = 0; i < chosen.length; i++) {
    const row = chosen[i]!;
    const code = codes[row]!;
    rows[code]!++;
    if (stated[row] === 0) continue;
    figures[code]!++;
    highs[code]! += high[row]!;
    if (stated[row]! & LOW_STATED) size[code]! += low[row]!;
  }
  for (let code = 0; code < size.length; code++) {
    size[code] = Math.max(Math.abs(size[code]!), Math.abs(highs[code]!));
  }
  return { size, figures, rows };
}
