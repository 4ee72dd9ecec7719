/** Numbers as they are written into pictures: two decimals, so that every machine writes the same. */
export function round(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}

type Point = readonly [x: number, y: number];

/** Path data of a closed polygon. */
export function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

/**
 * A torn edge of a box, growing out of its bottom side by `depth`: the sign for "at least", since
 * nobody has said where the sum ends.
 */
export function tornEdge(x0: number, x1: number, y: number, depth = 4): string {
  const teeth = Math.max(2, Math.round((x1 - x0) / 4));
  const step = (x1 - x0) / teeth;
  const points: Point[] = [[x0, y]];
  for (let tooth = 0; tooth < teeth; tooth++) {
    points.push([x0 + step * (tooth + 0.5), y + depth], [x0 + step * (tooth + 1), y]);
  }
  return polygon(points);
}

/** Turns a picture that runs left to right into one that runs top to bottom. */
export type Turn = (along: number, across: number) => Point;
export const LEFT_TO_RIGHT: Turn = (along, across) => [along, across];
export const TOP_TO_BOTTOM: Turn = (along, across) => [across, along];

interface End {
  readonly along: number;
  readonly across: number;
}

/**
 * A filled ribbon between two spans, with the S-shape of d3's horizontal link on both sides. Filled
 * and not stroked, because some programs draw no gradient or no wide stroke along a path.
 */
export function ribbon(from: End, to: End, width: number, turn: Turn): string {
  const far = (end: End): End => ({ along: end.along, across: end.across + width });
  return `M${point(from, turn)}${curve(from, to, turn)}L${point(far(to), turn)}${curve(far(to), far(from), turn)}Z`;
}

/** The line of a flow that has no width. */
export function thread(from: End, to: End, turn: Turn): string {
  return `M${point(from, turn)}${curve(from, to, turn)}`;
}

function curve(from: End, to: End, turn: Turn): string {
  const along = (from.along + to.along) / 2;
  return `C${point({ along, across: from.across }, turn)} ${point({ along, across: to.across }, turn)} ${point(to, turn)}`;
}

function point({ along, across }: End, turn: Turn): string {
  const [x, y] = turn(along, across);
  return `${round(x)} ${round(y)}`;
}
