/** A piece of a path, at absolute points, as DrawingML knows them. */
export type Piece =
  | { readonly do: 'move' | 'line'; readonly to: Point }
  | { readonly do: 'curve'; readonly by: readonly [Point, Point]; readonly to: Point }
  | { readonly do: 'close' };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many numbers each command of the portable profile takes; `a` stands for an arc of a circle. */
const TAKES: ReadonlyMap<string, number> = new Map([
  ['M', 2],
  ['L', 2],
  ['C', 6],
  ['a', 7],
  ['Z', 0],
]);

/**
 * Path data of the portable profile (M, L, C, Z and relative arcs of circles) in pieces; arcs become
 * curves. Throws at anything else.
 */
export function piecesOf(d: string): Piece[] {
  const pieces: Piece[] = [];
  let at: Point = { x: 0, y: 0 };
  for (const [, command = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = rest.match(/-?\d*\.?\d+/g)?.map(Number) ?? [];
    const takes = TAKES.get(command);
    if (takes === undefined || (takes === 0 ? numbers.length > 0 : numbers.length % takes > 0)) {
      throw new Error(`path data outside the profile: ${command}${rest}`);
    }
    if (command === 'Z') pieces.push({ do: 'close' });
    for (let from = 0; from < numbers.length; from += takes || 1) {
      const taken = piecesFor(command, numbers.slice(from, from + takes), at);
      pieces.push(...taken);
      for (const piece of taken) if (piece.do !== 'close') at = piece.to;
    }
  }
  return pieces;
}

function piecesFor(command: string, numbers: readonly number[], at: Point): Piece[] {
  const point = (nth: number): Point => ({ x: numbers[nth] ?? 0, y: numbers[nth + 1] ?? 0 });
  if (command === 'M') return [{ do: 'move', to: point(0) }];
  if (command === 'L') return [{ do: 'line', to: point(0) }];
  if (command === 'C') return [{ do: 'curve', by: [point(0), point(2)], to: point(4) }];
  const [rx = 0, ry = 0, , large = 0, sweep = 0] = numbers;
  if (rx !== ry) throw new Error('an arc that is no part of a circle');
  const by = point(5);
  return arc(at, { x: at.x + by.x, y: at.y + by.y }, rx, large === 1, sweep === 1);
}

/** An arc of a circle as curves of at most a quarter turn. Method: SVG 1.1, appendix F.6.5. */
function arc(from: Point, to: Point, radius: number, large: boolean, sweep: boolean): Piece[] {
  const half = { x: (to.x - from.x) / 2, y: (to.y - from.y) / 2 };
  const chord = Math.hypot(half.x, half.y);
  const r = Math.max(radius, chord);
  if (chord === 0 || r === 0) return [{ do: 'line', to }];
  const away = (Math.sqrt(Math.max(0, r * r - chord * chord)) / chord) * (large === sweep ? -1 : 1);
  const centre = {
    x: from.x + half.x - half.y * away,
    y: from.y + half.y + half.x * away,
  };
  const begin = Math.atan2(from.y - centre.y, from.x - centre.x);
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - begin;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / count;
  const reach = (4 / 3) * Math.tan(step / 4) * r;
  const on = (angle: number) => ({
    x: centre.x + r * Math.cos(angle),
    y: centre.y + r * Math.sin(angle),
  });
  return Array.from({ length: count }, (_, nth): Piece => {
    const [a, b] = [begin + nth * step, begin + (nth + 1) * step];
    const [p, q] = [on(a), nth === count - 1 ? to : on(b)];
    return {
      do: 'curve',
      by: [
        { x: p.x - reach * Math.sin(a), y: p.y + reach * Math.cos(a) },
        { x: q.x + reach * Math.sin(b), y: q.y - reach * Math.cos(b) },
      ],
      to: q,
    };
  });
}

/** The box round all ends and handles: for the S-shapes and circles of charts, that of the path itself. */
export function boxOf(pieces: readonly Piece[]): Box {
  const points = pieces.flatMap((piece) =>
    piece.do === 'close' ? [] : piece.do === 'curve' ? [...piece.by, piece.to] : [piece.to],
  );
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
