/** A label wanted on a pole at `x`, `width` px wide. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

export interface PlacedFlag {
  /** Row it hangs in, counted from the line the poles stand on. */
  readonly row: number;
  /** Whether the text runs to the right of its pole or ends to the left of it. */
  readonly side: 'right' | 'left';
}

/** Space from a pole to its text, and from a pole to what stands on its other side. */
export const FLAG_REACH = 8;
const POLE_ROOM = 6;

interface Hung extends PlacedFlag {
  readonly x: number;
  readonly x0: number;
  readonly x1: number;
}

/**
 * Hangs labels on poles under a line, in at most `rows` rows and within `width` px. No label meets
 * another, and no pole runs through a label but those hung on it. A label for which there is no
 * place is null. Works from the right, so that labels form stairs down to the left.
 */
export function placeFlags(
  flags: readonly Flag[],
  width: number,
  rows: number,
  gap = 10,
): (PlacedFlag | null)[] {
  const hung: Hung[] = [];
  const placed = new Map<Flag, PlacedFlag>();
  for (const flag of [...flags].sort((a, b) => b.x - a.x)) {
    const place = freePlace(flag, width, rows, gap, hung);
    if (!place) continue;
    hung.push(place);
    placed.set(flag, { row: place.row, side: place.side });
  }
  return flags.map((flag) => placed.get(flag) ?? null);
}

function freePlace(
  { x, width: wide }: Flag,
  width: number,
  rows: number,
  gap: number,
  hung: readonly Hung[],
): Hung | undefined {
  const sides = [
    { side: 'right', x0: x - POLE_ROOM, x1: x + FLAG_REACH + wide },
    { side: 'left', x0: x - FLAG_REACH - wide, x1: x + POLE_ROOM },
  ] as const;
  for (const { side, x0, x1 } of sides) {
    if (side === 'right' ? x1 > width : x0 < 0) continue;
    for (let row = 0; row < rows; row++) {
      const wanted = { x, row, side, x0, x1 };
      if (hung.every((other) => agree(wanted, other, gap))) return wanted;
    }
  }
  return undefined;
}

function agree(a: Hung, b: Hung, gap: number): boolean {
  if (a.row === b.row) return a.x1 + gap <= b.x0 || b.x1 + gap <= a.x0;
  if (a.x === b.x) return true;
  const [near, far] = a.row < b.row ? [a, b] : [b, a];
  return far.x <= near.x0 || far.x >= near.x1;
}
