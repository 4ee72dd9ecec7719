import type { Options } from '../load/plan.ts';

/** A decision made by hand, with the sentence that undoes it by name. */
export interface Change {
  readonly sentence: string;
  readonly options: Options;
}

/** Decisions taken one after another; the last word on a matter stands. */
export function together(changes: readonly Change[]): Options {
  return changes.reduce<Options>(
    (all, { options }) => ({ ...all, ...options, always: { ...all.always, ...options.always } }),
    {},
  );
}
