import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import type { Figure } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import { AXIS_ROOM, axisMarks, dayAxis } from '../axis.ts';
import { entriesOf } from './entries.ts';
import { figureNotes, figureTable } from './figurewords.ts';
import { finished } from '../finish.ts';
import { milestoneMarks, milestonesOf, placeMilestones } from './milestones.ts';
import { barMarks, layBars, type Manner } from './bars.ts';
import { windowMarks } from './periodwindow.ts';
import { headingMarks, HEADING_ROOM, shelfMarks, shelve, sideOf } from './shelf.ts';
import { largestScale } from './scale.ts';
import { planOf, timeSpanOf } from './plan.ts';

/** Words under a bar may take two lines while there are at most this many bars. */
const ROOMY = 12;
/** The tallest bar and the largest square take at most this part of the height. */
const TALLEST = 0.55;
/** However little room there is, the largest figure is this many px². */
const LEAST_AREA = 1200;
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
): Drawing {
  const entries = entriesOf(figures, view, card, measure);
  const dated = entries.filter(({ period }) => period !== null);
  const undated = entries.filter(({ period }) => period === null);
  const manner: Manner = measure.basis === 'per year' ? 'yearly' : view.spread ? 'spread' : 'lump';
  const milestones = milestonesOf(view, card);
  const plan = planOf(frame.width, dated.length > 0, undated.length > 0);
  const axis = dayAxis(timeSpanOf(card), plan.plot.x0, plan.plot.x1);
  const strip = placeMilestones(milestones, axis, frame.width);
  const room = Math.max(150, frame.height - AXIS_ROOM - GAP - strip.above - strip.below);

  const lay = (scale: number, most: number) => ({
    bars: layBars(dated, manner, scale, axis, dated.length <= ROOMY),
    shelf: shelve(undated, scale, plan.shelf.width, most),
  });
  const largest = Math.max(1, ...entries.map(({ size }) => size));
  const least = LEAST_AREA / largest;
  let most = plan.shelf.aside ? undated.length : Math.min(undated.length, MOST_ON_SHELF);
  while (plan.shelf.aside && most > 1 && lay(least, most).shelf.height > room) most--;
  const scale = largestScale(least, (frame.width * room) / largest, (tried) => {
    const { bars, shelf } = lay(tried, most);
    return (
      bars.height <= room &&
      (!plan.shelf.aside || shelf.height <= room) &&
      bars.bars.every(({ box }) => box.height <= room * TALLEST) &&
      undated.every((entry) => sideOf(entry, tried) <= Math.min(plan.shelf.width, room * TALLEST))
    );
  });
  const { bars, shelf } = lay(scale, most);

  const hasTime = dated.length > 0 || milestones.length > 0;
  const shelfFirst = dated.length === 0 && undated.length > 0;
  const shelfRoom = HEADING_ROOM + shelf.height;
  const top = (shelfFirst ? shelfRoom + SECTION_GAP : 0) + AXIS_ROOM;
  const middle = Math.max(bars.height, plan.shelf.aside ? shelf.height : 0);
  const line = top + middle + (middle > 0 ? GAP : 0) + strip.above;
  const timeEnd = hasTime ? line + strip.below : shelfFirst ? shelfRoom : 0;
  const shelfTop = plan.shelf.aside
    ? AXIS_ROOM
    : shelfFirst
      ? HEADING_ROOM
      : timeEnd + SECTION_GAP + HEADING_ROOM;
  const height =
    undated.length > 0 && !plan.shelf.aside && !shelfFirst ? shelfTop + shelf.height : timeEnd;

  const { shapes, words } = barMarks(bars, manner, axis, top);
  const at = { x: plan.shelf.x, y: shelfTop };
  return {
    chart: 'timeline',
    width: frame.width,
    height: Math.ceil(height),
    marks: finished([
      ...(hasTime ? axisMarks(axis, view.calendar, top, line) : []),
      ...shapes,
      ...(hasTime ? windowMarks(view.filters, axis, top, line) : []),
      ...words,
      ...(milestones.length > 0 ? milestoneMarks(strip, line, card) : []),
      ...(undated.length > 0 ? headingMarks(at, plan.shelf.width) : []),
      ...shelfMarks(shelf, at, plan.shelf.width, measure),
    ]),
    traces: [],
    notes: figureNotes(entries, bars, shelf, manner).concat(strip.notes),
    table: figureTable(entries),
  };
}
