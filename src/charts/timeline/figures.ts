import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import type { Figure } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import { AXIS_ROOM, axisMarks, dayAxis, timeScaleOf, type TimeAxis } from '../axis.ts';
import { finished } from '../finish.ts';
import { heldArea, heldNotes } from '../heldscale.ts';
import {
  barMarks,
  layBars,
  loosened,
  scaleOfHeight,
  type Manner,
  type PeriodBars,
} from './bars.ts';
import { entriesOf, type Entry } from './entries.ts';
import { figureNotes, figureTable } from './figurewords.ts';
import { milestoneMarks, milestonesOf, placeMilestones } from './milestones.ts';
import { isKept, shelfVeil, toldOutside, windowMarks, windowOf } from './periodwindow.ts';
import { planOf, timeSpanOf, type TimePlan } from './plan.ts';
import { largestScale } from './scale.ts';
import { headingMarks, HEADING_ROOM, shelfMarks, shelve, type Shelf } from './shelf.ts';

/** Words under a bar may take two lines while there are at most this many bars. */
const ROOMY = 12;
/** The tallest bar and the largest square take at most this part of the room for bars. */
const TALLEST = 0.62;
/** However little room there is, the largest figure has this part of it; less in a crowd. */
const LEAST_PART = 0.06;
/** The bars' part of the height, however many labels stand under them. */
const LEAST_ROOM = 0.5;
const MOST_ON_SHELF = 16;
const GAP = 12;
const SECTION_GAP = 24;

/**
 * One mark a figure. Those with a period are bars along time, length the period and area the money;
 * the others stand on the shelf as squares of the same area scale. The scale is the largest at which
 * all of it has room.
 */
export function drawFigures(
  figures: readonly Figure[],
  view: View,
  card: DatasetCard,
  measure: Measure,
  frame: Frame,
  milestoneRows: number,
): Drawing {
  const entries = entriesOf(figures, view, card, measure);
  const dated = entries.filter(({ period }) => period !== null);
  const undated = entries.filter(({ period }) => period === null);
  const manner: Manner = measure.basis === 'per year' ? 'yearly' : view.spread ? 'spread' : 'lump';
  const milestones = milestonesOf(view, card);
  const plan = planOf(frame, dated.length > 0, undated.length > 0);
  const axis = dayAxis(timeSpanOf(card), plan.plot.x0, plan.plot.x1);
  const strip = placeMilestones(milestones, axis, plan.words, milestoneRows, frame.whole);

  const under = strip.above + strip.below + GAP;
  const room = Math.max(frame.height * LEAST_ROOM, frame.height - AXIS_ROOM - under);
  const held = heldArea(view, frame, manner === 'lump' ? 'lumps' : 'bars');
  const wanted = { dated, undated, manner, plan, axis, room, under, held };
  const { bars: tight, shelf, scale } = fit(wanted);

  const hasTime = dated.length > 0 || milestones.length > 0;
  const { aside } = plan.shelf;
  const shelfFirst = dated.length === 0 && undated.length > 0;
  const top = AXIS_ROOM + (shelfFirst ? HEADING_ROOM + shelf.height + SECTION_GAP : 0);
  const middle = Math.max(tight.height, aside ? shelf.height - under : 0);
  const bars = loosened(tight, middle);
  const line = top + middle + (middle > 0 ? GAP : 0) + strip.above;
  const timeEnd = hasTime ? line + strip.below : 0;
  const shelfTop = HEADING_ROOM + (aside || shelfFirst ? 0 : timeEnd + SECTION_GAP);
  const shelfEnd = undated.length > 0 ? shelfTop + shelf.height : 0;

  const { shapes, words } = barMarks(bars, manner, axis, top);
  const at = { x: plan.shelf.x, y: shelfTop };
  const within = windowOf(view.filters);
  const outside = new Set(
    entries.filter(({ period }) => !isKept(period, within)).map(({ key }) => key),
  );
  return {
    chart: 'timeline',
    width: frame.width,
    height: Math.ceil(Math.max(timeEnd, shelfEnd)),
    marks: finished([
      ...(hasTime ? axisMarks(axis, view.calendar, top, line) : []),
      ...toldOutside(shapes, (key) => outside.has(key)),
      ...(hasTime ? windowMarks(view.filters, axis, top, line) : []),
      ...words,
      ...(milestones.length > 0 ? milestoneMarks(strip, line, card) : []),
      ...(undated.length > 0 ? headingMarks(at, plan.shelf.width) : []),
      ...toldOutside(shelfMarks(shelf, at, plan.shelf.width, measure), (key) => outside.has(key)),
      ...shelfVeil(within, { ...at, width: plan.shelf.width, height: shelf.height }),
    ]),
    traces: [],
    ...(hasTime ? { time: timeScaleOf(axis) } : {}),
    notes: [
      ...heldNotes(scale, held, measure),
      ...figureNotes(entries, bars, shelf, manner),
      ...strip.notes,
    ],
    ...figureTable(
      entries.filter(({ key }) => !outside.has(key)),
      measure,
    ),
  };
}

interface Wanted {
  readonly dated: readonly Entry[];
  readonly undated: readonly Entry[];
  readonly manner: Manner;
  readonly plan: TimePlan;
  readonly axis: TimeAxis;
  /** Height for the bars, and of what stands under them beside the shelf. */
  readonly room: number;
  readonly under: number;
  /** Px² a unit of money that are not to be exceeded. */
  readonly held: number | undefined;
}

/** Bars and shelf at the largest scale that fits, with as many figures on the shelf as fit at the least. */
function fit({ dated, undated, manner, plan, axis, room, under, held }: Wanted): {
  readonly bars: PeriodBars;
  readonly shelf: Shelf;
  readonly scale: number;
} {
  const { width, aside } = plan.shelf;
  const lay = (scale: number, most: number) => ({
    bars: layBars(dated, manner, scale, axis, dated.length <= ROOMY),
    shelf: shelve(undated, scale, width, most),
    scale,
  });
  const tallest = room * TALLEST;
  const largest = Math.max(1, ...[...dated, ...undated].map(({ size }) => size));
  const crowd = Math.max(1, dated.length / ROOMY);
  const wanted = (LEAST_PART * (axis.x1 - axis.x0) * room) / largest / crowd;
  const ceiling = Math.min(
    held ?? Infinity,
    ...dated.map((entry) => scaleOfHeight(entry, manner, axis, tallest)),
    ...undated.map(({ size }) => Math.min(width, tallest) ** 2 / Math.max(1, size)),
  );
  const least = Math.min(wanted, ceiling);
  let most = aside ? undated.length : Math.min(undated.length, MOST_ON_SHELF);
  while (aside && most > 1 && lay(least, most).shelf.height > room + under) most--;
  const scale = largestScale(least, ceiling, (tried) => {
    const { bars, shelf } = lay(tried, most);
    return bars.height <= room && (!aside || shelf.height <= room + under);
  });
  return lay(scale, most);
}
