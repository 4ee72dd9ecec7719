/** A box that must keep its place from left to right and may stand at any height. */
export interface LaneBox {
  readonly x0: number;
  readonly x1: number;
  readonly height: number;
}

export interface Lanes {
  /** Top of each box, in the order given. */
  readonly tops: readonly number[];
  /** Lane of each box, counted from the top. */
  readonly lanes: readonly number[];
  /** Height of all lanes together. */
  readonly height: number;
}

/**
 * Places boxes in lanes from the top down: each goes into the first lane where it stands at least
 * `gapX` from every box already there. A lane is as high as its highest box, `gapY` apart from the
 * next. The order given is the order kept.
 */
export function placeInLanes(boxes: readonly LaneBox[], gapX: number, gapY: number): Lanes {
  const lanes: { boxes: LaneBox[]; height: number }[] = [];
  const laneOf = boxes.map((box) => {
    let lane = lanes.findIndex((other) => other.boxes.every((held) => apart(held, box, gapX)));
    if (lane < 0) lane = lanes.push({ boxes: [], height: 0 }) - 1;
    const chosen = lanes[lane];
    chosen?.boxes.push(box);
    if (chosen) chosen.height = Math.max(chosen.height, box.height);
    return lane;
  });
  const starts: number[] = [];
  let height = 0;
  for (const lane of lanes) {
    if (height > 0) height += gapY;
    starts.push(height);
    height += lane.height;
  }
  return { tops: laneOf.map((lane) => starts[lane] ?? 0), lanes: laneOf, height };
}

function apart(a: LaneBox, b: LaneBox, gap: number): boolean {
  return a.x1 + gap <= b.x0 || b.x1 + gap <= a.x0;
}
