import type { Mark } from '../../drawing/drawing.ts';
import type { Measure } from '../../model/measure.ts';
import type { Figure } from '../../model/question.ts';
import type { Subject } from '../../model/subject.ts';
import { addSums, NOTHING, type Sum } from '../../model/sum.ts';
import { printSum } from '../../words/amounts.ts';
import { amountMarks, HAIRLINE, UNSTATED_SIZE } from './amountmarks.ts';
import type { Entry } from './entries.ts';
import { isWhole, LINE, setWords, settingMarks, SIZE, ASCENT, type Setting } from './setting.ts';
import { shorten } from '../../drawing/text.ts';

/** A figure on the shelf: a square, with its words in it or beside it. */
interface Stand {
  readonly entry: Entry;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly setting: Setting | null;
  readonly textX: number;
  readonly textY: number;
}

export interface Shelf {
  readonly stands: readonly Stand[];
  /** Entries there was no room for. */
  readonly rest: readonly Entry[];
  readonly height: number;
}

/** Height of the line of words over a shelf. */
export const HEADING_ROOM = 22;
const HEADING_SIZE = 12;
const INSET = 8;
const GAP = 8;
const ROW_GAP = 7;
/** Squares smaller than this have their words beside them, all at one edge. */
const SMALL = 40;
/** Below this much room beside a square, its words go under it. */
const BESIDE = 110;
const COLUMN_GAP = 20;
const TORN = 5;
/** A list has as many columns as are this wide. */
const LIST_COLUMN = 250;

/**
 * Stands figures without a complete period on a shelf `width` px wide, largest first, as squares of
 * `scale` px² per unit of money: large squares with their words inside, the others in a list, beside
 * the large ones where that is wide enough. At most `most` figures.
 */
export function shelve(
  entries: readonly Entry[],
  scale: number,
  width: number,
  most: number,
): Shelf {
  const sorted = entries.toSorted(
    (a, b) => Number(b.stated) - Number(a.stated) || b.size - a.size || (a.key < b.key ? -1 : 1),
  );
  const shown = sorted.slice(0, most);
  const rest = sorted.slice(most);
  const large: Stand[] = [];
  const listed: { entry: Entry; side: number }[] = [];
  let y = 0;
  let x = 0;
  let rowHeight = 0;
  for (const entry of shown) {
    const side = sideOf(entry, scale);
    const setting = settingInside(entry, side);
    if (!setting || listed.length > 0) {
      listed.push({ entry, side });
      continue;
    }
    const room = side + (entry.open ? TORN : 0);
    if (x > 0 && x + side > width) {
      y += rowHeight + ROW_GAP;
      x = 0;
      rowHeight = 0;
    }
    const top = y + room - side;
    const text = { textX: x + INSET, textY: top + INSET - 2 };
    large.push({ entry, side, x, y: top, setting, ...text });
    x += side + COLUMN_GAP;
    rowHeight = Math.max(rowHeight, room);
  }
  const oneRow = y === 0;
  const largeHeight = large.length > 0 ? y + rowHeight : 0;
  const beside = oneRow && width - x >= 170 && large.length > 0;
  const list = beside
    ? listStands(listed, x, 0, width - x)
    : listStands(listed, 0, large.length > 0 ? largeHeight + ROW_GAP + 2 : 0, width);
  const height = Math.max(largeHeight, list.height) + (rest.length > 0 ? LINE + ROW_GAP : 0);
  return { stands: [...large, ...list.stands], rest, height };
}

function sideOf(entry: Entry, scale: number): number {
  return entry.stated ? Math.max(HAIRLINE, Math.sqrt(entry.size * scale)) : UNSTATED_SIZE;
}

function settingInside(entry: Entry, side: number): Setting | null {
  const lines = Math.floor((side - 2 * INSET + 4) / LINE);
  if (lines < 2 || !entry.stated || entry.returned || entry.sure < entry.size) return null;
  const words = wordsOf(entry);
  const setting = setWords(words, side - 2 * INSET, lines);
  return setting && isWhole(setting, words) ? setting : null;
}

function wordsOf(entry: Entry) {
  return { amount: entry.amount, name: entry.name, aside: entry.when };
}

/**
 * In rows of as many columns as there is width for, words at a common edge beside small squares and
 * closer beside larger ones.
 */
