import type { Mark, TextMark } from './drawing.ts';
import { textWidth } from './text.ts';

/** What something takes up, in a drawing's px. */
export interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Height of letters over and under the baseline, in ems. */
export const ASCENT = 0.76;
export const DESCENT = 0.24;

export function extentOfText({ x, y, text, size, bold, anchor }: TextMark): Extent {
  const width = textWidth(text, size, bold);
  const x0 = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { x0, x1: x0 + width, y0: y - ASCENT * size, y1: y + DESCENT * size };
}

/** What a mark takes up; of an outline the points it names up to its first arc. */
export function extentOf(mark: Mark): Extent {
  switch (mark.shape) {
    case 'rect':
      return { x0: mark.x, y0: mark.y, x1: mark.x + mark.width, y1: mark.y + mark.height };
    case 'line': {
      const [x0, x1] = [Math.min(mark.x0, mark.x1), Math.max(mark.x0, mark.x1)];
      return { x0, x1, y0: Math.min(mark.y0, mark.y1), y1: Math.max(mark.y0, mark.y1) };
    }
    case 'text':
      return extentOfText(mark);
    case 'path': {
      const numbers = (/^[^Aa]*/.exec(mark.d)?.[0].match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
      const xs = numbers.filter((_, at) => at % 2 === 0);
      const ys = numbers.filter((_, at) => at % 2 === 1);
      const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
      return { x0, x1, y0: Math.min(...ys), y1: Math.max(...ys) };
    }
  }
}

export function around(extents: readonly Extent[]): Extent {
  return {
    x0: Math.min(...extents.map(({ x0 }) => x0)),
    y0: Math.min(...extents.map(({ y0 }) => y0)),
    x1: Math.max(...extents.map(({ x1 }) => x1)),
    y1: Math.max(...extents.map(({ y1 }) => y1)),
  };
}

export function grownBy({ x0, y0, x1, y1 }: Extent, by: number): Extent {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}

export function meet(a: Extent, b: Extent): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

export function isWithin(inner: Extent, outer: Extent): boolean {
  return (
    inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
  );
}

/** How far two extents are apart in px; 0 where they meet. */
export function gapBetween(a: Extent, b: Extent): number {
  const across = Math.max(0, a.x0 - b.x1, b.x0 - a.x1);
  const down = Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
  return Math.hypot(across, down);
}
