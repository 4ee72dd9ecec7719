/** The header of one of several files that came together. */
export interface NamedHeader {
  readonly name: string;
  readonly header: readonly string[];
}

/** How the records of several files go into one table. */
export interface SameShape {
  /** The columns of the first file, as it writes them, after one for the name of the file. */
  readonly columns: readonly string[];
  /** For each file, where each of the first file's columns stands in it. */
  readonly places: readonly (readonly number[])[];
}

/** Longest list of names in a sentence. */
const NAMED = 3;

/**
 * Whether files have the same columns, whatever the order, the case and the space in their names, and
 * so can be read as one table with a column for the file's name; else a sentence on what differs.
 */
export function sameShape(files: readonly NamedHeader[]): SameShape | { readonly differs: string } {
  const [first, ...others] = files;
  if (!first) return { differs: 'There is no file.' };
  const keys = keysOf(first.header);
  const places = [keys.map((_, index) => index)];
  for (const { name, header } of others) {
    const found = new Map(keysOf(header).map((key, index) => [key, index]));
    const missing = keys.filter((key) => !found.has(key));
    const known = new Set(keys);
    const surplus = [...found.keys()].filter((key) => !known.has(key));
    if (missing.length > 0 || surplus.length > 0) {
      const lacks = missing.map((key) => first.header[keys.indexOf(key)] ?? '');
      const has = surplus.map((key) => header[found.get(key) ?? 0] ?? '');
      return { differs: difference(name, first.name, lacks, has) };
    }
    places.push(keys.map((key) => found.get(key) ?? 0));
  }
  return { columns: [fileColumn(first.header), ...first.header.slice(0, keys.length)], places };
}

/** A record of file number `file` as a record of the table that all make up. */
export function placed(
  { places }: SameShape,
  file: number,
  name: string,
  cells: readonly string[],
): string[] {
  return [name, ...(places[file] ?? []).map((place) => cells[place] ?? '')];
}

/** What columns are told apart by; of several of one name each has its number. Blank ends count for nothing. */
function keysOf(header: readonly string[]): string[] {
  const last = header.findLastIndex((name) => plain(name) !== '');
  const times = new Map<string, number>();
  return header.slice(0, last + 1).map((name) => {
    const key = plain(name);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return `${key}\n${time}`;
  });
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_\ufeff]/g, '');
}

/** A name for the new column that no other has. */
function fileColumn(header: readonly string[]): string {
  const taken = new Set(header.map(plain));
  let name = 'File';
  for (let number = 2; taken.has(plain(name)); number++) name = `File ${number}`;
  return name;
}

function difference(
  name: string,
  first: string,
  lacks: readonly string[],
  has: readonly string[],
): string {
  const parts = [
    ...(lacks.length > 0 ? [`has no ${listed(lacks)}`] : []),
    ...(has.length > 0 ? [`has ${listed(has)}, which "${first}" has not`] : []),
  ];
  return `These files are not of one shape: "${name}" ${parts.join(' and ')}.`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => (name.trim() ? `"${name}"` : 'unnamed column'));
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
