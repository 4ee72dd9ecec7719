/** A label wanted for a mark, `width` px wide. */
export interface Callout {
  /** Where the leader to the mark stands. */
  readonly x: number;
  readonly width: number;
  /** The mark's own span: a label inside it needs no leader and is in nobody's way. */
  readonly from: number;
  readonly to: number;
}

export interface PlacedCallout {
  /** Left edge of the text. */
  readonly x0: number;
  /** Line it stands on, counted from the row of marks it belongs to. */
  readonly line: number;
}

interface Taken extends PlacedCallout {
  readonly x: number;
  readonly x1: number;
}

/**
 * Places labels of a row of marks on lines beside it, each joined to its mark by a straight leader
 * at its `x`. No two labels overlap. Labels that fit their mark stand in it; of the others, those
 * with room to their left end at their leader, left ones nearer, so that no leader further right
 * meets them; the rest start at theirs. Only where that fails does a leader pass behind a label,
 * whose rim then breaks it.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  width: number,
  gap = 8,
): PlacedCallout[] {
  const inside = ({ x, width: wide, to }: Callout) => x + wide <= to;
  const toTheLeft = ({ x, width: wide }: Callout) => x - wide >= 0;
  const order = [
    ...callouts.filter(inside),
    ...callouts.filter((one) => !inside(one) && toTheLeft(one)).sort((a, b) => a.x - b.x),
    ...callouts.filter((one) => !inside(one) && !toTheLeft(one)).sort((a, b) => b.x - a.x),
  ];
  const taken: Taken[] = [];
  const result = new Map<Callout, PlacedCallout>();
  for (const callout of order) {
    const made =
      freePlace(callout, width, taken, callouts.length, (a, b) => keepsClear(a, b, gap)) ??
      freePlace(callout, width, taken, Infinity, (a, b) => apart(a, b, gap));
    if (!made) throw new Error(`no line is free for a label of ${callout.width} px`);
    taken.push(made);
    result.set(callout, made);
  }
  return callouts.flatMap((callout) => result.get(callout) ?? []);
}

function freePlace(
  { x, width: wide, to }: Callout,
  width: number,
  taken: readonly Taken[],
  lines: number,
  agrees: (a: Taken, b: Taken) => boolean,
): Taken | undefined {
  const beside = x + wide <= to ? [x] : [x - wide, x];
  // Last resort: as far in as the frame wants, but never away from the leader.
  const starts = [...beside, Math.max(0, Math.min(x, width - wide))].filter(
    (x0) => x0 >= 0 && (x0 + wide <= width || x0 === 0),
  );
  for (let line = 0; line <= Math.min(lines, taken.length); line++) {
    for (const x0 of starts) {
      const wanted = { x, x0, x1: x0 + wide, line };
      if (taken.every((other) => agrees(wanted, other))) return wanted;
    }
  }
  return undefined;
}

function keepsClear(a: Taken, b: Taken, gap: number): boolean {
  if (a.line === b.line) return apart(a, b, gap);
  const [near, far] = a.line < b.line ? [a, b] : [b, a];
  return far.x < near.x0 - gap / 2 || far.x > near.x1 + gap / 2;
}

function apart(a: Taken, b: Taken, gap: number): boolean {
  return a.line !== b.line || a.x1 + gap <= b.x0 || b.x1 + gap <= a.x0;
}
