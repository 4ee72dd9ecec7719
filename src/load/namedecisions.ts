import { alikeNames } from './names.ts';
import type { Decision, Plan, RoleName } from './plan.ts';
import type { Scanned } from './scanned.ts';
import type { TextColumn } from '../model/dataset.ts';

/** How many groups of names in a column get a sentence of their own. */
const MOST_GROUPS = 20;
/** The matter of all that is said of names that may be one body. */
export const ALIKE = 'names alike';
/** Columns whose names are held against each other. */
export const NAMING = ['funder', 'recipient', 'programme', 'sector', 'place'] as const;
const BODIES: readonly RoleName[] = ['funder', 'recipient'];
/** The matter of what is said of names that were merged. */
export const MERGED = 'merged names';

/** What is said of names that look like the same thing: one sentence for each, with a way to merge it. */
export function nameDecisions(
  { columns, mapping, roles, options }: Plan,
  { reading }: Scanned,
): Decision[] {
  return NAMING.flatMap((role): Decision[] => {
    const column = columns[mapping.get(role) ?? -1];
    const known = roles.dimensions.find((dimension) => dimension.column === column?.index);
    const dimension = reading.dimensions.find(({ id }) => id === known?.id);
    if (!column || !dimension) return [];
    const groups = alikeNames(dimension.values, rowsOf(dimension));
    const { label } = column;
    const same = BODIES.includes(role) ? 'the same body' : 'the same';
    const said = groups.slice(0, MOST_GROUPS).map(({ names: [into = '', ...others] }) => ({
      matter: ALIKE,
      column: label,
      sentence: `In "${label}", ${[into, ...others].map((name) => `"${name}"`).join(' and ')} may be ${same}; they are kept apart.`,
      doubt: false,
      choices: [
        {
          sentence: `Merge them as "${into}"`,
          options: {
            ...options,
            fold: [...(options.fold ?? []), { column: label, names: others, into }],
          },
        },
      ],
    }));
    const more = groups.length - said.length;
    if (more <= 0) return said;
    const sentence = `${more} more groups of names in "${label}" may each be ${same}; they are kept apart.`;
    return [...said, { matter: ALIKE, column: label, sentence, doubt: false, choices: [] }];
  });
}

function rowsOf({ values, codes }: TextColumn): (name: string) => number {
  let rows: Map<string, number> | undefined;
  return (name) => {
    if (!rows) {
      const counts = new Uint32Array(values.length);
      for (const code of codes) counts[code]!++;
      rows = new Map(values.map((value, code) => [value, counts[code]!]));
    }
    return rows.get(name) ?? 0;
  };
}
