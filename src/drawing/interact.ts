import type { Drawing, Mark } from './drawing.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const DIRECTIONS = new Map<string, Direction>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** What a key asks for on a mark. */
export type Command =
  | { readonly do: 'visit'; readonly mark: Mark }
  | { readonly do: 'choose' }
  | { readonly do: 'explain' }
  | { readonly do: 'back' };

/** Arrows, Home and End visit another of `marks`, Enter chooses, Space explains, Escape backs out. */
export function commandOf(key: string, marks: readonly Mark[], from: Mark): Command | undefined {
  const direction = DIRECTIONS.get(key);
  if (direction) return { do: 'visit', mark: nextMark(marks, from, direction) };
  switch (key) {
    case 'Home':
      return { do: 'visit', mark: marks[0] ?? from };
    case 'End':
      return { do: 'visit', mark: marks.at(-1) ?? from };
    case 'Enter':
      return { do: 'choose' };
    case ' ':
      return { do: 'explain' };
    case 'Escape':
      return { do: 'back' };
    default:
      return undefined;
  }
}

/** The marks a keyboard reaches, in reading order. */
export function reachable({ marks, reading }: Drawing): Mark[] {
  const spoken = marks.filter(({ label }) => label !== undefined);
  if (!reading) return spoken;
  const place = new Map(reading.map((key, index) => [key, index]));
  return spoken.sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
}

/** Middles closer than this, in pixels, are one. */
const NEAR = 0.5;

/**
 * The mark an arrow key moves to: the nearest whose middle lies that way, sideways distance
 * counting double. Marks with one middle, such as a tile and the only tile in it, follow each other
 * in the order given. Where none lies that way, the next or the last one in that order.
 */
export function nextMark(marks: readonly Mark[], from: Mark, direction: Direction): Mark {
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const place = marks.findIndex(({ key }) => key === from.key);
  const [x, y] = middleOf(from);
  let best: { mark: Mark; cost: number } | undefined;
  marks.forEach((mark, index) => {
    if (index === place) return;
    const [otherX, otherY] = middleOf(mark);
    const ahead = (horizontal ? otherX - x : otherY - y) * sign;
    const aside = Math.abs(horizontal ? otherY - y : otherX - x);
    const sameMiddle = Math.abs(ahead) < NEAR && aside < NEAR;
    if (sameMiddle ? (index - place) * sign < 0 : ahead < NEAR) return;
    const cost = sameMiddle ? Math.abs(index - place) / marks.length : ahead + 2 * aside;
    if (!best || cost < best.cost) best = { mark, cost };
  });
  return best?.mark ?? marks[(place + sign + marks.length) % marks.length] ?? from;
}

/** The middle of a mark; of a path, the mean of its points. */
export function middleOf(mark: Mark): readonly [x: number, y: number] {
  switch (mark.shape) {
    case 'rect':
      return [mark.x + mark.width / 2, mark.y + mark.height / 2];
    case 'line':
      return [(mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2];
    case 'text':
      return [mark.x, mark.y];
    case 'path': {
      const numbers = (mark.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      const mean = (offset: number) => {
        const own = numbers.filter((_, index) => index % 2 === offset);
        return own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
      };
      return [mean(0), mean(1)];
    }
  }
}
