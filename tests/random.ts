/** Numbers from 0 to below 1, the same each time. Method: mulberry32, by Tommy Ettinger. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks one of `count` by a number from 0 to 1, the n-th being chosen 1/n times as often as the first (Zipf). */
export function unequal(count: number): (at: number) => number {
  const upTo: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank++) upTo.push((sum += 1 / rank));
  return (at) => {
    let low = 0;
    for (let high = count - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > at * sum) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
