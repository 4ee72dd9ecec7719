/** How many times a thing is done before and while it is timed. */
const WARM = 3;
const TIMED = 15;

/** Median milliseconds of `act`, which is told how many times it was done before. */
export async function medianOf(act: (time: number) => unknown): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < WARM + TIMED; time++) {
    const from = performance.now();
    await act(time);
    if (time >= WARM) taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[TIMED >> 1]!;
}
