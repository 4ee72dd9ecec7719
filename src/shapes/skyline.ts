/** A box to be placed, in the order given. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox {
  readonly x: number;
  readonly y: number;
}

interface Step {
  readonly x: number;
  readonly width: number;
  readonly y: number;
}

/**
 * Places boxes one after the other as high, then as far left, as they fit above no earlier one
 * (the skyline method, bottom-left rule). Boxes wider than `width` are placed at the left edge.
 * Returns the places and the height taken.
 */
export function placeBoxes(
  boxes: readonly Box[],
  width: number,
): { places: PlacedBox[]; height: number } {
  let skyline: Step[] = [{ x: 0, width, y: 0 }];
  let height = 0;
  const places = boxes.map((box) => {
    const place = lowest(skyline, box, width);
    skyline = raised(skyline, place.x, box.width, place.y + box.height, width);
    height = Math.max(height, place.y + box.height);
    return place;
  });
  return { places, height };
}

function lowest(skyline: readonly Step[], box: Box, width: number): PlacedBox {
  let best: PlacedBox | undefined;
  for (const { x } of skyline) {
    if (x > 0 && x + box.width > width + 0.01) continue;
    const under = skyline.filter((step) => step.x < x + box.width && step.x + step.width > x);
    const y = Math.max(...under.map((step) => step.y));
    if (!best || y < best.y) best = { x, y };
  }
  return best ?? { x: 0, y: Math.max(...skyline.map((step) => step.y)) };
}

function raised(
  skyline: readonly Step[],
  x: number,
  wide: number,
  y: number,
  width: number,
): Step[] {
  const end = Math.min(x + wide, width);
  const steps: Step[] = [];
  for (const step of skyline) {
    const stepEnd = step.x + step.width;
    if (step.x < x) steps.push({ ...step, width: Math.min(stepEnd, x) - step.x });
    if (stepEnd > end) {
      const from = Math.max(step.x, end);
      steps.push({ x: from, width: stepEnd - from, y: step.y });
    }
  }
  steps.push({ x, width: end - x, y });
  return steps.filter((step) => step.width > 0).sort((a, b) => a.x - b.x);
}
