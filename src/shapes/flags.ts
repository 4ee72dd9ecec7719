/** A label wanted on a pole at `x`, `width` px wide. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

export interface PlacedFlag {
  /** Row it hangs in, counted from the line the poles stand on. */
  readonly row: number;
  /** Whether the text runs to the right of its pole or ends to the left of it. */
  readonly side: Side;
}

type Side = 'right' | 'left';

/** Space from a pole to its text, and from a pole to what stands on its other side. */
export const FLAG_REACH = 8;
const POLE_ROOM = 6;

interface Hung extends PlacedFlag {
  readonly x: number;
  readonly x0: number;
  readonly x1: number;
}

/** Ways to go about it; the first that places most labels is taken. */
const WAYS: readonly { readonly fromRight: boolean; readonly sides: readonly Side[] }[] = [
  { fromRight: true, sides: ['right', 'left'] },
  { fromRight: false, sides: ['right', 'left'] },
  { fromRight: false, sides: ['left', 'right'] },
];

/**
 * Hangs labels on poles under a line, in at most `rows` rows and within `width` px. No label meets
 * another or the foot of another's pole. Where there is a choice no pole runs through a label; else
 * it passes behind it. A label for which there is no place is null. As many are placed as the best of
 * a few ways of going about it places.
 */
export function placeFlags(
  flags: readonly Flag[],
  width: number,
  rows: number,
  gap = 10,
): (PlacedFlag | null)[] {
  let best: (PlacedFlag | null)[] = [];
  let most = -1;
  for (const { fromRight, sides } of WAYS) {
    const order = flags.map((flag, at) => ({ flag, at }));
    order.sort((a, b) => (fromRight ? b.flag.x - a.flag.x : a.flag.x - b.flag.x) || a.at - b.at);
    const hung: Hung[] = [];
    const placed: (PlacedFlag | null)[] = flags.map(() => null);
    for (const { flag, at } of order) {
      const places = placesFor(flag, sides, width, rows).filter((place) =>
        hung.every((other) => apart(place, other, gap)),
      );
      const clear = places.find((place) => hung.every((other) => isClear(place, other)));
      const chosen = clear ?? places[0];
      if (!chosen) continue;
      hung.push(chosen);
      placed[at] = { row: chosen.row, side: chosen.side };
    }
    if (hung.length > most) [best, most] = [placed, hung.length];
  }
  return best;
}

function placesFor(
  { x, width: wide }: Flag,
  sides: readonly Side[],
  width: number,
  rows: number,
): Hung[] {
  return sides.flatMap((side) => {
    const right = side === 'right';
    const x0 = right ? x - POLE_ROOM : x - FLAG_REACH - wide;
    const x1 = right ? x + FLAG_REACH + wide : x + POLE_ROOM;
    if (right ? x1 > width : x0 < 0) return [];
    return Array.from({ length: rows }, (_, row) => ({ x, row, side, x0, x1 }));
  });
}

function apart(a: Hung, b: Hung, gap: number): boolean {
  return a.row !== b.row || a.x1 + gap <= b.x0 || b.x1 + gap <= a.x0;
}

/** No pole of the two runs through the label of the other. Labels on one pole share it. */
function isClear(a: Hung, b: Hung): boolean {
  if (a.row === b.row || a.x === b.x) return true;
  const [near, far] = a.row < b.row ? [a, b] : [b, a];
  return far.x <= near.x0 || far.x >= near.x1;
}
