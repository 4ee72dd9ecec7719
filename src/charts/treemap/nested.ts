import type { Frame, Mark, TextMark } from '../../drawing/drawing.ts';
import { fits } from '../../drawing/text.ts';
import { tilesOf, type Branch, type Tile } from '../../shapes/tree.ts';
import { printSum } from '../../words/amounts.ts';
import { heldArea, heldNotes } from '../heldscale.ts';
import {
  box,
  inkOfBranch,
  keyOf,
  nameOfBranch,
  solidOf,
  tileLabel,
  tileMarks,
  unlabelledNote,
  type Body,
  type TilePainting,
} from './tiles.ts';

/** Left free under the tiles for the strip. */
const STRIP = 20;
const NAME_SIZE = 13;
const NAME_ROOM = 24;
const INSET = 7;
/** From the top of a tile to its own label under the name of its group. */
const UNDER_NAME = 18;
const ORIGIN = { x: 0, y: 0 };

/** The parts of a branch within one another, filling the frame. */
export function nestedBody(branch: Branch, painting: TilePainting, frame: Frame): Body {
  if (branch.weight === 0) return { marks: [], height: 0, notes: [] };
  const whole = { width: frame.width, height: frame.height - (frame.spare ? 0 : STRIP) };
  const held = heldArea(painting.view, whole, 'tiles');
  const fitting = (whole.width * whole.height) / branch.weight;
  const scale = Math.min(fitting, held ?? fitting);
  // Held areas keep the frame's proportions, so that a filter makes the picture smaller and no other.
  const side = Math.sqrt(scale / fitting);
  const height = whole.height * side;
  const tiles = tilesOf(branch, whole.width * side, height);
  const { labels, unlabelled } = labelMarks(tiles, painting);
  return {
    marks: [...tileMarks(tiles, ORIGIN, painting), ...gaps(tiles, painting), ...labels],
    height,
    notes: [...heldNotes(scale, held, painting.measure), ...unlabelledNote(unlabelled, painting)],
  };
}

/** A wider gap of paper round every outermost part. */
function gaps(tiles: readonly Tile[], painting: TilePainting): Mark[] {
  return tiles
    .filter(({ depth }) => depth === 1)
    .map((tile) => ({
      shape: 'rect',
      key: `${keyOf(tile.branch, painting)} gap`,
      subjects: [],
      ...box(tile, ORIGIN),
      stroke: 'paper',
      strokeWidth: 4,
    }));
}

/** The name of each outermost part in its corner, and every leaf's own label; what finds no room is told. */
function labelMarks(tiles: readonly Tile[], painting: TilePainting) {
  const labels: TextMark[] = [];
  const unlabelled: Branch[] = [];
  for (const group of tiles.filter(({ depth }) => depth === 1)) {
    const leaves = leavesIn(group, tiles);
    const name = nameMark(group, leaves, painting);
    const own = leaves.map((leaf) => {
      const below = leaf === name?.leaf ? UNDER_NAME : 0;
      return { leaf, label: tileLabel(leaf, ORIGIN, painting, below) };
    });
    const silent = own.filter(({ label }) => label.length === 0).map(({ leaf }) => leaf.branch);
    labels.push(...(name ? [name.mark] : []), ...own.flatMap(({ label }) => label));
    if (!name && silent.length === leaves.length) unlabelled.push(group.branch);
    else if (leaves.length > 1) unlabelled.push(...silent);
  }
  return { labels, unlabelled };
}

function leavesIn(group: Tile, tiles: readonly Tile[]): Tile[] {
  const { path } = group.branch;
  return tiles.filter(
    ({ branch }) =>
      branch.branches.length === 0 && path.every((subject, at) => branch.path[at] === subject),
  );
}

/**
 * The name of an outermost part: in the leaf at its top left corner or, where that is too small, in
 * its largest leaf; with the longest wording that fits. None where a leaf says the same.
 */
function nameMark(
  group: Tile,
  leaves: readonly Tile[],
  painting: TilePainting,
): { readonly leaf: Tile; readonly mark: TextMark } | undefined {
  const { branch } = group;
  const name = nameOfBranch(branch, painting);
  if (leaves.length === 1 && leaves.some((leaf) => nameOfBranch(leaf.branch, painting) === name)) {
    return undefined;
  }
  const wordings = [`${name} ${printSum(branch.sum, painting.measure)}`, name];
  const area = (tile: Tile) => (tile.x1 - tile.x0) * (tile.y1 - tile.y0);
  const isCorner = (tile: Tile) => tile.x0 === group.x0 && tile.y0 === group.y0;
  const places = leaves
    .toSorted((a, b) => Number(isCorner(b)) - Number(isCorner(a)) || area(b) - area(a))
    .slice(0, 2);
  for (const leaf of places) {
    if ((leaf.y1 - leaf.y0) * solidOf(leaf.branch) < NAME_ROOM) continue;
    const text = wordings.find((words) =>
      fits(words, NAME_SIZE, true, leaf.x1 - leaf.x0 - 2 * INSET),
    );
    if (text === undefined) continue;
    const mark: TextMark = {
      shape: 'text',
      key: `${keyOf(branch, painting)} name`,
      subjects: branch.path,
      touches: branch.touches,
      x: leaf.x0 + INSET,
      y: leaf.y0 + 19,
      text,
      size: NAME_SIZE,
      bold: true,
      fill: `on-${inkOfBranch(leaf.branch, painting)}`,
    };
    return { leaf, mark };
  }
  return undefined;
}
