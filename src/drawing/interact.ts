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

/**
 * The mark an arrow key moves to: the nearest whose middle lies that way, sideways distance
 * counting double. Where none does, the next or the last one in the order given, so that every mark
 * can be reached with one pair of keys.
 */
export function nextMark(marks: readonly Mark[], from: Mark, direction: Direction): Mark {
  const horizontal = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const [x, y] = middleOf(from);
  let best: { mark: Mark; cost: number } | undefined;
  for (const mark of marks) {
    if (mark.key === from.key) continue;
    const [otherX, otherY] = middleOf(mark);
    const ahead = (horizontal ? otherX - x : otherY - y) * sign;
    const aside = Math.abs(horizontal ? otherY - y : otherX - x);
    if (ahead < 1) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { mark, cost };
  }
  if (best) return best.mark;
  const index = marks.findIndex(({ key }) => key === from.key);
  return marks[(index + sign + marks.length) % marks.length] ?? from;
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
