import { inkOf, inkOfTouches } from '../../drawing/colour.ts';
import type { Ink, Mark, TextMark } from '../../drawing/drawing.ts';
import { round, tornEdge } from '../../drawing/geometry.ts';
import { fits, textWidth, wrap } from '../../drawing/text.ts';
import { dimensionOf, isOther, valueOf } from '../../model/subject.ts';
import { subjectOfBranch, type Branch, type Tile } from '../../shapes/tree.ts';
import { printSum } from '../../words/amounts.ts';
import type { Painting } from '../painting.ts';
import { nameOf, spokenSum } from '../spoken.ts';

/** What one picture of tiles is made of; the strip for what has no area comes under it. */
export interface Body {
  readonly marks: Mark[];
  readonly height: number;
  readonly notes: string[];
}

const SIZE = 13;
const SMALL = 12;
const LINE = 16;
const INSET = 7;

/** The colour of a branch: its own value of the colour dimension, or the one its rows share. */
export function inkOfBranch({ path, touches }: Branch, { card }: Painting): Ink {
  const own = path.find((subject) => dimensionOf(subject) === card.suggested.colour);
  return own !== undefined ? inkOf(own, card) : inkOfTouches(touches, card);
}

export function nameOfBranch(branch: Branch, { gathered }: Painting): string {
  return nameOf(subjectOfBranch(branch), gathered);
}

export function spokenBranch(branch: Branch, painting: Painting): string {
  return `${nameOfBranch(branch, painting)}, ${spokenSum(branch.sum, painting.whole, painting.measure)}`;
}

/** What choosing a branch does: an inner one zooms in, a gathered tail opens, a leaf filters. */
export function actionOf(branch: Branch) {
  const subject = subjectOfBranch(branch);
  if (isOther(subject)) return { do: 'open', dimension: dimensionOf(subject) } as const;
  if (branch.branches.length > 1 && !branch.path.some(isOther)) {
    return { do: 'zoom', to: branch.path.map(valueOf) } as const;
  }
  return { do: 'filter', subjects: [subject] } as const;
}

/** Key of a tile: the subject it is most about, so that it is the same element in every chart. */
export function keyOf(branch: Branch, taken: Set<string>): string {
  const subject = subjectOfBranch(branch);
  const key = taken.has(subject) ? branch.path.join(' / ') : subject;
  taken.add(key);
  return key;
}

/** Whether a branch adds nothing to its parent: the same rows under a finer name. */
function repeatsParent(tile: Tile, tiles: readonly Tile[]): boolean {
  const parent = tile.branch.path.slice(0, -1);
  const siblings = tiles.filter(
    (other) =>
      other.depth === tile.depth &&
      parent.every((subject, depth) => other.branch.path[depth] === subject),
  );
  return siblings.length === 1;
}

/**
 * Marks of a treemap placed at `x`, `y`: filled leaves with gaps of paper between them, and for
 * every inner branch with more than one part an outline that can be chosen to zoom.
 */
export function tileMarks(
  tiles: readonly Tile[],
  at: { x: number; y: number },
  painting: Painting,
  taken: Set<string>,
  depthOffset = 0,
): Mark[] {
  const inner = tiles.filter(({ branch }) => branch.branches.length > 0);
  const leaves = tiles.filter(({ branch }) => branch.branches.length === 0);
  const outlines = inner
    .filter((tile) => tile.branch.branches.length > 1 || tile.depth === 1)
    .filter((tile) => tile.depth === 1 || !repeatsParent(tile, tiles))
    .map((tile): Mark => ({
      shape: 'rect',
      ...identity(tile.branch, painting, taken, tile.depth - 1 + depthOffset),
      ...box(tile, at),
      fill: inkOfBranch(tile.branch, painting),
      fillOpacity: 0.35,
    }));
  return [
    ...outlines,
    ...leaves.flatMap((tile) => leafMarks(tile, at, painting, taken, depthOffset)),
  ];
}

function identity(branch: Branch, painting: Painting, taken: Set<string>, depth: number) {
  return {
    key: keyOf(branch, taken),
    subjects: branch.path,
    touches: branch.touches,
    label: spokenBranch(branch, painting),
    depth,
    action: actionOf(branch),
  };
}

