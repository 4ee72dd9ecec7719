import { PrintCounts, rowPrints } from '../../model/prints.ts';
import type { Decision, Plan, RoleName } from '../plan.ts';
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
/** Columns that are compared by what they say and not by how a file writes it. */
const READ: readonly RoleName[] = ['amount', 'date', 'start', 'end', 'currency'];

/**
 * What is said of rows that stand in more than one of several files, as a month does that was
 * downloaded twice. `reading` has the rows of all files, one file after the other.
 */
export function fileRepeats(
  reading: Reading,
  files: readonly FileRows[],
  { mapping, roles }: Plan,
): Decision[] {
  const say = (sentence: string, doubt: boolean): Decision => ({
    matter: 'rows in several files',
    sentence,
    doubt,
    choices: [],
  });
  if (reading.rows > MOST) {
    return [
      say('The files are large: nobody has looked for rows that stand in two of them.', false),
    ];
  }
  const read = READ.flatMap((role) => mapping.get(role) ?? []);
  const telling = roles.texts.filter(({ column }) => !read.includes(column));
  const kept = new Set(reading.texts.map(({ id }) => id));
  const columns = [...roles.dimensions, ...telling.filter(({ id }) => kept.has(id))];
  const unkept = telling.filter(({ id }) => !kept.has(id)).map(({ label }) => `“${label}”`);
  const alike =
    unkept.length > 0
      ? `in all but ${unkept.slice(0, 3).join(', ')}, which large files do not keep at hand`
      : 'cell by cell';
  const prints = rowPrints(
    reading,
    columns.map(({ id }) => id),
  );
  const seen = new PrintCounts(reading.rows);
  const isDated = roles.start !== null || roles.end !== null;
  let at = 0;
  return files.flatMap(({ name, rows }, file) => {
    const met = new Set<number>();
    let count = 0;
    for (const end = at + rows; at < end; at++) {
      // The first file that a row stands in, counted from one.
      const first = seen.of(prints[at]!);
      if (first === 0) seen.add(prints[at]!, file + 1);
      else if (first <= file) {
        met.add(first - 1);
        count++;
      }
    }
    if (count === 0) return [];
    const [one] = met;
    const before = met.size === 1 ? files[one!] : undefined;
    const doubt = isDated || count * CHANCE >= rows;
    if (count === rows && before?.rows === rows) {
      return [
        say(
          `“${name}” holds the same rows as “${before.name}”, ${alike}: each is counted twice.`,
          doubt,
        ),
      ];
    }
    const [what, repeat, them] =
      count === 1 ? ['1 row', 'repeats', 'It is'] : [`${count} rows`, 'repeat', 'They are'];
    const others = before ? `“${before.name}”` : 'the files before it';
    return [
      say(
        `${what} of “${name}” ${repeat} rows of ${others}, ${alike}. ${them} counted each time.`,
        doubt,
      ),
    ];
  });
}
