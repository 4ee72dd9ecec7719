import type { TextColumn } from '../model/dataset.ts';
import type { Gathered, Split } from '../model/question.ts';
import { otherOf, subjectOf, type DimensionId, type Subject } from '../model/subject.ts';
import { compareStanding, firstOf, type Ranking } from './ranking.ts';
import type { Selection } from './selection.ts';
import { Sums } from './sums.ts';

/** A dimension's values under one selection: a slot for each that is told apart, one for the rest. */
export interface Slots {
  readonly dimension: DimensionId;
  /** Values in the dataset's order, then "Other" if any were gathered. */
  readonly subjects: readonly Subject[];
  /** How many values "Other" holds. */
  readonly gathered: number;
  readonly codes: TextColumn['codes'];
  /** Slot of each code that the selection's rows have. */
  readonly ofCode: Uint32Array;
}

/** Throws for a dimension the dataset does not have. */
export function slotsOf(selection: Selection, { dimension, top }: Split): Slots {
  const ranking = selection.columns.ranking(dimension);
  const { column } = ranking;
  const { present, kept } = largest(selection, ranking, top);
  kept.sort((a, b) => compareStanding(ranking, a, ranking, b));
  const ofCode = new Uint32Array(column.values.length).fill(kept.length);
  kept.forEach((code, slot) => (ofCode[code] = slot));
  const subjects = kept.map((code) => subjectOf(dimension, column.values[code]!));
  const gathered = present - kept.length;
  if (gathered > 0) subjects.push(otherOf(dimension));
  return { dimension, subjects, gathered, codes: column.codes, ofCode };
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
 * a single value would hide it for nothing, so that value is kept.
 */
function largest(
  { columns, rows }: Selection,
  ranking: Ranking,
  top: number,
): { readonly present: number; readonly kept: number[] } {
  const { values, codes } = ranking.column;
  const all = Array.from(values.keys());
  if (all.length <= top + 1) return { present: all.length, kept: all };
  const sums = new Sums(columns.dataset, values.length);
  for (const row of rows) sums.add(codes[row]!, row);
  const present = all.filter((code) => sums.figures(code) > 0);
  if (present.length <= top + 1) return { present: present.length, kept: present };
  const kept = firstOf(
    top,
    present,
    (a, b) =>
      sums.size(b) - sums.size(a) ||
      sums.sized(b) - sums.sized(a) ||
      compareStanding(ranking, a, ranking, b),
  );
  return { present: present.length, kept };
}