function leafMarks(
  tile: Tile,
  at: { x: number; y: number },
  painting: Painting,
  taken: Set<string>,
  depthOffset: number,
): Mark[] {
  const { branch } = tile;
  const main = identity(branch, painting, taken, tile.depth - 1 + depthOffset);
  const shared = { subjects: main.subjects, touches: main.touches };
  const place = box(tile, at);
  const fill = inkOfBranch(branch, painting);
  const edge = { stroke: 'paper', strokeWidth: 1.5 } as const;
  const solid = place.height * Math.min(1, branch.sum.low / branch.weight);
  const marks: Mark[] = [{ shape: 'rect', ...main, ...place, fill, ...edge }];
  if (solid < place.height - 0.5) {
    const rest = { ...place, y: round(place.y + solid), height: round(place.height - solid) };
    marks.push({
      shape: 'rect',
      ...shared,
      key: `${main.key} range`,
      ...rest,
      fill,
      texture: 'range',
      ...edge,
    });
  }
  if (branch.sum.open > 0 && place.width > 6 && place.height > 10) {
    const torn = tornEdge(place.x, place.x + place.width, place.y + place.height - 4);
    marks.push({ shape: 'path', ...shared, key: `${main.key} torn`, d: torn, fill: 'paper' });
  }
  return marks;
}

export function box({ x0, y0, x1, y1 }: Tile, at: { x: number; y: number }) {
  return {
    x: round(at.x + x0),
    y: round(at.y + y0),
    width: round(x1 - x0),
    height: round(y1 - y0),
  };
}

/** Name and amount inside a tile, as large as they fit; none where they do not. `below` keeps room at the top. */
export function tileLabel(
  tile: Tile,
  key: string,
  at: { x: number; y: number },
  painting: Painting,
  below = 0,
): TextMark[] {
  const { branch } = tile;
  const width = tile.x1 - tile.x0 - 2 * INSET;
  // A label stands on the solid part of a range, which is what all agree on.
  const solid = Math.min(1, Math.max(0, branch.sum.low / branch.weight));
  const height = (tile.y1 - tile.y0) * solid - INSET - below;
  const amount = printSum(branch.sum, painting.measure);
  const name = nameOfBranch(branch, painting);
  const size = height > 60 && width > 120 ? SIZE : SMALL;
  if (!fits(amount, size, true, width)) return [];
  const lines = wrap(name, size, false, width, Math.min(3, Math.floor(height / LINE) - 1));
  if (!lines || lines.length === 0) return [];
  const shared = {
    shape: 'text',
    subjects: branch.path,
    touches: branch.touches,
    x: round(at.x + tile.x0 + INSET),
    size,
    fill: `on-${inkOfBranch(branch, painting)}`,
  } as const;
  const top = at.y + tile.y0 + INSET + below + size - 2;
  return [...lines, amount].map((text, line) => ({
    ...shared,
    key: `${key} line ${line}`,
    y: round(top + line * LINE),
    text,
    ...(line === lines.length ? { bold: true } : {}),
  }));
}

/** "■ Name £30m" beside or over a picture: two texts from a left edge. */
export function captionMarks(
  branch: Branch,
  key: string,
  x: number,
  y: number,
  painting: Painting,
): TextMark[] {
  const name = nameOfBranch(branch, painting);
  const shared = {
    shape: 'text',
    subjects: branch.path,
    touches: branch.touches,
    y: round(y),
    size: SIZE,
    fill: 'ink',
  } as const;
  return [
    { ...shared, key: `${key} name`, x: round(x), text: name, bold: true },
    {
      ...shared,
      key: `${key} amount`,
      x: round(x + textWidth(name, SIZE, true) * 1.02 + 5),
      text: printSum(branch.sum, painting.measure),
      fill: 'quiet',
    },
  ];
}

export function captionWidth(branch: Branch, painting: Painting): number {
  const amount = printSum(branch.sum, painting.measure);
  return (
    textWidth(nameOfBranch(branch, painting), SIZE, true) * 1.04 +
    5 +
    textWidth(amount, SIZE) * 1.04
  );
}
