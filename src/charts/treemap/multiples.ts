import type { Frame, Mark } from '../../drawing/drawing.ts';
import { placeBoxes, type Box } from '../../shapes/skyline.ts';
import { tilesOf, type Branch } from '../../shapes/tree.ts';
import { printMoney } from '../../words/amounts.ts';
import { heldArea, heldNotes } from '../heldscale.ts';
import type { Painting } from '../painting.ts';
import {
  captionMarks,
  captionWidth,
  tileLabel,
  tileMarks,
  unlabelledNote,
  type Body,
  type TilePainting,
} from './tiles.ts';

const CAPTION = 22;
const GAP = 18;
/** Narrower pictures have their caption beside them. */
const BESIDE_BELOW = 56;
const BESIDE_GAP = 7;
const BESIDE_LINE = 18;
/** The heaviest picture is at least this wide, or half of a narrow page; the frame grows for it. */
const LEAST_WIDTH = 150;
const LEAST_WIDTH_SPARE = 60;
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
 * the frame's width. The scale is the largest with which they fit its height.
 */
export function multiplesBody(root: Branch, painting: TilePainting, frame: Frame): Body {
  const branches = root.branches.filter(({ weight }) => weight > 0);
  if (branches.length === 0) return { marks: [], height: 0, notes: [] };
  const held = heldArea(painting.view, frame, 'pictures');
  const { cells, places, scale } = pack(branches, painting, frame, held);
  const marks: Mark[] = [];
  const unlabelled: Branch[] = [];
  let height = 0;
  cells.forEach((cell, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    const at = { x: place.x, y: place.y + (cell.beside ? 0 : CAPTION) };
    const picture = pictureMarks(cell, at, painting);
    const [x, y] = cell.beside
      ? [at.x + cell.width + BESIDE_GAP, at.y + Math.max(cell.height, BESIDE_LINE) / 2 + 5]
      : [place.x, place.y + 14];
    marks.push(...picture.marks, ...captionMarks(cell.branch, x, y, frame.width - x, painting));
    unlabelled.push(...picture.unlabelled);
    height = Math.max(height, at.y + Math.max(cell.height, cell.beside ? BESIDE_LINE : 0));
  });
  const notes = [
    ...heldNotes(scale, held, painting.measure),
    scaleNote(scale, painting),
    ...unlabelledNote(unlabelled, painting),
  ];
  return { marks, height, notes };
}

/** Tiles with what labels they have room for. A part that is all there is has its name over the picture. */
function pictureMarks(cell: Cell, at: { x: number; y: number }, painting: TilePainting) {
  const { branch, width, height } = cell;
  const whole = { branch, depth: 1, x0: 0, y0: 0, x1: width, y1: height };
  const parts = tilesOf(branch, width, height).map((tile) => ({ ...tile, depth: tile.depth + 1 }));
  const leaves = parts.filter((tile) => tile.branch.branches.length === 0);
  const marks = tileMarks([whole, ...parts], at, painting);
  const unlabelled: Branch[] = [];
  for (const leaf of leaves) {
    const label = cell.beside ? [] : tileLabel(leaf, at, painting);
    marks.push(...label);
    if (label.length === 0 && leaves.length > 1) unlabelled.push(leaf.branch);
  }
  return { marks, unlabelled };
}

/**
 * The largest scale at which all fits, and at most the one held; none so small that the heaviest
 * picture cannot be read, unless that one is held.
 */
function pack(
  branches: readonly Branch[],
  painting: Painting,
  frame: Frame,
  held: number | undefined,
) {
  const heaviest = Math.max(...branches.map(({ weight }) => weight));
  const least = Math.min(frame.spare ? LEAST_WIDTH_SPARE : LEAST_WIDTH, frame.width / 2);
  let scale = Math.min((frame.width * frame.height) / heaviest, held ?? Infinity);
  for (;;) {
    const cells = branches.map((branch) => cellOf(branch, scale, painting, frame));
    const { places, height } = placeBoxes(
      cells.map(({ box }) => box),
      frame.width + GAP,
    );
    const widest = Math.max(...cells.map(({ width }) => width));
    if (height - GAP <= frame.height || widest <= least) return { cells, places, scale };
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
    ? {
        width: Math.min(frame.width, width + BESIDE_GAP + caption) + GAP,
        height: Math.max(height, BESIDE_LINE) + GAP / 2,
      }
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
  return `One scale for all: a square one centimetre wide stands for ${printMoney(Number(money.toPrecision(2)), measure)}.`;
}
