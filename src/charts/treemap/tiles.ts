import { inkOf, inkOfTouches } from '../../drawing/colour.ts';
import type { Ink, Mark, TextMark } from '../../drawing/drawing.ts';
import { round, tornEdge } from '../../drawing/geometry.ts';
import { fits, shorten, textWidth, wrap } from '../../drawing/text.ts';
import { dimensionOf, isOther, valueOf } from '../../model/subject.ts';
import { subjectOfBranch, type Branch, type Tile } from '../../shapes/tree.ts';
import { printSum } from '../../words/amounts.ts';
import { listOf } from '../../words/counts.ts';
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

/** A tail inside another part gathers fewer values than the whole file's; how many is not known. */
export function nameOfBranch(branch: Branch, { gathered }: Painting): string {
  const subject = subjectOfBranch(branch);
  return isOther(subject) && branch.path.length > 1 ? 'Other' : nameOf(subject, gathered);
}

/** The names on the path of a branch, outermost first. */
export function trailOf({ path }: Branch, { gathered }: Painting): string[] {
  return path.map((subject) => nameOf(subject, gathered));
}

export function spokenBranch(branch: Branch, painting: Painting): string {
  return `${nameOfBranch(branch, painting)}, ${spokenSum(branch.sum, painting.base, painting.measure)}`;
}

/** What choosing a branch does: an inner one zooms in, a gathered tail opens, a leaf filters. */
function actionOf(branch: Branch) {
  const subject = subjectOfBranch(branch);
  if (isOther(subject)) return { do: 'open', dimension: dimensionOf(subject) } as const;
  if (branch.branches.length > 1 && !branch.path.some(isOther)) {
    return { do: 'zoom', to: branch.path.map(valueOf) } as const;
  }
  return { do: 'filter', subjects: [subject] } as const;
}

/** What the parts of one treemap share. */
export interface TilePainting extends Painting {
  /** Key of each branch: the subject it is most about, so that it is the same element in every chart. */
  readonly keys: ReadonlyMap<Branch, string>;
}

/** A subject that several branches have, a funder in many sectors, does not say which: they have their paths. */
export function keysOf(root: Branch): Map<Branch, string> {
  const branches = [...descendantsOf(root)];
  const times = new Map<string, number>();
  for (const branch of branches) {
    const subject = subjectOfBranch(branch);
    times.set(subject, (times.get(subject) ?? 0) + 1);
  }
  return new Map(
    branches.map((branch) => {
      const subject = subjectOfBranch(branch);
      return [branch, times.get(subject) === 1 ? subject : branch.path.join(' / ')];
    }),
  );
}

function* descendantsOf({ branches }: Branch): Generator<Branch> {
  for (const branch of branches) {
    yield branch;
    yield* descendantsOf(branch);
  }
}

/** The part of a tile's area up to the low end of its sum; the rest is range. */
export function solidOf({ sum, weight }: Branch): number {
  return weight > 0 ? Math.min(1, Math.max(0, sum.low / weight)) : 0;
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
  painting: TilePainting,
): Mark[] {
  const inner = tiles.filter(({ branch }) => branch.branches.length > 0);
  const leaves = tiles.filter(({ branch }) => branch.branches.length === 0);
  const outlines = inner
    .filter((tile) => tile.branch.branches.length > 1 || tile.depth === 1)
    .filter((tile) => tile.depth === 1 || !repeatsParent(tile, tiles))
    .map((tile): Mark => ({
      shape: 'rect',
      ...identity(tile, painting),
      ...box(tile, at),
      fill: inkOfBranch(tile.branch, painting),
      fillOpacity: 0.35,
    }));
  return [...outlines, ...leaves.flatMap((tile) => leafMarks(tile, at, painting))];
}

export function keyOf(branch: Branch, { keys }: TilePainting): string {
  return keys.get(branch) ?? subjectOfBranch(branch);
}

function identity({ branch, depth }: Tile, painting: TilePainting) {
  return {
    key: keyOf(branch, painting),
    subjects: branch.path,
    touches: branch.touches,
    label: spokenBranch(branch, painting),
    depth: depth - 1,
    action: actionOf(branch),
  };
}

function leafMarks(tile: Tile, at: { x: number; y: number }, painting: TilePainting): Mark[] {
  const { branch } = tile;
  const main = identity(tile, painting);
  const shared = { subjects: main.subjects, touches: main.touches };
  const place = box(tile, at);
  const fill = inkOfBranch(branch, painting);
  const edge = { stroke: 'paper', strokeWidth: 1.5 } as const;
  const solid = place.height * solidOf(branch);
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
  at: { x: number; y: number },
  painting: TilePainting,
  below = 0,
): TextMark[] {
  const { branch } = tile;
  const width = tile.x1 - tile.x0 - 2 * INSET;
  // A label stands on the solid part of a range, which is what all agree on.
  const height = (tile.y1 - tile.y0) * solidOf(branch) - INSET - below;
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
    key: `${keyOf(branch, painting)} line ${line}`,
    y: round(top + line * LINE),
    text,
    ...(line === lines.length ? { bold: true } : {}),
  }));
}

const BETWEEN = 5;

/** "Name £30m" beside or over a picture, within `width` px: two texts from a left edge. */
export function captionMarks(
  branch: Branch,
  x: number,
  y: number,
  width: number,
  painting: TilePainting,
): TextMark[] {
  const key = keyOf(branch, painting);
  const amount = printSum(branch.sum, painting.measure);
  const room = width - BETWEEN - textWidth(amount, SIZE) * 1.04;
  const name = shorten(nameOfBranch(branch, painting), SIZE, true, room);
  const shared = {
    shape: 'text',
    subjects: branch.path,
    touches: branch.touches,
    y,
    size: SIZE,
  } as const;
  const amountX = name === '' ? x : x + textWidth(name, SIZE, true) * 1.02 + BETWEEN;
  const last: TextMark = {
    ...shared,
    key: `${key} amount`,
    x: amountX,
    text: amount,
    fill: 'quiet',
  };
  return name === ''
    ? [last]
    : [{ ...shared, key: `${key} name`, x, text: name, bold: true, fill: 'ink' }, last];
}

export function captionWidth(branch: Branch, painting: Painting): number {
  const name = textWidth(nameOfBranch(branch, painting), SIZE, true);
  return (name + textWidth(printSum(branch.sum, painting.measure), SIZE)) * 1.04 + BETWEEN;
}

/** Named one by one up to this many, counted above. */
const MOST_NAMED = 6;

/** What a picture has no room to label. */
export function unlabelledNote(branches: readonly Branch[], painting: Painting): string[] {
  if (branches.length === 0) return [];
  if (branches.length > MOST_NAMED) {
    return [`${branches.length} parts are too small for a label.`];
  }
  const named = branches.map(
    (branch) => `${nameOfBranch(branch, painting)} ${printSum(branch.sum, painting.measure)}`,
  );
  return [`Too small for a label: ${listOf(named)}.`];
}
