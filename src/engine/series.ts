import type { Group, SeriesAnswer, SeriesPoint, SeriesQuestion } from '../model/question.ts';
import { Bins } from './bins.ts';
import { isDated } from './columns.ts';
import { groupsOf } from './groups.ts';
import type { Selection } from './selection.ts';
import { gatheredIn, slotsAt, type Slots } from './slots.ts';
import { TimeSums } from './timesums.ts';

/**
 * Sums per unit of time. A figure is counted once, in the unit its period starts in. Its money
 * stands there whole; or, spread, each unit has its share by days, in whole smallest units: a sum
 * for the whole period is shared over the period, an annual sum over each year of it.
 */
export function answerSeries(selection: Selection, question: SeriesQuestion): SeriesAnswer {
  const by = selection.slots(question.by);
  const also = question.also.map((split) => selection.slots(split));
  return {
    ask: 'series',
    points: pointsOf(selection, question, by, also),
    undated: undatedGroups(selection, by, also),
    gathered: gatheredIn([by, ...also]),
    ledger: selection.ledger,
  };
}

function undatedGroups(
  { columns: { dataset }, rows }: Selection,
  by: Slots,
  also: readonly Slots[],
): Group[] {
  const places: number[] = [];
  for (let place = 0; place < rows.length; place++) {
    if (!isDated(dataset, rows[place]!)) places.push(place);
  }
  const undated = Uint32Array.from(places);
  return groupsOf(
    dataset,
    undated.map((place) => rows[place]!),
    [slotsAt(by, undated)],
    also.map((slots) => slotsAt(slots, undated)),
  );
}

function pointsOf(
  { columns: { dataset, span }, measure, rows }: Selection,
  { unit, calendar, spread }: SeriesQuestion,
  by: Slots,
  also: readonly Slots[],
): SeriesPoint[] {
  if (!span) return [];
  const perYear = dataset.measures[measure]!.basis === 'per year';
  const sums = new TimeSums(dataset, new Bins(unit, calendar, span), by, also);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    if (!isDated(dataset, row)) continue;
    if (spread && dataset.stated[row] !== 0) sums.addSpread(place, row, perYear);
    else sums.addWhole(place, row);
  }
  return sums.points();
}
