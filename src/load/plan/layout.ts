import { bareHeader, keyOf } from '../header.ts';
import { knownHeaders } from '../profiles/index.ts';
import { parseAmountText } from '../amounttext.ts';
import { isBlank } from '../table.ts';
import { isYear } from './years.ts';

/** Where the header stands in the records of a file's head. */
export interface Layout {
  /** Position of the header; -1 without one. */
  readonly header: number;
  /** Records it takes, tags included. */
  readonly rows: number;
  readonly tagRows: number;
  /** The header's cells, two rows made one. */
  readonly cells: readonly string[];
  /** Present when the last of its records only numbers the columns: that record, as it is written. */
  readonly numbering?: readonly string[];
  /** Present when its second record may as well be the first row: that record. */
  readonly doubtful?: readonly string[];
}

/** How far down a header is looked for, and how long a known one is at most. */
const DEEPEST = 60;
const LONGEST = 200;

/**
 * Finds the header: the record with most headers that are known, else the first that is as wide as
 * the table and holds only words. A record as wide with numbers in it, and no such words before it,
 * is data without a header. `at` is where a person said that it is.
 */
export function findLayout(records: readonly (readonly string[])[], at?: number): Layout {
  const header = at ?? findHeader(records);
  if (header < 0) return { header: -1, rows: 0, tagRows: 0, cells: widest(records).map(() => '') };
  const first = records[header] ?? [];
  const above = records[header - 1] ?? [];
  if (at === undefined && isUpperHeader(above, first)) {
    const cells = joinHeaders(above, first);
    return withTags(records, { header: header - 1, rows: 2, tagRows: 0, cells });
  }
  const below = records[header + 1] ?? [];
  const second =
    at === undefined ? secondHeader(first, below, records.slice(header + 2)) : undefined;
  if (second) {
    const layout = { header, rows: 2, tagRows: 0, cells: joinHeaders(first, below) };
    return withTags(records, second === 'sure' ? layout : { ...layout, doubtful: below });
  }
  return withTags(records, { header, rows: 1, tagRows: 0, cells: first });
}

/** Adds a record below the header that holds a tag for each column, or its number. */
function withTags(records: readonly (readonly string[])[], layout: Layout): Layout {
  const below = layout.header + layout.rows;
  const next = records[below] ?? [];
  const filled = next.filter((cell) => cell.trim() !== '');
  const more = { ...layout, rows: layout.rows + 1, tagRows: 1 };
  if (filled.length >= 2 && filled.every((cell) => /^#[a-z]/i.test(cell.trim()))) return more;
  if (!isNumbering(next, layout.cells, records.slice(below + 1))) return layout;
  return { ...more, numbering: filled };
}

/** The fewest columns that are numbered; a row of data may well hold 1 and 2. */
const FEWEST_NUMBERED = 3;
/** A column's number or letter, perhaps in brackets, perhaps with how it is reckoned: (1), b, 6=4+5. */
const ORDINAL = /^[([]?(\d{1,3}|[a-z])[)\].]?(\s*=.*)?$/i;

const LETTER_A = 97;

/**
 * Whether a record says of each column which it is in turn. Rows with words must follow: where all
 * cells are numbers, these may be numbers like them.
 */
function isNumbering(
  cells: readonly string[],
  header: readonly string[],
  rest: readonly (readonly string[])[],
): boolean {
  const width = header.findLastIndex((name) => name.trim() !== '') + 1;
  if (width < FEWEST_NUMBERED || cells.slice(width).some((cell) => cell.trim() !== ''))
    return false;
  const marks = Array.from({ length: width }, (_, at) => markOf(cells[at] ?? ''));
  const isNumbered = marks.every((mark, at) => mark === String(at + 1));
  const isLettered = marks.every((mark, at) => mark === String.fromCharCode(LETTER_A + at));
  return (
    (isNumbered || isLettered) && rest.some((row) => row.some((cell) => /\p{L}{2}/u.test(cell)))
  );
}

function markOf(cell: string): string {
  return ORDINAL.exec(cell.trim())?.[1]?.toLowerCase() ?? '';
}

function findHeader(records: readonly (readonly string[])[]): number {
  const looked = records.slice(0, DEEPEST);
  const known = knownHeaders();
  let best = -1;
  let most = 0;
  looked.forEach((cells, position) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const hits = filled.filter((cell) => cell.length <= LONGEST && known.has(keyOf(cell))).length;
    if (hits > most && hits >= 2 && hits * 3 >= filled.length) [best, most] = [position, hits];
  });
  if (best >= 0) return best;
  const width = usualWidth(records);
  const wide = looked.findIndex((cells) => widthOf(cells) >= Math.max(2, Math.ceil(width * 0.6)));
  const cells = looked[wide];
  if (!cells) return looked.findIndex((other) => !isBlank(other));
  return holdsData(cells) ? -1 : wide;
}

/** Numbers or days among the cells; years do not count, as headers may be years. */
export function holdsData(cells: readonly string[]): boolean {
  const filled = cells.map(bareHeader).filter((text) => text !== '');
  if (filled.filter((text) => isYear(text)).length > 1) return false;
  return filled.some(
    (text) =>
      /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text) ||
      (/\d/.test(text) &&
        !isYear(text) &&
        typeof parseAmountText(text, { decimal: '.', either: true }) === 'object'),
  );
}

