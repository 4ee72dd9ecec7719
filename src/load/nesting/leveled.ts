import type { TextColumn } from '../../model/dataset.ts';
import type { Dimension } from '../../model/dimension.ts';
import { codesFor } from '../codes.ts';
import type { Reading } from '../rows.ts';
import type { Nesting } from './nesting.ts';

/** Deeper levels than this are not told apart. */
const DEEPEST = 4;

/**
 * The reading with a column for each level above a row, outermost first: what the row's totals are
 * called. A row with fewer totals over it stands under its own name. Undefined where no column names
 * the totals.
 */
export function withLevels(reading: Reading, nesting: Nesting): Reading | undefined {
  const named = namesIn(reading, nesting);
  if (!named) return undefined;
  const nameOf = (row: number) => named.values[named.codes[row]!] ?? '';
  const above = Array.from({ length: reading.rows }, (_, row) => rowsAbove(nesting, row));
  const depth = above.reduce((most, rows) => Math.max(most, rows.length), 0);
  const ids = new Set([...reading.dimensions, ...reading.texts].map(({ id }) => id));
  const levels = Array.from({ length: Math.min(depth, DEEPEST) }, (_, level) => {
    const texts = above.map((rows, row) => nameOf(rows[level] ?? row));
    const known = [...new Set(texts)];
    const places = new Map(known.map((text, code) => [text, code]));
    const codes = Uint32Array.from(texts, (text) => places.get(text)!);
    return {
      id: freeId(`level-${level + 1}`, ids),
      label: depth === 1 ? 'Level above' : `Level ${level + 1}`,
      values: known,
      codes: codesFor(known.length, codes),
    };
  });
  return { ...reading, ...placed(reading, levels, named) };
}

/** The rows whose total a row is in, outermost first. */
export function rowsAbove({ parents }: Nesting, row: number): number[] {
  const rows: number[] = [];
  for (let at = parents[row]!; at >= 0; at = parents[at]!) rows.unshift(at);
  return rows;
}

/** The column that gives most totals a name of their own; one of words before one of codes. */
function namesIn(
  { dimensions, texts }: Reading,
  { totals }: Nesting,
): (Dimension & TextColumn) | TextColumn | undefined {
  let best: TextColumn | undefined;
  let most = 0;
  for (const column of [...dimensions, ...texts]) {
    const names = new Set(totals.map((row) => column.values[column.codes[row]!] ?? ''));
    if (names.size < totals.length || names.has('')) continue;
    const words = [...names].filter((name) => /\p{L}{3}/u.test(name)).length;
    if (words + 1 > most) [best, most] = [column, words + 1];
  }
  return best;
}

/** Levels right before the column they are named by, each within the one before. */
function placed(
  { dimensions, texts }: Reading,
  levels: readonly (Dimension & TextColumn)[],
  named: Dimension & TextColumn,
): Pick<Reading, 'dimensions' | 'texts'> {
  const inside = levels.map((level, at) => {
    const within = levels[at - 1]?.id;
    return within === undefined ? level : { ...level, within };
  });
  const within = levels.at(-1)?.id;
  const inner = within === undefined ? named : { ...named, within };
  const at = dimensions.findIndex(({ id }) => id === named.id);
  const before = dimensions.slice(0, Math.max(0, at));
  const after = dimensions.slice(at + 1);
  return {
    dimensions: [...before, ...inside, inner, ...after],
    texts: texts.filter(({ id }) => id !== named.id),
  };
}

function freeId(wanted: string, ids: ReadonlySet<string>): string {
  return ids.has(wanted) ? freeId(`${wanted}-above`, ids) : wanted;
}
