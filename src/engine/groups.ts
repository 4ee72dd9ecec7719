import type { Dataset } from '../model/dataset.ts';
import type { Group, GroupsAnswer, GroupsQuestion } from '../model/question.ts';
import { Cells } from './cells.ts';
import type { Selection } from './selection.ts';
import { gatheredIn, type Slots } from './slots.ts';
import { Sums } from './sums.ts';
import { Touches } from './touches.ts';

export function answerGroups(selection: Selection, question: GroupsQuestion): GroupsAnswer {
  const by = question.by.map((split) => selection.slots(split));
  const also = question.also.map((split) => selection.slots(split));
  return {
    ask: 'groups',
    groups: groupsOf(selection.columns.dataset, selection.rows, by, also),
    gathered: gatheredIn([...by, ...also]),
    ledger: selection.ledger,
  };
}

/**
 * Sums of `rows` for every combination of the slots of `by` that they have, in the order of the
 * slots. A combination is one number, its slots being the digits; rows never become objects.
 */
export function groupsOf(
  dataset: Dataset,
  rows: Uint32Array,
  by: readonly Slots[],
  also: readonly Slots[],
): Group[] {
  const { cellOf, firstRows } = combine(rows, by);
  const sums = new Sums(dataset, firstRows.length);
  for (let i = 0; i < rows.length; i++) sums.add(cellOf[i]!, rows[i]!);
  const touches = new Touches(also, firstRows.length);
  if (also.length > 0) for (let i = 0; i < rows.length; i++) touches.add(cellOf[i]!, rows[i]!);
  return firstRows
    .map((row, cell) => ({ cell, slots: by.map((split) => split.ofCode[split.codes[row]!]!) }))
    .sort((a, b) => compareInOrder(a.slots, b.slots))
    .map(({ cell, slots }) => {
      const path = slots.map((slot, depth) => by[depth]!.subjects[slot]!);
      return {
        path,
        sum: sums.at(cell),
        touches: [...new Set([...path, ...touches.at(cell)])],
      };
    });
}

/** The cell of each row's combination of slots, and the first row of each cell. */
function combine(rows: Uint32Array, by: readonly Slots[]) {
  const possible = by.reduce((product, { subjects }) => product * subjects.length, 1);
  const keys = possible < 2 ** 31 ? new Int32Array(rows.length) : new Float64Array(rows.length);
  let size = 1;
  for (const { codes, ofCode, subjects } of by) {
    if (size * subjects.length > Number.MAX_SAFE_INTEGER) size = number(keys, size).length;
    for (let i = 0; i < rows.length; i++) {
      keys[i] = keys[i]! * subjects.length + ofCode[codes[rows[i]!]!]!;
    }
    size *= subjects.length;
  }
  const first = number(keys, size);
  return { cellOf: keys, firstRows: first.map((i) => rows[i]!) };
}

/** Replaces keys by the numbers of their cells; gives the place where each cell is first met. */
function number(keys: Int32Array | Float64Array, possible: number): number[] {
  const cells = new Cells(possible);
  const first: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    const cell = cells.of(keys[i]!);
    if (cell === first.length) first.push(i);
    keys[i] = cell;
  }
  return first;
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
