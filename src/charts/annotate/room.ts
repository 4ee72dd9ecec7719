import type { Drawing, Mark } from '../../drawing/drawing.ts';
import {
  ASCENT,
  DESCENT,
  extentOf,
  gapBetween,
  grownBy,
  isWithin,
  meet,
  type Extent,
} from '../../drawing/extent.ts';
import { textWidth, wrap } from '../../drawing/text.ts';

/** The smallest type of a chart, which is that of all words beside a mark. */
export const SIZE = 12;
const LINE = 15;
/** Between words and other words, and between words and what they stand beside. */
const CLEAR = 3;
export const GAP = 7;
/** Widths that words are set in, tried in order, and how many lines they may take. */
const WIDTHS = [170, 110, 80, 240, 340, 600];
const MOST_LINES = 4;
/** Places are tried on a grid this fine. */
const STEP = 4;
/** What it costs to cover another mark whole, and to have another mark or text between the words and their own, in px of way. */
const COVERING = 60;
const CROSSING = 80;
/** What it costs to stand close to other words, and on a thin line, which both can be misread. */
const CROWDING = 12;
const AIR = 9;
const ON_LINE = 10;
const THIN = 2.5;
/** How large the dots of a timeline are about the point they begin at. */
const DOT = 8;
/** What the words of a wider or narrower setting must gain to be taken. */
const RESETTING = 12;

/** Words set beside what they are about. */
export interface Setting {
  readonly lines: readonly string[];
  readonly extent: Extent;
  /** They stand on the mark they are about, clear of its edges. */
  readonly inside: boolean;
}

/** Where words may stand: the drawing, less what is taken. */
export class Room {
  readonly #frame: Extent;
  readonly #texts: Extent[];
  readonly #lines: readonly Extent[];
  readonly #named: readonly { readonly mark: Mark; readonly extent: Extent }[];

  constructor({ width, height, marks }: Drawing) {
    this.#frame = { x0: 1, y0: 1, x1: width - 1, y1: height - 1 };
    this.#texts = marks.filter(({ shape }) => shape === 'text').map((mark) => extentOf(mark));
    this.#lines = marks
      .filter(({ shape }) => shape === 'line' || shape === 'path')
      .map((mark) => extentOf(mark))
      .filter(({ x0, y0, x1, y1 }) => Math.min(x1 - x0, y1 - y0) < THIN)
      .map((extent) => grownBy(extent, 1));
    this.#named = marks
      .filter(
        ({ label, shape, subjects }) =>
          label !== undefined && (shape === 'rect' || (shape === 'path' && subjects.length < 2)),
      )
      .map((mark) => ({ mark, extent: grownBy(extentOf(mark), mark.shape === 'path' ? DOT : 0) }));
  }

  /** Whether something keeps inside the drawing and covers no text. */
  isFree(extent: Extent): boolean {
    return isWithin(extent, this.#frame) && !this.#texts.some((text) => meet(text, extent));
  }

  take(extent: Extent): void {
    this.#texts.push(extent);
  }

  /**
   * The place nearest to `target` that has room for `text`, on `mark` itself where that is large
   * enough; it is taken from then on. Null when there is none.
   */
  set(text: string, target: Extent, mark: Mark | null): Setting | null {
    let best: { readonly setting: Setting; readonly cost: number } | undefined;
    WIDTHS.forEach((width, nth) => {
      const lines = wrap(text, SIZE, false, width, MOST_LINES);
      if (!lines?.length || WIDTHS.slice(0, nth).some((less) => isSame(lines, text, less))) return;
      const found = this.#nearest(lines, target, mark);
      if (!found) return;
      const cost = found.cost + (nth > 0 ? RESETTING : 0);
      if (!best || cost < best.cost) best = { setting: found.setting, cost };
    });
    if (best) this.take(best.setting.extent);
    return best?.setting ?? null;
  }

  #nearest(lines: readonly string[], target: Extent, mark: Mark | null) {
    const width = Math.max(...lines.map((line) => textWidth(line, SIZE))) * 1.04;
    const height = (lines.length - 1) * LINE + (ASCENT + DESCENT) * SIZE;
    let best: { setting: Setting; cost: number } | undefined;
    const { x1: right, y1: bottom } = this.#frame;
    for (let y0 = 2; y0 + height <= bottom; y0 += STEP) {
      for (let x0 = 2; x0 + width <= right; x0 += STEP) {
        const extent = { x0, y0, x1: x0 + width, y1: y0 + height };
        const least = gapBetween(extent, target);
        if (best && least >= best.cost) continue;
        if (!this.isFree(grownBy(extent, CLEAR))) continue;
        const cost = this.#cost(extent, target, mark);
        if (!best || cost < best.cost) {
          const inside = mark !== null && isWithin(grownBy(extent, CLEAR), target);
          best = { setting: { lines, extent, inside }, cost };
        }
      }
    }
    return best;
  }

  #cost(extent: Extent, target: Extent, own: Mark | null): number {
    // Towards the middle of the mark, where there is a choice.
    const off = Math.hypot(...middleOf(extent).map((at, axis) => at - middleOf(target)[axis]!));
    let cost = off * 0.05;
    const airy = grownBy(extent, AIR);
    if (this.#texts.some((text) => meet(text, airy))) cost += CROWDING;
    if (this.#lines.some((line) => meet(line, extent))) cost += ON_LINE;
    if (own !== null && isWithin(grownBy(extent, CLEAR), target)) return cost;
    const gap = gapBetween(extent, target);
    cost += gap < GAP ? COVERING + GAP - gap : gap;
    for (const { mark, extent: other } of this.#named) {
      if (mark === own || !meet(extent, other)) continue;
      cost += COVERING * (1.5 + sharedPart(extent, other));
    }
    const [from, to] = [nearestIn(extent, target), nearestIn(target, extent)];
    const others = this.#named.filter(({ mark }) => mark !== own).map((named) => named.extent);
    if ([...this.#texts, ...others].some((other) => crosses(from, to, other))) cost += CROSSING;
    return cost;
  }
}

type Point = readonly [x: number, y: number];

export function middleOf({ x0, y0, x1, y1 }: Extent): Point {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}

/** The point of `extent` that is nearest to the middle of `to`. */
export function nearestIn(extent: Extent, to: Extent): Point {
  const [x, y] = middleOf(to);
  const between = (low: number, high: number, at: number) => Math.min(high, Math.max(low, at));
  return [between(extent.x0, extent.x1, x), between(extent.y0, extent.y1, y)];
}

/** Whether the line from one point to another goes through an extent; tried at points along it. */
function crosses([ax, ay]: Point, [bx, by]: Point, extent: Extent): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SIZE) * 2);
  for (let step = 1; step < steps; step++) {
    const x = ax + ((bx - ax) * step) / steps;
    const y = ay + ((by - ay) * step) / steps;
    if (x > extent.x0 && x < extent.x1 && y > extent.y0 && y < extent.y1) return true;
  }
  return false;
}

/** How much of the smaller is under the other, from 0 to 1. */
function sharedPart(a: Extent, b: Extent): number {
  const area = ({ x0, y0, x1, y1 }: Extent) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
  const shared = {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
  return Math.min(1, area(shared) / Math.max(1, Math.min(area(a), area(b))));
}

function isSame(lines: readonly string[], text: string, width: number): boolean {
  const before = wrap(text, SIZE, false, width, MOST_LINES);
  return before !== null && before.join('\n') === lines.join('\n');
}

/** Where the baseline of a line of a setting is. */
export function baselineOf({ extent }: Setting, line: number): number {
  return extent.y0 + ASCENT * SIZE + line * LINE;
}
