import { HIGH_STATED, LOW_STATED } from '../model/dataset.ts';
import type { Money } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { SeriesAnswer, SeriesPoint, SeriesQuestion } from '../model/question.ts';
import { Bins } from './bins.ts';
import { Cells } from './cells.ts';
import { isDated } from './columns.ts';
import { groupsOf } from './groups.ts';
import type { Selection } from './selection.ts';
import { gatheredIn, type Slots } from './slots.ts';
import { Sums } from './sums.ts';
import { Touches } from './touches.ts';

/**
 * Sums per unit of time. A figure is counted once, in the unit its period starts in. Its money
 * stands there whole; or, spread, each unit has its share by days, in whole smallest units: a sum
 * for the whole period is shared over the period, an annual sum over each year of it.
 */
export function answerSeries(selection: Selection, question: SeriesQuestion): SeriesAnswer {
  const { dataset } = selection.columns;
  const by = selection.slots(question.by);
  const also = question.also.map((split) => selection.slots(split));
  const { dated, undated, span } = inTime(selection);
  return {
    ask: 'series',
    points: span
      ? pointsOf(
          selection,
          dated,
          new Bins(question.unit, question.calendar, span),
          by,
          also,
          question.spread,
        )
      : [],
    undated: groupsOf(dataset, undated, [by], also),
    gathered: gatheredIn([by, ...also]),
    ledger: selection.ledger,
  };
}

/** The selection's rows that can be placed in time, those that cannot, and the time they cover. */
function inTime({ columns: { dataset }, rows }: Selection) {
  const dated = new Uint32Array(rows.length);
  const undated: number[] = [];
  let first = Infinity;
  let last = -Infinity;
  let count = 0;
  for (const row of rows) {
    if (!isDated(dataset, row)) {
      undated.push(row);
      continue;
    }
    dated[count++] = row;
    if (dataset.start[row]! < first) first = dataset.start[row]!;
    if (dataset.end[row]! > last) last = dataset.end[row]!;
  }
  const span: Period | null = count > 0 ? { start: first, end: last } : null;
  return { dated: dated.subarray(0, count), undated: Uint32Array.from(undated), span };
}

function pointsOf(
  { columns: { dataset }, measure }: Selection,
  rows: Uint32Array,
  bins: Bins,
  by: Slots,
  also: readonly Slots[],
  spread: boolean,
): SeriesPoint[] {
  const { low, high, stated, start, end } = dataset;
  const { codes, ofCode, subjects } = by;
  const perYear = dataset.measures[measure]!.basis === 'per year';
  const cells = new Cells(bins.periods.length * subjects.length);
  const sums = new Sums(dataset, 0);
  const touches = new Touches(also, 0);

  const cellIn = (bin: number, row: number) => {
    const cell = cells.of(bin * subjects.length + ofCode[codes[row]!]!);
    sums.reserve(cell + 1);
    touches.reserve(cell + 1);
    touches.add(cell, row);
    return cell;
  };

  for (const row of rows) {
    const first = bins.of(start[row]!);
    const last = spread && stated[row] !== 0 ? bins.of(end[row]! - 1) : first;
    if (!spread || stated[row] === 0 || (first === last && !perYear)) {
      sums.add(cellIn(first, row), row);
      continue;
    }
    const least = stated[row]! & LOW_STATED ? low[row]! : 0;
    const more = stated[row]! & HIGH_STATED ? high[row]! - least : 0;
    for (let bin = first; bin <= last; bin++) {
      const cell = cellIn(bin, row);
      if (bin === first) sums.countFigure(cell, row);
      const origin = perYear ? bins.yearStart[bin]! : start[row]!;
      const days = perYear ? bins.yearDays[bin]! : end[row]! - origin;
      const from = Math.max(start[row]!, bins.edges[bin]!) - origin;
      const to = Math.min(end[row]!, bins.edges[bin + 1]!) - origin;
      const leastHere = upTo(least, to, days) - upTo(least, from, days);
      // The high end is shared as what it adds to the low end, so that no share of it is below.
      const moreHere = upTo(more, to, days) - upTo(more, from, days);
      sums.addMoney(cell, leastHere, leastHere + moreHere);
    }
  }

  return Array.from(cells.keys.keys())
    .sort((a, b) => cells.keys[a]! - cells.keys[b]!)
    .map((cell) => {
      const key = cells.keys[cell]!;
      const subject = subjects[key % subjects.length]!;
      return {
        period: bins.periods[Math.floor(key / subjects.length)]!,
        subject,
        sum: sums.at(cell),
        touches: [...new Set([subject, ...touches.at(cell)])],
      };
    });
}

/**
 * The share of an amount up to a day, in whole units: consecutive parts, as differences of two of
 * these, add up to the amount exactly.
 */
function upTo(amount: Money, day: number, days: number): Money {
  return day >= days ? amount : Math.round((amount * day) / days);
}
