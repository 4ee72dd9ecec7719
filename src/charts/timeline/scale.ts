/** Halvings that bring a scale within a hundredth of a per cent of the largest one that fits. */
const STEPS = 20;

/**
 * The largest scale between `least` and `most` (both positive) at which everything fits, found by
 * halving on a logarithmic line; `least` where not even that fits, or nothing sets an upper end.
 */
export function largestScale(
  least: number,
  most: number,
  fitsAt: (scale: number) => boolean,
): number {
  if (most <= least || most === Infinity || !fitsAt(least)) return least;
  if (fitsAt(most)) return most;
  let [low, high] = [least, most];
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (fitsAt(middle)) low = middle;
    else high = middle;
  }
  return low;
}
