import type { Told } from './apart.ts';
import { chained } from './chain/chained.ts';
import { foldNames } from './folding.ts';
import { nestedRows } from './nesting/nested.ts';
import type { Plan } from './plan.ts';
import type { Reading } from './rows.ts';
import type { ExactlySummed } from './scanned.ts';

/**
 * What can only be told once all rows are there: which are totals of others, which names are one,
 * which rows pass on the money of others. `labelled` are records that are called totals and yet rows;
 * `inAll` is how many rows there will be, as more may be on their way.
 */
export function afterRows(
  read: Reading,
  summed: readonly ExactlySummed[],
  labelled: ReadonlySet<number>,
  plan: Plan,
  inAll: number,
): Told {
  const { reading, sums, decisions } = nestedRows(read, summed, labelled, plan, inAll);
  const folded = foldNames(reading, plan);
  const told = [...decisions, ...folded.decisions];
  return chained({ reading: folded.reading, sums, decisions: told }, plan, inAll);
}
