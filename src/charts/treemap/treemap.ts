import type { Drawing, Frame, Mark } from '../../drawing/drawing.ts';
import { round } from '../../drawing/geometry.ts';
import { fits } from '../../drawing/text.ts';
import type { GroupsQuestion } from '../../model/question.ts';
import { topFor, type View } from '../../model/view.ts';
import { printSum } from '../../words/amounts.ts';
import { listOf } from '../../words/counts.ts';
import { labelOf } from '../../words/selection.ts';
import type { Chart } from '../chart.ts';
import { tableOfGroups } from '../grouptable.ts';
import { linkedSplits } from '../linked.ts';
import { multiplesBody } from './multiples.ts';
import { paintingOf, type Painting } from '../painting.ts';
import { emptyReason } from '../spoken.ts';
import { stripMarks } from './strip.ts';
import { box, inkOfBranch, keyOf, nameOfBranch, tileLabel, tileMarks, type Body } from './tiles.ts';
import {
  subjectOfBranch,
  tilesOf,
  treeOf,
  withoutArea,
  zoomed,
  type Branch,
  type Tile,
} from '../../shapes/tree.ts';

interface Questions {
  readonly tree: GroupsQuestion;
  readonly standing: GroupsQuestion;
  [name: string]: GroupsQuestion;
}

const HEADING = 20;
const NAME_ROOM = 24;

/** Parts of the whole as areas: one nested treemap, or one for each value of a dimension on one scale. */
export const treemap: Chart<Questions> = {
  id: 'treemap',
  title: 'How big each part is',
  reading: (view, card) =>
    view.split === null
      ? `Area is money: ${listOf(view.levels.map((level) => labelOf(level, card).toLowerCase()))}, each within the one before.`
      : `One picture for each ${labelOf(view.split, card).toLowerCase()}, all on one scale: area is money.`,
  asks(view, card) {
    const levels = levelsOf(view);
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
    const table = tableOfGroups(answer, levelsOf(view), view, card);
    const base = { chart: 'treemap', width: frame.width, traces: [], table };
    if (answer.groups.length === 0) {
      return {
        ...base,
        height: frame.height,
        marks: [],
        notes: [],
        empty: emptyReason(view, card),
      };
    }
    const painting = paintingOf(answer, view, card);
    const root = treeOf(answer.groups, card);
    const body =
      view.split === null
        ? nestedBody(root, view, painting, frame)
        : multiplesBody(root, painting, frame);
    const strip = stripMarks(withoutArea(root), standing.groups, painting, {
      y: body.height + 8,
      width: frame.width,
    });
    return {
      ...base,
      height: Math.ceil(body.height + 8 + strip.height),
      marks: [...body.marks, ...strip.marks],
      notes: [...body.notes, ...notesOf(painting)],
    } satisfies Drawing;
  },
};

/** The split dimension is the outermost level of small multiples. */
function levelsOf(view: View) {
  return view.split === null
    ? view.levels
    : [view.split, ...view.levels.filter((level) => level !== view.split)];
}

function nestedBody(root: Branch, view: View, painting: Painting, frame: Frame): Body {
  const branch = zoomed(root, view.zoom);
  if (branch.weight === 0) return { marks: [], height: 0, notes: [] };
  const tiles = tilesOf(branch, frame.width, frame.height - HEADING);
  const at = { x: 0, y: 0 };
  const taken = new Set<string>();
  const marks = tileMarks(tiles, at, painting, taken);
  const { labels, unlabelled } = labelMarks(tiles, painting);
  const notes = unlabelled.length > 0 ? [`Too small for a label: ${listOf(unlabelled)}.`] : [];
  return {
    marks: [...marks, ...outlines(tiles), ...labels],
    height: frame.height - HEADING,
    notes,
  };
}

/** A wider gap of paper round every outermost part. */
function outlines(tiles: readonly Tile[]): Mark[] {
  const taken = new Set<string>();
  return tiles
    .filter(({ depth, branch }) => depth === 1 && branch.branches.length > 1)
    .map((tile) => ({
      shape: 'rect',
      key: `${keyOf(tile.branch, taken)} gap`,
      subjects: [],
      ...box(tile, { x: 0, y: 0 }),
      stroke: 'paper',
      strokeWidth: 4,
    }));
}

/** The name of each outermost part in the corner of its first tile, and under it that tile's own. */
function labelMarks(
  tiles: readonly Tile[],
  painting: Painting,
): { labels: Mark[]; unlabelled: string[] } {
  const labels: Mark[] = [];
  const unlabelled: string[] = [];
  const named = new Set<Tile>();
  for (const group of tiles.filter(({ depth }) => depth === 1)) {
    const name = nameOfBranch(group.branch, painting);
    const amount = printSum(group.branch.sum, painting.measure);
    const place = placeForName(group, tiles, [`${name} ${amount}`, name]);
    if (!place) {
      if (tileLabel(group, '', { x: 0, y: 0 }, painting).length === 0)
        unlabelled.push(`${name} ${amount}`);
      continue;
    }
    if (group.branch.branches.length === 0) continue;
    const { leaf, text } = place;
    named.add(leaf);
    labels.push({
      shape: 'text',
      key: `${subjectOfBranch(group.branch)} name`,
      subjects: group.branch.path,
      touches: group.branch.touches,
      x: round(leaf.x0 + 7),
      y: round(leaf.y0 + 19),
      text,
      size: 13,
      bold: true,
      fill: `on-${inkOfBranch(group.branch, painting)}`,
    });
  }
  const taken = new Set<string>();
  for (const tile of tiles.filter(({ branch }) => branch.branches.length === 0)) {
    labels.push(
      ...tileLabel(
        tile,
        keyOf(tile.branch, taken),
        { x: 0, y: 0 },
        painting,
        named.has(tile) ? 18 : 0,
      ),
    );
  }
  return { labels, unlabelled };
}

/**
 * Where the name of an outermost part can stand: in the leaf at its top left corner or, where that
 * is too small, in its largest leaf; with the longest wording that fits.
 */
function placeForName(
  group: Tile,
  tiles: readonly Tile[],
  wordings: readonly string[],
): { leaf: Tile; text: string } | undefined {
  const area = (tile: Tile) => (tile.x1 - tile.x0) * (tile.y1 - tile.y0);
  const isCorner = (tile: Tile) => tile.x0 === group.x0 && tile.y0 === group.y0;
  const leaves = tiles
    .filter(({ branch }) => branch.branches.length === 0)
    .filter(({ branch }) => branch.path[0] === group.branch.path[0])
    .sort((a, b) => Number(isCorner(b)) - Number(isCorner(a)) || area(b) - area(a))
    .slice(0, 2);
  for (const leaf of leaves) {
    const solid = Math.min(1, leaf.branch.sum.low / leaf.branch.weight);
    if ((leaf.y1 - leaf.y0) * solid < NAME_ROOM) continue;
    const text = wordings.find((words) => fits(words, 13, true, leaf.x1 - leaf.x0 - 14));
    if (text !== undefined) return { leaf, text };
  }
  return undefined;
}

function notesOf({ whole }: Painting): string[] {
  const notes: string[] = [];
  if (whole.returned < 0) notes.push('Money returned has no area; sums include it.');
  if (whole.open > 0) notes.push('A torn edge means at least this much.');
  if (whole.high > whole.low)
    notes.push('Solid to the low end of a range, hatched to the high end.');
  return notes;
}
