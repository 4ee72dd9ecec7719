import type { Column } from '../header.ts';
import { cellAt, isBlank, type Table } from '../table.ts';

/** What funding files are looked at by, in the order money flows. */
const SUBJECTS = [
  /fund|department|body|organisation|agency|buyer|payer|client|entity|source/,
  /programme|program|scheme|service|sector|category|type|area|purpose/,
  /recipient|supplier|beneficiary|vendor|payee|target/,
  /place|region|location|city|county|country|district|ward/,
];
/** Words of headers whose values name single records or are not for reading. */
const NOT_GROUPS =
  /^$|\b(id|identifier|number|no|ref|url|link|address|postcode|postal)\b|(id|number)$/;
/** Values longer than this on average are prose. */
const LONGEST = 60;
/** A column with more values than this share of the rows tells rows apart instead of grouping them. */
const MOST_VALUES = 0.7;
/** In a file this small any column groups. */
const SMALL = 20;

/**
 * The columns to group by in a file of no known kind: those with repeated short values, in the order
 * of who pays, what for, who receives and where, then the rest as the file has them. A file without
 * any gets the column with the fewest values, so that there is one whenever there is a column.
 */
export function findDimensions(
  { columns, records }: Table,
  taken: ReadonlySet<number>,
): readonly Column[] {
  const filled = records.filter((cells) => !isBlank(cells));
  const most = filled.length <= SMALL ? filled.length : filled.length * MOST_VALUES;
  const free = columns
    .filter(({ index }) => !taken.has(index))
    .map((column) => ({ column, ...valuesOf(filled, column.index) }));
  const groups = free.filter(
    ({ column, distinct, length }) =>
      distinct > 1 && distinct <= most && length <= LONGEST && !NOT_GROUPS.test(column.name),
  );
  if (groups.length === 0) {
    const [fewest] = free.sort(
      (a, b) => a.distinct - b.distinct || a.column.index - b.column.index,
    );
    return fewest ? [fewest.column] : [];
  }
  return groups
    .map(({ column }) => column)
    .sort((a, b) => standing(a) - standing(b) || a.index - b.index);
}

function standing({ name }: Column): number {
  const at = SUBJECTS.findIndex((subject) => subject.test(name));
  return at < 0 ? SUBJECTS.length : at;
}

/** How many different values a column has and how long its cells are on average. */
function valuesOf(records: readonly (readonly string[])[], index: number) {
  const values = new Set<string>();
  let length = 0;
  for (const cells of records) {
    const text = cellAt(cells, index);
    values.add(text);
    length += text.length;
  }
  return { distinct: values.size, length: length / Math.max(1, records.length) };
}
