import { max, min } from 'd3';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { DatasetCard, Milestone } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import type { Money } from '../../model/money.ts';
import { isoOf, unitsIn, type Period, type TimeUnit } from '../../model/period.ts';
import type { SeriesAnswer } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import { stackColumns } from '../../shapes/columns.ts';
import { AXIS_ROOM, axisMarks, timeScaleOf, unitAxis, type TimeAxis } from '../axis.ts';
import { finished } from '../finish.ts';
import { heldArea, heldNotes } from '../heldscale.ts';
import { standingIn } from '../standing.ts';
import { gutterOf, moneyAxisMarks, moneyTicks } from './moneyaxis.ts';
import { columnMarks, unfinishedIn, type ColumnPlot } from './columnmarks.ts';
import { columnNotes, columnTable } from './columnwords.ts';
import { colourKey, subjectsIn } from './colourkey.ts';
import {
  milestoneMarks,
  milestonesOf,
  placeMilestones,
  type MilestoneStrip,
} from './milestones.ts';
import { isKept, shelfVeil, toldOutside, windowMarks, windowOf } from './periodwindow.ts';
import { planOf, timeSpanOf, type TimePlan } from './plan.ts';
import { headingMarks, HEADING_ROOM } from './shelf.ts';
import { areaOfSums, blockMarks, BLOCK_WORDS, byStanding } from './undatedblock.ts';

const GAP = 12;
const SECTION_GAP = 24;
/** Part of a unit's width that its column fills. */
const FILL = 0.84;
/** The columns' part of the height, however many labels stand under them. */
const LEAST_ROOM = 0.4;
/** Where the block leaves the columns less of their room than this, it goes under them. */
const LEAST_FULL = 0.6;
/** For the lower half of the lowest amount. */
const TICK_ROOM = 8;
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
  milestoneRows: number,
): Drawing {
  const standing = standingIn(card);
  const columns = stackColumns(series.points, standing);
  const undated = byStanding(series.undated, standing);
  const top = max(columns, (column) => column.top) ?? 0;
  const bottom = min(columns, (column) => column.bottom) ?? 0;
  const milestones = milestonesOf(view, card);
  const units = unitsIn(unit, view.calendar, timeSpanOf(card));
  const key = colourKey(subjectsIn(columns, undated, standing), series.gathered, card, frame.width);
  const layout = layOut({
    frame,
    milestoneRows,
    head: key.height + AXIS_ROOM + CAP_ROOM,
    gutter: gutterOf(bottom, top, measure),
    units,
    milestones,
    range: top - bottom,
    undated: areaOfSums(undated),
    held: heldArea(view, frame, 'bars'),
    hasColumns: columns.length > 0,
    hasUndated: undated.length > 0,
  });
  const { plan, axis, strip, width, perMoney, blockRoom } = layout;
  const ticks = moneyTicks(bottom, top, (top - bottom) * perMoney, measure);

  const hasColumns = columns.length > 0;
  const plotTop = key.height + AXIS_ROOM;
  const zero = plotTop + (hasColumns ? CAP_ROOM + top * perMoney : 0);
  const foot = zero - bottom * perMoney;
  const line = foot + (hasColumns ? GAP : 0) + strip.above;
  const hasTime = hasColumns || milestones.length > 0;
  const timeFoot = milestones.length > 0 ? line : foot;
  const timeEnd = milestones.length > 0 ? line + strip.below : foot + TICK_ROOM;
  const shelf = {
    x: plan.shelf.x,
    y: plan.shelf.aside ? plotTop : (hasTime ? timeEnd + SECTION_GAP : key.height) + HEADING_ROOM,
  };
  const block = blockMarks(undated, series.gathered, perMoney * width, shelf, {
    width: plan.shelf.width,
    height: blockRoom,
    card,
    measure,
  });
  const plot: ColumnPlot = { axis, zero, perMoney, width, fill: FILL, unit };
  const unfinished = unfinishedIn(columns, card);
  const within = windowOf(view.filters);
  const kept = columns.filter(({ period }) => isKept(period, within));
  const keptMarks = new Set(kept.flatMap(({ period }) => `@${isoOf(period.start)}`));
  return {
    chart: 'timeline',
    width: frame.width,
    height: Math.ceil(Math.max(timeEnd, undated.length > 0 ? shelf.y + block.height : 0)),
    marks: finished([
      ...key.marks,
      ...(hasTime ? axisMarks(axis, view.calendar, plotTop, timeFoot) : []),
      ...(hasColumns ? moneyAxisMarks(ticks, axis, zero, perMoney) : []),
      ...toldOutside(
        columnMarks(columns, plot, unfinished, series.gathered, view, card, measure),
        (key) => !keptMarks.has(key.slice(key.lastIndexOf('@'))),
      ),
      ...(hasTime ? windowMarks(view.filters, axis, plotTop, timeFoot) : []),
      ...(milestones.length > 0 ? milestoneMarks(strip, line, card) : []),
      ...(undated.length > 0 ? headingMarks(shelf, plan.shelf.width) : []),
      ...toldOutside(block.marks, () => within !== undefined),
      ...shelfVeil(within, { ...shelf, width: plan.shelf.width, height: block.height }),
    ]),
    traces: [],
    ...(hasTime ? { time: timeScaleOf(axis) } : {}),
    notes: [
      ...heldNotes(perMoney * width, heldArea(view, frame, 'bars'), measure),
      ...columnNotes(columns, undated, unfinished, units.length, unit, view, card),
      ...strip.notes,
    ],
    ...columnTable(kept, within ? [] : undated, series.gathered, unit, view, card, measure),
  };
}

