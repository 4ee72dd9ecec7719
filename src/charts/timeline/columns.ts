import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import { unitsIn, type TimeUnit } from '../../model/period.ts';
import type { SeriesAnswer } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import { stackColumns } from '../../shapes/columns.ts';
import { AXIS_ROOM, axisMarks, unitAxis } from '../axis.ts';
import { finished } from '../finish.ts';
import { standingIn } from '../standing.ts';
import { gutterOf, moneyAxisMarks, moneyTicks } from './moneyaxis.ts';
import { columnMarks, unfinishedIn, type ColumnPlot } from './columnmarks.ts';
import { columnNotes, columnTable } from './columnwords.ts';
import { colourKey, subjectsIn } from './colourkey.ts';
import { milestoneMarks, milestonesOf, placeMilestones } from './milestones.ts';
import { windowMarks } from './periodwindow.ts';
import { planOf, timeSpanOf } from './plan.ts';
import { headingMarks, HEADING_ROOM } from './shelf.ts';
import { areaOfSums, blockMarks, BLOCK_WORDS, byStanding } from './undatedblock.ts';

const GAP = 12;
const SECTION_GAP = 24;
/** Part of a unit's width that its column fills. */
const FILL = 0.84;
const LEAST_ROOM = 150;
/** Over the highest column, for its amount. */
const CAP_ROOM = 18;
/** Height of the undated block where it stands under the picture. */
const BLOCK_UNDER = 140;

/**
 * Stacked columns, one a unit of time, for more figures than can be drawn one by one. All columns
 * are equally wide, so their areas are in proportion to their money; so is the area of the block of
 * money without a period.
 */
export function drawColumns(
  series: SeriesAnswer,
  unit: TimeUnit,
  view: View,
  card: DatasetCard,
  measure: Measure,
  frame: Frame,
): Drawing {
  const standing = standingIn(card);
  const columns = stackColumns(series.points, standing);
  const undated = byStanding(series.undated, standing);
  const top = Math.max(0, ...columns.map((column) => column.top));
  const bottom = Math.min(0, ...columns.map((column) => column.bottom));
  const ticks = moneyTicks(bottom, top, measure);

  const plan = planOf(frame.width, columns.length > 0, undated.length > 0, gutterOf(ticks));
  const units = unitsIn(unit, view.calendar, timeSpanOf(card));
  const axis = unitAxis(units, plan.plot.x0, plan.plot.x1);
  const milestones = milestonesOf(view, card);
  const strip = placeMilestones(milestones, axis, frame.width);
  const key = colourKey(subjectsIn(columns, undated, standing), series.gathered, card, frame.width);
  const room = Math.max(
    LEAST_ROOM,
    frame.height - key.height - AXIS_ROOM - CAP_ROOM - GAP - strip.above - strip.below,
  );

  const width = ((axis.x1 - axis.x0) / units.length) * FILL;
  const blockRoom = plan.shelf.aside ? room + CAP_ROOM - BLOCK_WORDS : BLOCK_UNDER;
  const tallest = room / Math.max(1, top - bottom);
  const areaRoom = plan.shelf.width * blockRoom;
  const perMoney = Math.min(tallest, areaRoom / (width * Math.max(1, areaOfSums(undated))));

  const hasColumns = columns.length > 0;
  const plotTop = key.height + AXIS_ROOM;
  const zero = plotTop + (hasColumns ? CAP_ROOM + top * perMoney : 0);
  const foot = zero - bottom * perMoney;
  const line = foot + (hasColumns ? GAP : 0) + strip.above;
  const timeEnd = milestones.length > 0 ? line + strip.below : foot + 2;
  const shelf = {
    x: plan.shelf.x,
    y: plan.shelf.aside ? plotTop : timeEnd + SECTION_GAP + HEADING_ROOM,
  };
  const block = blockMarks(undated, series.gathered, perMoney * width, shelf, {
    width: plan.shelf.width,
    height: blockRoom,
    card,
    measure,
  });
  const plot: ColumnPlot = { axis, zero, perMoney, width, fill: FILL, unit };
  const unfinished = unfinishedIn(columns, card);
  return {
    chart: 'timeline',
    width: frame.width,
    height: Math.ceil(Math.max(timeEnd, undated.length > 0 ? shelf.y + block.height : 0)),
    marks: finished([
      ...key.marks,
      ...axisMarks(axis, view.calendar, plotTop, milestones.length > 0 ? line : foot),
      ...(hasColumns ? moneyAxisMarks(ticks, axis, zero, perMoney) : []),
      ...columnMarks(columns, plot, unfinished, series.gathered, view, card, measure),
      ...windowMarks(view.filters, axis, plotTop, milestones.length > 0 ? line : foot),
      ...(milestones.length > 0 ? milestoneMarks(strip, line, card) : []),
      ...(undated.length > 0 ? headingMarks(shelf, plan.shelf.width) : []),
      ...block.marks,
    ]),
    traces: [],
    notes: columnNotes(columns, undated, unfinished, units.length, unit, view, card).concat(
      strip.notes,
    ),
    table: columnTable(columns, undated, series.gathered, unit, view, card, measure),
  };
}
