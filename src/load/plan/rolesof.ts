import type { Column } from '../header.ts';
import type { RoleName, YearColumn } from '../plan.ts';
import type { Profile } from '../profiles/profile.ts';
import type { DimensionRole, Part, Roles, TextRole } from '../roles.ts';
import { columnFor } from './match.ts';
import type { ColumnSample } from './sample.ts';

/** What one can group by, in the order money flows. */
const GROUPED = ['funder', 'programme', 'sector', 'recipient', 'place'] as const;
const LABELS = {
  funder: 'Funder',
  programme: 'Programme',
  sector: 'Sector',
  recipient: 'Recipient',
  place: 'Place',
  title: 'Title',
} as const;
/** Headers whose values name single records or are not for reading. */
const NOT_GROUPS =
  /^$|\b(id|identifier|number|no|ref|reference|url|link|website|web|address|postcode|postal|zip|email|phone|latitude|longitude|modified|updated|uri)\b|(id|number)$/;
/** Values longer than this on average are prose. */
const LONGEST = 60;
/** A column with more values than this share of the rows tells rows apart instead of grouping them. */
const MOST_VALUES = 0.7;
/** In a file this small any column groups. */
const SMALL = 20;
/** Further columns to group by, beside those with a role; more would only be scrolled past. */
const MOST_FURTHER = 8;

export interface RolesWanted {
  readonly samples: readonly ColumnSample[];
  readonly rows: number;
  readonly mapping: ReadonlyMap<RoleName, number>;
  readonly profile: Profile | undefined;
  readonly kind: Part;
  readonly phase: number | null;
  readonly phases: readonly string[] | undefined;
  readonly currency: Part;
  readonly decimals: number;
  /** A funder that the file does not name. */
  readonly funder: string | undefined;
  readonly years: readonly YearColumn[];
  /** Columns that hold dates, which are not for grouping. */
  readonly dated: ReadonlySet<number>;
}

/** The roles of a file that is not in the project's own format; undefined when nothing can group. */
export function rolesOf(wanted: RolesWanted): Roles | undefined {
  const { samples, mapping, years } = wanted;
  const amount = mapping.get('amount') ?? 0;
  const date = mapping.get('date');
  const dimensions = dimensionsOf(wanted);
  if (dimensions.length === 0) return undefined;
  const grouped = new Set(dimensions.map(({ column }) => column));
  const ids = new Set(dimensions.map(({ id }) => id));
  const yearColumns = new Set(years.map(({ column }) => column));
  return {
    kind: wanted.kind,
    phase: wanted.phase,
    ...(wanted.phases ? { phases: wanted.phases } : {}),
    currency: wanted.currency,
    basis: { always: 'total' },
    low: amount,
    high: amount,
    bound: { always: 'exact' },
    numbers: 'written',
    decimals: wanted.decimals,
    start: date ?? mapping.get('start') ?? null,
    end: date ?? mapping.get('end') ?? mapping.get('start') ?? null,
    periodBasis: { always: 'stated' },
    printed: null,
    dimensions,
    texts: samples.flatMap(({ column }) =>
      grouped.has(column.index) || yearColumns.has(column.index) ? [] : [textRole(column, ids)],
    ),
  };
}

function dimensionsOf(wanted: RolesWanted): DimensionRole[] {
  const { samples, mapping, profile, funder } = wanted;
  const columns = samples.map(({ column }) => column);
  const ids = new Set<string>();
  const dimensions: DimensionRole[] = [];
  const used = new Set<number>(taken(wanted));
  const add = (role: DimensionRole) => {
    dimensions.push(role);
    ids.add(role.id);
    used.add(role.column);
  };
  for (const role of GROUPED) {
    const column = samples.find((sample) => sample.column.index === mapping.get(role))?.column;
    if (column) add({ id: role, label: labelOf(column, LABELS[role]), column: column.index });
    else if (role === 'funder' && funder) {
      add({ id: role, label: LABELS[role], column: -1, always: funder });
    } else if (role === 'sector') levelsOf(columns, profile).forEach(add);
  }
  const further = [
    ...(profile?.more ?? []).flatMap((header) => columnFor(columns, [header]) ?? []),
    ...samples.filter((sample) => groups(sample, wanted.rows)).map(({ column }) => column),
  ];
  const title = mapping.get('title');
  let count = 0;
  for (const column of further) {
    if (used.has(column.index) || column.index === title || count >= MOST_FURTHER) continue;
    count++;
    add(textRole(column, ids));
  }
  const titled = samples.find(({ column }) => column.index === title);
  if (titled && !used.has(titled.column.index) && titled.length <= LONGEST * 2) {
    add({ id: 'title', label: labelOf(titled.column, LABELS.title), column: titled.column.index });
  }
  if (dimensions.length > 0) return dimensions;
  const [fewest] = samples
    .filter(({ column }) => column.index !== mapping.get('amount'))
    .sort((a, b) => a.distinct - b.distinct || a.column.index - b.column.index);
  return fewest ? [textRole(fewest.column, ids)] : [];
}

/** Columns that are read into something else than text, or name single records. */
function taken({ mapping, phase, phases, years, dated }: RolesWanted): number[] {
  const roles = ['amount', 'currency', 'date', 'start', 'end', 'kind', 'id', 'link'] as const;
  return [
    ...roles.flatMap((role) => mapping.get(role) ?? []),
    ...(phase === null || phases ? [] : [phase]),
    ...years.map(({ column }) => column),
    ...dated,
  ];
}

/** Levels of a profile, each within the one before. */
function levelsOf(columns: readonly Column[], profile: Profile | undefined): DimensionRole[] {
  const levels = (profile?.levels ?? []).flatMap((header) => columnFor(columns, [header]) ?? []);
  return levels.map(({ label, index }, level) => ({
    id: level === 0 ? 'sector' : `sector-${level + 1}`,
    label,
    column: index,
    ...(level === 0 ? {} : { within: level === 1 ? 'sector' : `sector-${level}` }),
  }));
}

/** Whether a column of no known role groups rows: repeated short values that are not numbers. */
function groups(
  { column, distinct, length, filled, numeric }: ColumnSample,
  rows: number,
): boolean {
  const most = rows <= SMALL ? rows : rows * MOST_VALUES;
  const coded = numeric > 0.5 && !/\b(code|year|fund)$/.test(column.name);
  return (
    distinct > 1 &&
    distinct <= most &&
    length <= LONGEST &&
    filled.length * 5 > rows &&
    !coded &&
    !NOT_GROUPS.test(column.name)
  );
}

/** The header where it reads well, else the name of the role. */
function labelOf({ label }: Column, role: string): string {
  return /^[\p{L}\d ,&'()/-]{2,40}$/u.test(label) && !/\p{Ll}\p{Lu}/u.test(label) ? label : role;
}

/** A text column under an id that no dimension has. */
function textRole({ id, label, index }: Column, ids: ReadonlySet<string>): TextRole {
  let free = id;
  for (let n = 2; ids.has(free); n++) free = `${id}-${n}`;
  return { id: free, label, column: index };
}
