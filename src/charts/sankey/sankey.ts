import { paintingOf, type Painting } from '../painting.ts';
import { TOP_TO_BOTTOM, LEFT_TO_RIGHT } from '../../drawing/geometry.ts';
import { tableOfGroups } from '../grouptable.ts';
import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { GroupsQuestion } from '../../model/question.ts';
import { topFor } from '../../model/view.ts';
import { flowsOf, type Flows } from '../../shapes/flows.ts';
import { ribbonsOf } from '../../shapes/ribbons.ts';
import { labelOf } from '../../words/selection.ts';
import type { Chart } from '../chart.ts';
import { finished } from '../finish.ts';
import { heldNotes, heldWidth } from '../heldscale.ts';
import { linkedSplits } from '../linked.ts';
import { besideLabels } from './beside.ts';
import { calloutLabels, calloutRows } from './callouts.ts';
import { columnsOf } from './columns.ts';
import { linkMarks, nodeMarks, readingOrder, traceMarks, type Place } from './marks.ts';
import { emptyReason } from '../spoken.ts';
import { chainNotes } from './through.ts';

/** Space between neighbouring nodes: a line of label, so that no two labels can meet. */
const GAP = 19;
/** With less width for each stage, stages run from top to bottom, and labels have lines of their own. */
const STAGE_WIDTH = 220;
/** Where height is short, stages run across as long as each has this much. */
const SPARE_STAGE_WIDTH = 150;
const UPRIGHT_GAP = 6;
/** No more than this part of a row is gaps, so that many nodes leave room for money. */
const MOST_GAPS = 0.4;
const HEADING_ROOM = 26;
/** Height that is left to money beside the gaps. */
const LEAST_MONEY = 100;
const LEAST_MONEY_SPARE = 60;

interface Questions {
  readonly flows: GroupsQuestion;
  readonly standing: GroupsQuestion;
  [name: string]: GroupsQuestion;
}

/** Money through stages, from first to last: width is money, and a ribbon is a path real rows take. */
export const sankey: Chart<Questions> = {
  id: 'sankey',
  title: 'Where it goes',
  reading: (view, card) =>
    `${view.stages.map((stage) => labelOf(stage, card)).join(' → ')}. Width is money.`,
  asks(view, card) {
    const flows: GroupsQuestion = {
      ask: 'groups',
      measure: view.measure,
      filters: view.filters,
      by: view.stages.map((dimension) => ({ dimension, top: topFor(view, dimension) })),
      also: linkedSplits(view, card, view.stages),
    };
    const { colour } = card.suggested;
    const colours = view.stages.includes(colour) ? [] : [{ dimension: colour, top: view.top }];
    return { flows, standing: { ...flows, filters: [], also: colours } };
  },
  draw(answers, view, card, frame) {
    const { flows: answer, standing } = answers;
    const anchor = Math.max(0, view.stages.indexOf(card.suggested.colour));
    const flows = flowsOf(answer, standing, view.stages.length, anchor);
    const tables = tableOfGroups(answer, view.stages, view, card);
    if (answer.groups.length === 0 || view.stages.length < 2) {
      const empty =
        view.stages.length < 2
          ? 'A flow needs two stages. Choose another.'
          : emptyReason(view, card);
      return { chart: 'sankey', ...frame, marks: [], traces: [], notes: [], ...tables, empty };
    }
    const painting = paintingOf(answer, view, card);
    const body =
      frame.width < (frame.spare ? SPARE_STAGE_WIDTH : STAGE_WIDTH) * view.stages.length
        ? upright(flows, painting, frame)
        : across(flows, painting, frame);
    const { held, scale, ...drawn } = body;
    const notes = [
      ...chainNotes(flows, painting),
      ...heldNotes(scale, held, painting.measure),
      ...notesOf(painting),
    ];
    return { chart: 'sankey', ...drawn, notes, ...tables };
  },
};

type Body = Pick<Drawing, 'width' | 'height' | 'marks' | 'traces'> & {
  readonly reading: readonly string[];
  /** Px a unit of money, and what the view wants held of it. */
  readonly scale: number;
  readonly held: number | undefined;
};

/** Stages from left to right, labels beside the nodes. */
function across(flows: Flows, painting: Painting, frame: Frame): Body {
  const most = Math.max(...flows.stages.map((nodes) => nodes.length));
  const least = frame.spare ? LEAST_MONEY_SPARE : LEAST_MONEY;
  const height = Math.max(frame.height, HEADING_ROOM + most * (GAP + 2) + least);
  const room = height - HEADING_ROOM - GAP / 2;
  const held = heldWidth(painting.view, room);
  const ribbons = ribbonsOf(flows, { across: room, gap: GAP, held });
  const columns = columnsOf(flows, painting, frame);
  const place: Place = {
    turn: LEFT_TO_RIGHT,
    along: (stage) => columns.at[stage] ?? 0,
    across: HEADING_ROOM,
  };
  return {
    width: frame.width,
    height,
    marks: finished([
      ...linkMarks(ribbons, place, painting),
      ...nodeMarks(ribbons, place, painting),
      ...besideLabels(ribbons, place, painting, columns, frame.whole ?? false),
    ]),
    traces: finished(traceMarks(ribbons, place, painting)),
    reading: readingOrder(ribbons),
    scale: ribbons.scale,
    held,
  };
}

/** Stages from top to bottom for a narrow page, labels on lines over or under their row of nodes. */
function upright(flows: Flows, painting: Painting, frame: Frame): Body {
  const most = Math.max(...flows.stages.map((nodes) => nodes.length));
  const gap = Math.min(UPRIGHT_GAP, (frame.width * MOST_GAPS) / most);
  const held = heldWidth(painting.view, frame.width - UPRIGHT_GAP);
  const ribbons = ribbonsOf(flows, { across: frame.width - UPRIGHT_GAP, gap, held });
  const rows = calloutRows(ribbons, painting, frame.width);
  const place: Place = {
    turn: TOP_TO_BOTTOM,
    along: (stage) => rows.starts[stage] ?? 0,
    across: 0,
  };
  return {
    width: frame.width,
    height: rows.height,
    marks: finished([
      ...linkMarks(ribbons, place, painting),
      ...nodeMarks(ribbons, place, painting),
      ...calloutLabels(rows, painting, frame.width),
    ]),
    traces: finished(traceMarks(ribbons, place, painting)),
    reading: readingOrder(ribbons),
    scale: ribbons.scale,
    held,
  };
}

function notesOf({ whole, measure }: Painting): string[] {
  const notes: string[] = [];
  if (whole.open > 0) notes.push('A torn edge means at least this much: no upper end is stated.');
  if (whole.high > whole.low)
    notes.push('Solid to the low end of a range, hatched to the high end.');
  if (whole.unstated > 0)
    notes.push('A dotted line is money whose size is not stated; it has no width.');
  if (whole.returned < 0)
    notes.push('Cross-hatched flows are money returned; their width is what came back.');
  if (measure.basis === 'per year') notes.push('These figures are for one year each.');
  return notes;
}
