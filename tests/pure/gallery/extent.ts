import type { Mark, TextMark } from '../../../src/drawing/drawing.ts';
import { textWidth } from '../../../src/drawing/text.ts';

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** How far letters reach over and under their baseline, in ems. */
const OVER = 0.73;
const UNDER = 0.21;

/** Where the letters of a text stand. */
export function boxOfText({ x, y, text, size, bold, anchor }: TextMark): Box {
  const wide = textWidth(text, size, bold);
  const x0 = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
  return { x0, x1: x0 + wide, y0: y - OVER * size, y1: y + UNDER * size };
}

/** Commands and their numbers, in order. Throws for path data that charts do not write. */
export function commandsOf(d: string): { command: string; numbers: number[] }[] {
  if (!/^M[-\d. MLCZa]*$/.test(d)) throw new Error(`not path data of a chart: "${d}"`);
  return [...d.matchAll(/([MLCZa])([^MLCZa]*)/g)].map(([, command = '', numbers = '']) => ({
    command,
    numbers: numbers
      .split(/ |(?=-)/)
      .filter(Boolean)
      .map(Number),
  }));
}

/**
 * Every point of a path, control points included, between which all of it lies. Of circles, which
 * are the only arcs charts draw, the four ends of the axes.
 */
export function pointsOf(d: string): [x: number, y: number][] {
  const points: [number, number][] = [];
  for (const { command, numbers } of commandsOf(d)) {
    const [radius = 0, , , , , dx = 0] = numbers;
    if (command === 'a') {
      const [x, y] = points.at(-1) ?? [0, 0];
      points.push([x, y - radius], [x, y + radius], [x + dx, y]);
      continue;
    }
    for (let at = 0; at < numbers.length; at += 2) {
      points.push([numbers[at] ?? NaN, numbers[at + 1] ?? NaN]);
    }
  }
  return points;
}

/** The smallest box around a mark, without its stroke. */
export function boxOf(mark: Mark): Box {
  switch (mark.shape) {
    case 'rect':
      return { x0: mark.x, y0: mark.y, x1: mark.x + mark.width, y1: mark.y + mark.height };
    case 'line':
      return {
        x0: Math.min(mark.x0, mark.x1),
        y0: Math.min(mark.y0, mark.y1),
        x1: Math.max(mark.x0, mark.x1),
        y1: Math.max(mark.y0, mark.y1),
      };
    case 'text':
      return boxOfText(mark);
    case 'path': {
      const points = pointsOf(mark.d);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
    }
  }
}

/** True when `inner` is in `outer`, give or take `tolerance` px. */
export function isInside(inner: Box, outer: Box, tolerance: number): boolean {
  return (
    inner.x0 >= outer.x0 - tolerance &&
    inner.y0 >= outer.y0 - tolerance &&
    inner.x1 <= outer.x1 + tolerance &&
    inner.y1 <= outer.y1 + tolerance
  );
}

/** True when boxes side by side hold all of `inner`, give or take `tolerance` px between them. */
export function isCovered(inner: Box, boxes: readonly Box[], tolerance: number): boolean {
  const holding = boxes.filter(
    (box) => box.y0 - tolerance <= inner.y0 && inner.y1 <= box.y1 + tolerance,
  );
  let covered = inner.x0;
  for (const box of holding.sort((a, b) => a.x0 - b.x0)) {
    // A hundredth for what was rounded: neighbours stand exactly a tolerance apart.
    if (box.x0 <= covered + tolerance + 0.01) covered = Math.max(covered, box.x1);
  }
  return covered >= inner.x1 - tolerance;
}

/** True when two boxes share more than `tolerance` px both ways. */
export function overlap(a: Box, b: Box, tolerance: number): boolean {
  return (
    Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > tolerance &&
    Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > tolerance
  );
}
