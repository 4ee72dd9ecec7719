import type { Drawing, Mark, TextMark } from '../../../src/drawing/drawing.ts';
import { textWidth } from '../../../src/drawing/text.ts';

interface Extent {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Rounding to two decimals may put an edge this far out. */
const SLACK = 0.011;
/** Height of letters over and under the baseline, in ems. */
const OVER = 0.74;
const UNDER = 0.22;

export function extentOfText({ x, y, text, size, bold, anchor }: TextMark): Extent {
  const width = textWidth(text, size, bold);
  const x0 = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { x0, x1: x0 + width, y0: y - OVER * size, y1: y + UNDER * size };
}

/** What a mark takes up; of a path the points it names, arcs by their end points. */
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
      const start = mark.d.split('a')[0] ?? '';
      const numbers = [...start.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));
      const xs = numbers.filter((_, at) => at % 2 === 0);
      const ys = numbers.filter((_, at) => at % 2 === 1);
      const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
      return { x0, x1, y0: Math.min(...ys), y1: Math.max(...ys) };
    }
  }
}

/** What every drawing must keep, whatever chart it is and whatever it shows; empty when all is kept. */
export function breachesOf({ width, height, marks }: Drawing): string[] {
  const breaches: string[] = [];
  const keys = new Set<string>();
  for (const mark of marks) {
    if (keys.has(mark.key)) breaches.push(`key twice: ${mark.key}`);
    keys.add(mark.key);
    const extent = extentOf(mark);
    const sides = Object.values(extent);
    if (!sides.every(Number.isFinite)) breaches.push(`not finite: ${mark.key}`);
    if (
      extent.x0 < -SLACK ||
      extent.y0 < -SLACK ||
      extent.x1 > width + SLACK ||
      extent.y1 > height + SLACK
    ) {
      breaches.push(`outside ${width} × ${height}: ${mark.key} ${JSON.stringify(extent)}`);
    }
    if (mark.shape === 'rect' && (mark.width < 0 || mark.height < 0)) {
      breaches.push(`negative size: ${mark.key}`);
    }
    if (mark.shape === 'text' && mark.size < 12) breaches.push(`small text: ${mark.key}`);
    if (mark.shape === 'text' && mark.text === '') breaches.push(`empty text: ${mark.key}`);
    for (const value of Object.values(mark)) {
      if (typeof value === 'number' && Math.round(value * 100) / 100 !== value) {
        breaches.push(`not rounded: ${mark.key} ${value}`);
      }
    }
  }
  return [...breaches, ...overlapsOf(marks)];
}

function overlapsOf(marks: readonly Mark[]): string[] {
  const texts = marks.filter((mark) => mark.shape === 'text');
  const extents = texts.map(extentOfText);
  return texts.flatMap((text, at) =>
    texts.slice(at + 1).flatMap((other, after) => {
      const [a, b] = [extents[at], extents[at + 1 + after]];
      const meets = a && b && a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
      return meets ? [`texts meet: "${text.text}" and "${other.text}"`] : [];
    }),
  );
}