function listStands(
  listed: readonly { entry: Entry; side: number }[],
  x: number,
  top: number,
  width: number,
): { stands: Stand[]; height: number } {
  const columns = Math.max(1, Math.min(listed.length, Math.floor(width / LIST_COLUMN)));
  const columnWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
  const small = listed.filter(({ side }) => side <= SMALL).map(({ side }) => side);
  const edge = Math.max(UNSTATED_SIZE, ...small) + GAP;
  const stands: Stand[] = [];
  let y = top;
  let bottom = top;
  listed.forEach(({ entry, side }, nth) => {
    const column = nth % columns;
    if (column === 0 && nth > 0) y = bottom + ROW_GAP;
    const left = x + column * (columnWidth + COLUMN_GAP);
    const indent = side <= SMALL ? edge : side + GAP;
    const under = columnWidth - indent < BESIDE;
    const setting = setWords(
      wordsOf(entry),
      under ? columnWidth : columnWidth - indent,
      under ? 3 : Math.max(3, Math.floor(side / LINE)),
    );
    const words = (setting?.length ?? 0) * LINE;
    const at = y + (entry.open ? TORN : 0);
    bottom = Math.max(bottom, at + (under ? side + 4 + words : Math.max(side, words)));
    const place = under
      ? { y: at, textX: left, textY: at + side + 4 }
      : {
          y: at + Math.max(0, (Math.min(words, LINE) - side) / 2),
          textX: left + indent,
          textY: at + (columns > 1 ? 0 : Math.max(0, (side - words) / 2)),
        };
    stands.push({ entry, side, x: left, setting, ...place });
  });
  return { stands, height: bottom };
}

/** "Period not stated", over a shelf whose squares begin at `at`. */
export function headingMarks(
  at: { readonly x: number; readonly y: number },
  width: number,
): Mark[] {
  const text = shorten('Period not stated', HEADING_SIZE, false, width);
  const place = {
    x: at.x,
    y: at.y - HEADING_ROOM + 15,
    size: HEADING_SIZE,
    fill: 'quiet',
  } as const;
  return [{ shape: 'text', key: 'shelf:heading', subjects: [], ...place, text }];
}

export function shelfMarks(
  shelf: Shelf,
  at: { readonly x: number; readonly y: number },
  width: number,
  measure: Measure,
): Mark[] {
  const marks = shelf.stands.flatMap((stand): Mark[] => {
    const { entry, side, setting } = stand;
    const box = { x: at.x + stand.x, y: at.y + stand.y, width: side, height: side };
    const square = amountMarks(entry, box);
    if (!setting) return square;
    const inside = stand.textX < stand.x + side && stand.textY < stand.y + side;
    const tie = { key: entry.key, subjects: [entry.subject], touches: entry.touches };
    const paint = inside ? ({ fill: `on-${entry.ink}` } as const) : {};
    const [x, y] = [at.x + stand.textX, at.y + stand.textY];
    return [...square, ...settingMarks(setting, x, y, tie, paint)];
  });
  return [...marks, ...restMarks(shelf, at, width, measure)];
}

/** "and 12 more, £34m". */
function restMarks(
  { rest, height }: Shelf,
  at: { readonly x: number; readonly y: number },
  width: number,
  measure: Measure,
): Mark[] {
  if (rest.length === 0) return [];
  const sum = rest.reduce((total, { figure }) => addSums(total, sumOf(figure)), NOTHING);
  const label = `and ${rest.length} more, ${printSum(sum, measure)}`;
  const touches = new Set<Subject>(rest.flatMap((entry) => [...entry.touches]));
  const text = shorten(label, SIZE, false, width);
  const place = { x: at.x, y: at.y + height - LINE + ASCENT, size: SIZE, fill: 'quiet' } as const;
  return [{ shape: 'text', key: 'shelf:more', subjects: [], touches, label, ...place, text }];
}

function sumOf({ amount: { low, high, bound } }: Figure): Sum {
  if (low === null && high === null) return { ...NOTHING, unstated: 1 };
  return {
    low: low ?? 0,
    high: high ?? low ?? 0,
    returned: Math.min(0, low ?? 0),
    count: 1,
    open: high === null ? 1 : 0,
    about: bound === 'about' ? 1 : 0,
    unstated: 0,
  };
}
