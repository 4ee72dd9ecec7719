import { BLANK } from '../model/dimension.ts';
import type { Plan, RoleName } from './plan.ts';
import type { Reading } from './rows.ts';

const COUNTED: readonly RoleName[] = ['funder', 'recipient', 'programme', 'sector', 'place'];

/** How many different values the rows have in each column with a counted role. */
export function distinctIn(reading: Reading, { roles, mapping }: Plan): Map<RoleName, number> {
  const distinct = new Map<RoleName, number>();
  for (const role of COUNTED) {
    const column = mapping.get(role);
    const known = [...roles.dimensions, ...roles.texts].find((each) => each.column === column);
    const words = [...reading.dimensions, ...reading.texts].find(({ id }) => id === known?.id);
    if (column === undefined || !words) continue;
    const { values } = words;
    const none = ['', BLANK].filter((blank) => values.includes(blank));
    distinct.set(role, values.length - none.length);
  }
  return distinct;
}
