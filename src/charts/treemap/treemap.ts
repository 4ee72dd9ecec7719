import type { Drawing } from '../../drawing/drawing.ts';
import type { GroupsQuestion } from '../../model/question.ts';
import { isOther, valueOf } from '../../model/subject.ts';
import { nestingOf, topFor } from '../../model/view.ts';
import { treeOf, zoomed, type Branch } from '../../shapes/tree.ts';
import { printSum } from '../../words/amounts.ts';
import { listOf } from '../../words/counts.ts';
import { labelOf } from '../../words/selection.ts';
import type { Chart } from '../chart.ts';
import { finished } from '../finish.ts';
import { tableOfGroups } from '../grouptable.ts';
import { linkedSplits } from '../linked.ts';
import { paintingOf, type Painting } from '../painting.ts';
import { emptyReason } from '../spoken.ts';
import { multiplesBody } from './multiples.ts';
import { nestedBody } from './nested.ts';
import { stripMarks } from './strip.ts';
import { keysOf, trailOf } from './tiles.ts';

interface Questions {
  readonly tree: GroupsQuestion;
  readonly standing: GroupsQuestion;
  [name: string]: GroupsQuestion;
}

/** From the tiles to the strip under them. */
const STRIP_GAP = 12;
/** The tiles' height, however many words stand under them. */
const LEAST_BODY = 120;

/** Parts of the whole as areas: one nested treemap, or one for each value of a dimension on one scale. */
export const treemap: Chart<Questions> = {
  id: 'treemap',
  title: 'How big each part is',
  reading: (view, card) =>
    view.split === null
      ? `Area is money: ${listOf(view.levels.map((level) => labelOf(level, card).toLowerCase()))}, each within the one before.`
      : `One picture for each ${labelOf(view.split, card).toLowerCase()}, all on one scale: area is money.`,
  asks(view, card) {
    const levels = nestingOf(view);
    const tree: GroupsQuestion = {
      ask: 'groups',
      measure: view.measure,
      filters: view.filters,
      by: levels.map((dimension) => ({ dimension, top: topFor(view, dimension) })),
      also: linkedSplits(view, card, levels),
    };
    const everyValue = { dimension: card.suggested.colour, top: 1000 };
    return { tree, standing: { ...tree, filters: [], by: [everyValue], also: [] } };
  },
  draw(answers, view, card, frame) {
    const { tree: answer, standing } = answers;
    const zoom = view.split === null ? view.zoom : [];
    const inZoom = answer.groups.filter(({ path }) =>
      zoom.every(
        (value, depth) => !isOther(path[depth] ?? ':') && valueOf(path[depth] ?? ':') === value,
      ),
    );
    const tables = tableOfGroups({ ...answer, groups: inZoom }, nestingOf(view), view, card);
    const base = { chart: 'treemap', width: frame.width, traces: [], ...tables };
    if (answer.groups.length === 0) {
      return {
        ...base,
        height: frame.height,
        marks: [],
        notes: [],
        empty: emptyReason(view, card),
      };
    }
    const root = treeOf(answer.groups, card);
    const painting = { ...paintingOf(answer, view, card), keys: keysOf(root) };
    const part = view.split === null ? zoomed(root, view.zoom) : root;
    if (!part) {
      const empty = `Nothing in this selection is inside ${view.zoom.join(' › ')}. Go back to all.`;
      return { ...base, height: frame.height, marks: [], notes: [], empty };
    }
    const stripAt = (y: number) =>
      stripMarks(part, standing.groups, painting, { y, width: frame.width });
    const room = frame.spare
      ? { ...frame, height: Math.max(LEAST_BODY, frame.height - STRIP_GAP - stripAt(0).height) }
      : frame;
    const body =
      view.split === null ? nestedBody(part, painting, room) : multiplesBody(root, painting, room);
    const top = body.height > 0 ? body.height + STRIP_GAP : 0;
    const strip = stripAt(top);
    return {
      ...base,
      height: Math.ceil(top + strip.height),
      marks: finished([...body.marks, ...strip.marks]),
      notes: [...zoomNote(part, painting), ...body.notes, ...notesOf(painting)],
    } satisfies Drawing;
  },
};

/** What a zoomed treemap leaves out. */
function zoomNote(part: Branch, painting: Painting): string[] {
  if (part.path.length === 0) return [];
  const [shown, whole] = [part.sum, painting.whole].map((sum) => printSum(sum, painting.measure));
  return [`Zoomed into ${trailOf(part, painting).join(' › ')}: ${shown} of ${whole}.`];
}

function notesOf({ whole }: Painting): string[] {
  const notes: string[] = [];
  if (whole.returned < 0) notes.push('Money returned has no area; sums include it.');
  if (whole.open > 0) notes.push('A torn edge means at least this much.');
  if (whole.high > whole.low)
    notes.push('Solid to the low end of a range, hatched to the high end.');
  return notes;
}
