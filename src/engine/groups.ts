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
  const { cellOf, firstPlaces } = combine(rows.length, by);
  const sums = new Sums(dataset, firstPlaces.length);
  const touches = new Touches(also, firstPlaces.length);
  for (let place = 0; place < rows.length; place++) {
    sums.add(cellOf[place]!, rows[place]!);
    touches.add(cellOf[place]!, place);
  }
  return firstPlaces
    .map((place, cell) => ({ cell, slots: by.map(({ ofRow }) => ofRow[place]!) }))
    .sort((a, b) => compareInOrder(a.slots, b.slots))
    .map(({ cell, slots }) => {
      const path = slots.map((slot, depth) => by[depth]!.subjects[slot]!);
      return { path, sum: sums.at(cell), touches: [...new Set([...path, ...touches.at(cell)])] };
    });
}

/** The cell of each row's combination of slots, and the first place that each cell is met at. */
function combine(rows: number, by: readonly Slots[]) {
  const possible = by.reduce((product, { subjects }) => product * subjects.length, 1);
  let keys = possible < 2 ** 31 ? new Int32Array(rows) : new Float64Array(rows);
  let size = 1;
  for (const { ofRow, subjects } of by) {
    if (size * subjects.length > Number.MAX_SAFE_INTEGER) {
      const numbered = numberCells(keys, size);
      keys = Float64Array.from(numbered.cellOf);
      size = numbered.firstPlaces.length;
    }
    for (let place = 0; place < rows; place++) {
      keys[place] = keys[place]! * subjects.length + ofRow[place]!;
    }
    size *= subjects.length;
  }
  return numberCells(keys, size);
}

function numberCells(keys: Int32Array | Float64Array, possible: number) {
  const cells = new Cells(possible);
  const cellOf = new Int32Array(keys.length);
  const firstPlaces: number[] = [];
  for (let place = 0; place < keys.length; place++) {
    const cell = cells.of(keys[place]!);
    if (cell === firstPlaces.length) firstPlaces.push(place);
    cellOf[place] = cell;
  }
  return { cellOf, firstPlaces };
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
