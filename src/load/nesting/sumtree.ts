/** For each position, the position it belongs under; -1 at the top. */
export type Parents = Int32Array;

/** A row is a parent of no fewer rows than this: of one, it could as well be an equal amount. */
const FEWEST = 2;

/**
 * Finds amounts that equal the sum of those right before them, and again of those sums: the tree of
 * a list in which every total stands under its parts. `mayTotal` says which positions are looked at.
 *
 * Method: as an expression in postfix is read, with a list of what has no parent yet; a total takes
 * the shortest end of it that adds up.
 */
export function sumTree(amounts: readonly number[], mayTotal: (at: number) => boolean): Parents {
  const parents = new Int32Array(amounts.length).fill(-1);
  const open: number[] = [];
  amounts.forEach((amount, at) => {
    const from = amount !== 0 && mayTotal(at) ? startOf(open, amounts, amount) : open.length;
    for (const child of open.splice(from)) parents[child] = at;
    open.push(at);
  });
  return parents;
}

/** The same for a list in which every total stands over its parts. */
export function sumTreeDown(
  amounts: readonly number[],
  mayTotal: (at: number) => boolean,
): Parents {
  const last = amounts.length - 1;
  const upwards = sumTree(amounts.toReversed(), (at) => mayTotal(last - at));
  return upwards.map((parent) => (parent < 0 ? -1 : last - parent)).reverse();
}

/** Where the shortest end of `open` starts that adds up to `total`; its length when none does. */
function startOf(open: readonly number[], amounts: readonly number[], total: number): number {
  let sum = 0;
  let filled = 0;
  for (let from = open.length - 1; from >= 0; from--) {
    const amount = amounts[open[from]!]!;
    sum += amount;
    if (amount !== 0) filled++;
    if (sum === total && filled >= FEWEST) return from;
    if (Math.abs(sum) > Math.abs(total)) break;
  }
  return open.length;
}
