import { round } from '../drawing/geometry.ts';
import type { Mark } from '../drawing/drawing.ts';

/**
 * Marks as they go into a drawing: numbers rounded to two decimals, so that every machine writes
 * the same bytes, and keys told apart by a number where data happens to spell one twice. Marks with
 * a spoken label keep their key before furniture does.
 */
export function finished(marks: readonly Mark[]): Mark[] {
  const taken = new Set<string>();
  const keys = new Map<Mark, string>();
  const claim = (mark: Mark) => {
    let key = mark.key;
    for (let nth = 2; taken.has(key); nth++) key = `${mark.key}#${nth}`;
    taken.add(key);
    keys.set(mark, key);
  };
  marks.filter(({ label }) => label !== undefined).forEach(claim);
  marks.filter(({ label }) => label === undefined).forEach(claim);
  return marks.map((mark) => ({ ...rounded(mark), key: keys.get(mark) ?? mark.key }));
}

function rounded(mark: Mark): Mark {
  switch (mark.shape) {
    case 'rect': {
      const [x, y] = [round(mark.x), round(mark.y)];
      const width = round(round(mark.x + mark.width) - x);
      return { ...mark, x, y, width, height: round(round(mark.y + mark.height) - y) };
    }
    case 'line':
      return {
        ...mark,
        x0: round(mark.x0),
        y0: round(mark.y0),
        x1: round(mark.x1),
        y1: round(mark.y1),
      };
    case 'text':
      return { ...mark, x: round(mark.x), y: round(mark.y) };
    case 'path':
      return mark;
  }
}