/** A record right above the header that says what groups of its columns have in common. */
function isUpperHeader(above: readonly string[], header: readonly string[]): boolean {
  const filled = above.map(bareHeader).filter((text) => text !== '');
  if (filled.length < 2 || filled.length > header.length || holdsData(above)) return false;
  if (filled.some((text) => text.length > 60)) return false;
  const names = header.map(bareHeader);
  const unclear = names.filter((name, index) => name === '' || names.indexOf(name) !== index);
  return unclear.length > 0;
}

const UNIT = /^\(?([£$€]|[A-Z]{3}|'?000s?|m|mn|k|%)+\s?['’]?(000s?|m|k)?\)?$/;

/**
 * Whether a record right below the header goes on with it: names where the first has none, or units.
 * A cell under a name of its own, which needs no second, makes that doubtful, and such a record is
 * a row where words of it come again below.
 */
function secondHeader(
  header: readonly string[],
  below: readonly string[],
  rest: readonly (readonly string[])[],
): 'sure' | 'perhaps' | undefined {
  const names = header.map(bareHeader);
  const more = below.map(bareHeader);
  const filled = more.filter((text) => text !== '');
  if (filled.length === 0 || !rest.some(holdsData)) return undefined;
  if (filled.every((text) => UNIT.test(text))) return 'sure';
  if (holdsData(below)) return undefined;
  const gaps = names.filter((name, index) => name === '' && more[index]).length;
  const repeats = names.some((name, index) => name !== '' && names.indexOf(name) !== index);
  if (gaps * 2 < filled.length && !(repeats && filled.length >= 2)) return undefined;
  const needless = names.some((name, at) => {
    const text = more[at] ?? '';
    return standsAlone(names, at) && text !== '' && text !== name && !UNIT.test(text);
  });
  if (!needless) return 'sure';
  const recurs = more.some((text, at) => text !== '' && rest.some((row) => row[at] === text));
  return recurs ? undefined : 'perhaps';
}

/** A name that no other column has, and that does not stand for the columns after it too. */
function standsAlone(names: readonly string[], at: number): boolean {
  const name = names[at];
  if (!name || names[at + 1] === '') return false;
  return names.indexOf(name) === at && names.lastIndexOf(name) === at;
}

function joinHeaders(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  const repeats = lower.map(bareHeader);
  let last = '';
  return Array.from({ length: width }, (_, index) => {
    const above = bareHeader(upper[index] ?? '');
    const below = repeats[index] ?? '';
    if (above !== '') last = above;
    const spans = repeats.indexOf(below) !== repeats.lastIndexOf(below);
    const from = above || (spans ? last : '');
    return from && below && from !== below ? `${from} ${below}` : from || below;
  });
}

/** The number of filled cells that records of the lower half have most often. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of records.slice(Math.floor(records.length / 3))) {
    const width = widthOf(cells);
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = 0;
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = width;
  return usual;
}

function widthOf(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function widest(records: readonly (readonly string[])[]): readonly string[] {
  return records.reduce((most, cells) => (cells.length > most.length ? cells : most), []);
}
