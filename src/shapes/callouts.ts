/** A label wanted at `x`, `width` px wide. */
export interface Callout {
  readonly x: number;
  readonly width: number;
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
 * at its `x`. No two labels overlap. Every label takes the nearest line on which also no leader
 * runs through a label; where there is none, a leader passes behind a label, whose rim breaks it.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  width: number,
  gap = 8,
): PlacedCallout[] {
  const taken: Taken[] = [];
  const result = new Map<Callout, PlacedCallout>();
  for (const callout of [...callouts].sort((a, b) => b.x - a.x)) {
    const place = freePlace(callout, width, taken, callouts.length, (a, b) =>
      keepsClear(a, b, gap),
    );
    const made = place ?? freePlace(callout, width, taken, Infinity, (a, b) => apart(a, b, gap));
    if (!made) throw new Error(`no line is free for a label of ${callout.width} px`);
    taken.push(made);
    result.set(callout, made);
  }
  return callouts.flatMap((callout) => result.get(callout) ?? []);
}

function freePlace(
  { x, width: wide }: Callout,
  width: number,
  taken: readonly Taken[],
  lines: number,
  agrees: (a: Taken, b: Taken) => boolean,
): Taken | undefined {
  const starts = [x, Math.max(0, Math.min(x, width - wide)), x - wide, 0].filter(
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