interface Wanted {
  readonly frame: Frame;
  readonly milestoneRows: number;
  /** Height of what stands over the columns. */
  readonly head: number;
  readonly gutter: number;
  readonly units: readonly Period[];
  readonly milestones: readonly Milestone[];
  /** Money from the lowest column's end to the highest's, and that of the undated block. */
  readonly range: Money;
  readonly undated: Money;
  /** Px² a unit of money that are not to be exceeded. */
  readonly held: number | undefined;
  readonly hasColumns: boolean;
  readonly hasUndated: boolean;
}

interface Layout {
  readonly plan: TimePlan;
  readonly axis: TimeAxis;
  readonly strip: MilestoneStrip;
  /** Of a column, in px. */
  readonly width: number;
  /** Px of height a unit of money; the same times the width is the scale of area. */
  readonly perMoney: number;
  readonly blockRoom: number;
}

/**
 * Columns as high as the frame allows with the undated block beside them; where the block would
 * press them down, it goes under them and has the whole width.
 */
function layOut(wanted: Wanted): Layout {
  const { frame, gutter, hasColumns, hasUndated } = wanted;
  const beside = layWith(planOf(frame, hasColumns, hasUndated, gutter), wanted);
  if (!beside.plan.shelf.aside || beside.full >= LEAST_FULL) return beside;
  return layWith(planOf(frame, hasColumns, false, gutter), wanted);
}

/** `full` is the part of the room that the highest column fills. */
function layWith(plan: TimePlan, wanted: Wanted): Layout & { readonly full: number } {
  const { frame, head, units, milestones, range, undated, held, hasColumns } = wanted;
  const axis = unitAxis(units, plan.plot.x0, plan.plot.x1);
  const strip = placeMilestones(milestones, axis, plan.words, wanted.milestoneRows, frame.whole);
  const foot = milestones.length > 0 ? GAP + strip.above + strip.below : TICK_ROOM;
  const room = Math.max(frame.height * LEAST_ROOM, frame.height - head - foot);
  const width = ((axis.x1 - axis.x0) / Math.max(1, units.length)) * FILL;
  const tallest = room / Math.max(1, range);
  /** Height of the block a unit of `perMoney`, where it has the whole width of the shelf. */
  const blockPer = (Math.max(1, undated) * width) / plan.shelf.width;
  const asideRoom = room + CAP_ROOM - BLOCK_WORDS;
  const fits = plan.shelf.aside
    ? asideRoom / blockPer
    : Math.max(BLOCK_UNDER / blockPer, hasColumns ? room / (range + blockPer) : 0);
  const most = (held ?? Infinity) / width;
  const perMoney = Math.min(hasColumns ? Math.min(tallest, fits) : fits, most);
  const blockRoom = plan.shelf.aside ? asideRoom : Math.max(BLOCK_UNDER, blockPer * perMoney);
  return { plan, axis, strip, width, perMoney, blockRoom, full: Math.min(tallest, fits) / tallest };
}
