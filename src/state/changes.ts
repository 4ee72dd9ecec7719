import type { Options } from '../load/plan.ts';
import { together as inTurn } from '../load/together.ts';

/** A decision made by hand, with the sentence that undoes it by name. */
export interface Change {
  readonly sentence: string;
  readonly options: Options;
}

/** What was decided, one change after another; the last word on a matter stands. */
export function together(changes: readonly Change[]): Options {
  return inTurn(changes.map(({ options }) => options));
}
