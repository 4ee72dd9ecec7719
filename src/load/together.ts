import { ROLE_NAMES, type Options } from './plan.ts';

/** Decisions taken one after another; the last word on a matter stands. */
export function together(decisions: readonly Options[]): Options {
  return decisions.reduce<Options>(
    (all, options) => ({
      ...freed(all, options),
      ...options,
      always: { ...all.always, ...options.always },
    }),
    {},
  );
}

/** What holds of earlier decisions once columns are given other roles: a column has one at a time. */
function freed(all: Options, later: Options): Options {
  const given = new Set(
    ROLE_NAMES.flatMap((role) => (later[role] && later[role] !== all[role] ? later[role] : [])),
  );
  const lost = new Set<string>(ROLE_NAMES.filter((role) => given.has(all[role] ?? '')));
  return Object.fromEntries(Object.entries(all).filter(([name]) => !lost.has(name)));
}
