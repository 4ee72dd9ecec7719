import { columnNamed, type Column } from '../header.ts';
import type { RoleName } from '../plan.ts';
import type { DimensionRole, Part, Roles } from '../roles.ts';

/** Headers that make a file one of ours. */
const SIGNATURE = ['title', 'kind', 'low', 'high', 'bound', 'currency'] as const;

/** What one can group by, in the order that views suggest. */
const DIMENSIONS = [
  { name: 'announced at', id: 'announced', label: 'Announced at', within: undefined },
  { name: 'sector', id: 'sector', label: 'Sector', within: undefined },
  { name: 'programme', id: 'programme', label: 'Programme', within: 'sector' },
  { name: 'funder', id: 'funder', label: 'Funder', within: undefined },
  { name: 'place', id: 'place', label: 'Place', within: undefined },
  { name: 'title', id: 'title', label: 'Figure', within: 'programme' },
] as const;

/** Columns that are read into numbers and days and are not kept as text as well. */
const READ = [
  'kind',
  'low',
  'high',
  'bound',
  'basis',
  'currency',
  'period start',
  'period end',
  'period known',
];

/** Headers of the project's own format, docs/data-format.md. */
export const OWN_HEADERS: readonly string[] = [
  ...SIGNATURE,
  ...READ,
  ...DIMENSIONS.map(({ name }) => name),
];

const MAPPED: readonly (readonly [RoleName, string])[] = [
  ['amount', 'low'],
  ['currency', 'currency'],
  ['start', 'period start'],
  ['end', 'period end'],
  ['funder', 'funder'],
  ['programme', 'programme'],
  ['sector', 'sector'],
  ['place', 'place'],
  ['kind', 'kind'],
  ['title', 'title'],
  ['id', 'id'],
  ['link', 'link'],
];

/** The roles of a file in the project's own format; undefined for another kind of file. */
export function ownRoles(columns: readonly Column[]): Roles | undefined {
  const [title, kind, low, high, bound, currency] = SIGNATURE.map((name) =>
    columnNamed(columns, name),
  );
  if (!title || !kind || !low || !high || !bound || !currency) return undefined;
  const indexOf = (name: string) => columnNamed(columns, name)?.index ?? null;
  const dimensions = dimensionsOf(columns);
  const grouped = new Set(dimensions.map(({ column }) => column));
  return {
    kind: { column: kind.index },
    phase: null,
    currency: { column: currency.index },
    basis: partOr('total', columnNamed(columns, 'basis')),
    low: low.index,
    high: high.index,
    bound: { column: bound.index },
    numbers: 'plain',
    decimals: null,
    start: indexOf('period start'),
    end: indexOf('period end'),
    periodBasis: partOr('stated', columnNamed(columns, 'period known')),
    printed: indexOf('printed'),
    dimensions,
    texts: columns
      .filter(({ index, name }) => !grouped.has(index) && !READ.includes(name))
      .map(({ id, label, index }) => ({ id, label: sentenceCase(label), column: index })),
  };
}

/** Which column of the own format is what elsewhere has a role. */
export function ownMapping(columns: readonly Column[]): Map<RoleName, number> {
  const mapping = new Map<RoleName, number>();
  for (const [role, name] of MAPPED) {
    const column = columnNamed(columns, name);
    if (column) mapping.set(role, column.index);
  }
  return mapping;
}

function dimensionsOf(columns: readonly Column[]): DimensionRole[] {
  const present = DIMENSIONS.flatMap(({ name, ...dimension }) => {
    const column = columnNamed(columns, name);
    return column ? [{ ...dimension, column: column.index }] : [];
  });
  return present.map(({ within, ...dimension }) =>
    within !== undefined && present.some(({ id }) => id === within)
      ? { ...dimension, within }
      : dimension,
  );
}

function partOr(always: string, column: Column | undefined): Part {
  return column ? { column: column.index } : { always };
}

function sentenceCase(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
