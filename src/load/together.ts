import type { Options } from './plan.ts';

/** Decisions taken one after another; the last word on a matter stands. */
export function together(decisions: readonly Options[]): Options {
  return decisions.reduce<Options>(
    (all, options) => ({ ...all, ...options, always: { ...all.always, ...options.always } }),
    {},
  );
}
