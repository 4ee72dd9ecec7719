import { PrintCounts, rowPrints } from '../../model/prints.ts';
import { READ_ROLES, type Decision, type Plan } from '../plan.ts';
import type { Reading } from '../rows.ts';

/** One of several files by its name, and how many of the rows are its own. */
export interface FileRows {
  readonly name: string;
  readonly rows: number;
}

/** Most rows among which repeats are looked for: each takes up to fifty bytes meanwhile. */
const MOST = 4_000_000;
/** Where no date tells equal payments apart, fewer repeats than one in so many may well be chance. */
const CHANCE = 20;

/**
 * What is said of rows that stand in more than one of several files, as a month does that was
 * downloaded twice. `reading` has the rows of all files, one file after the other.
 */
export function fileRepeats(
  reading: Reading,
  files: readonly FileRows[],
  { mapping, roles }: Plan,
): Decision[] {
  if (reading.rows > MOST) {
    return [
      saying('The files are large: nobody has looked for rows that stand in two of them.', false),
    ];
  }
  const read = READ_ROLES.flatMap((role) => mapping.get(role) ?? []);
  const telling = roles.texts.filter(({ column }) => !read.includes(column));
  const kept = new Set(reading.texts.map(({ id }) => id));
  const columns = [...roles.dimensions, ...telling.filter(({ id }) => kept.has(id))];
  const unkept = telling.filter(({ id }) => !kept.has(id)).map(({ label }) => `“${label}”`);
  const alike =
    unkept.length > 0
      ? `in all but ${unkept.slice(0, 3).join(', ')}, which large files do not keep at hand`
      : 'cell by cell';
  const isDated = roles.start !== null || roles.end !== null;
  const ids = columns.map(({ id }) => id);
  return repeatsIn(rowPrints(reading, ids), files).flatMap(({ count, of }, file) => {
    if (count === 0) return [];
    const { name, rows } = files[file]!;
    const doubt = isDated || count * CHANCE >= rows;
    const [one] = of;
    const before = of.size === 1 ? files[one!] : undefined;
    return [saying(repeatSentence(name, count, rows, before, alike), doubt)];
  });
}

/** How many rows of each file stand in files before it, and in which, by their place. */
function repeatsIn(prints: Float64Array, files: readonly FileRows[]) {
  const seen = new PrintCounts(prints.length);
  let at = 0;
  return files.map(({ rows }, file) => {
    const of = new Set<number>();
    let count = 0;
    for (const end = at + rows; at < end; at++) {
      // The first file that a row stands in, counted from one.
      const first = seen.of(prints[at]!);
      if (first === 0) seen.add(prints[at]!, file + 1);
      else if (first <= file) {
        of.add(first - 1);
        count++;
      }
    }
    return { count, of };
  });
}

/** `before` is the one file that all of them stand in, if it is one. */
function repeatSentence(
  name: string,
  count: number,
  rows: number,
  before: FileRows | undefined,
  alike: string,
): string {
  if (count === rows && before?.rows === rows) {
    return `“${name}” holds the same rows as “${before.name}”, ${alike}: each is counted twice.`;
  }
  const others = before ? `“${before.name}”` : 'the files before it';
  const [what, repeat, them] =
    count === 1 ? ['1 row', 'repeats', 'It is'] : [`${count} rows`, 'repeat', 'They are'];
  return `${what} of “${name}” ${repeat} rows of ${others}, ${alike}. ${them} counted each time.`;
}

function saying(sentence: string, doubt: boolean): Decision {
  return { matter: 'rows in several files', sentence, doubt, choices: [] };
}
