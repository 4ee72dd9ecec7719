import type { Frame, Mark } from '../../drawing/drawing.ts';
import { round } from '../../drawing/geometry.ts';
import { placeBoxes, type Box } from '../../shapes/skyline.ts';
import { subjectOfBranch, tilesOf, type Branch } from '../../shapes/tree.ts';
import { printMoney } from '../../words/amounts.ts';
import type { Painting } from '../painting.ts';
import { captionMarks, captionWidth, keyOf, tileLabel, tileMarks, type Body } from './tiles.ts';

const CAPTION = 22;
const GAP = 18;
/** Narrower pictures have their caption beside them. */
const BESIDE_BELOW = 56;
const BESIDE_GAP = 7;
/** Tried scales come in steps of this factor; the largest that fits is taken. */
const STEP = 0.985;

interface Cell {
  readonly branch: Branch;
  readonly width: number;
  readonly height: number;
  readonly beside: boolean;
  readonly box: Box;
}

/**
 * One treemap per outermost branch, all on one scale of area, packed in the dataset's order into
 * the frame. The scale is the largest with which they fit.
 */
export function multiplesBody(root: Branch, painting: Painting, frame: Frame): Body {
  const branches = root.branches.filter(({ weight }) => weight > 0);
  if (branches.length === 0) return { marks: [], height: 0, notes: [] };
  const { cells, places, height, scale } = pack(branches, painting, frame);
  const taken = new Set<string>();
  const marks = cells.flatMap((cell, index): Mark[] => {
    const place = places[index] ?? { x: 0, y: 0 };
    const at = { x: place.x, y: place.y + (cell.beside ? 0 : CAPTION) };
    const picture = pictureMarks(cell, at, painting, taken);
    const caption = cell.beside
      ? captionMarks(
          cell.branch,
          subjectOfBranch(cell.branch),
          at.x + cell.width + BESIDE_GAP,
          at.y + Math.max(cell.height, 18) / 2 + 5,
          painting,
        )
      : captionMarks(cell.branch, subjectOfBranch(cell.branch), place.x, place.y + 14, painting);
    return [...picture, ...caption];
  });
  return { marks, height, notes: [scaleNote(scale, painting)] };
}

function pictureMarks(
  cell: Cell,
  at: { x: number; y: number },
  painting: Painting,
  taken: Set<string>,
): Mark[] {
  const { branch, width, height } = cell;
  const whole = { branch, depth: 1, x0: 0, y0: 0, x1: width, y1: height };
  const parts = tilesOf(branch, width, height).map((tile) => ({ ...tile, depth: tile.depth + 1 }));
  const tiles = [whole, ...parts];
  const leaves = tiles.filter((tile) => tile.branch.branches.length === 0);
  const labelKeys = new Set<string>();
  const labels =
    cell.beside || leaves.length < 1
      ? []
      : leaves
          .filter((tile) => tile !== whole)
          .flatMap((tile) => tileLabel(tile, keyOf(tile.branch, labelKeys), at, painting));
  return [...tileMarks(tiles, at, painting, taken), ...labels];
}

function pack(branches: readonly Branch[], painting: Painting, frame: Frame) {
  const heaviest = Math.max(...branches.map(({ weight }) => weight));
  let scale = (frame.width * frame.height) / heaviest;
  for (;;) {
    const cells = branches.map((branch) => cellOf(branch, scale, painting, frame));
    const { places, height } = placeBoxes(
      cells.map(({ box }) => box),
      frame.width + GAP,
    );
    const smallest = branches.length * 30;
    if (height - GAP <= Math.max(frame.height, smallest)) {
      return { cells, places, height: height - GAP, scale };
    }
    scale *= STEP;
  }
}

/** A picture a quarter wider than high, no wider or higher than the frame, with room for its caption. */
function cellOf(branch: Branch, scale: number, painting: Painting, frame: Frame): Cell {
  const area = branch.weight * scale;
  const width = Math.min(frame.width, Math.sqrt(area * 1.25));
  const height = area / width;
  const beside = width < BESIDE_BELOW;
  const caption = captionWidth(branch, painting);
  const box = beside
    ? { width: width + BESIDE_GAP + caption + GAP, height: Math.max(height, 18) + GAP / 2 }
    : {
        width: Math.min(frame.width, Math.max(width, caption)) + GAP,
        height: height + CAPTION + GAP,
      };
  return { branch, width, height, beside, box };
}

/** The scale in words: how much a square of a centimetre (at 96 px an inch) stands for. */
function scaleNote(scale: number, { measure }: Painting): string {
  const side = 96 / 2.54;
  const money = Math.round((side * side) / scale);
  return `One scale for all: a square of this text's line, ${round(side)} px wide, is ${printMoney(Number(money.toPrecision(2)), measure)}.`;
}
