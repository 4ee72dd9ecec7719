import type { Table, TableRow } from '../../drawing/drawing.ts';
import { breakLines, textWidth } from '../../drawing/text.ts';
import { LINE } from './texts.ts';

/** A row with the height its longest cell takes. */
export interface LaidRow {
  readonly cells: readonly string[];
  readonly height: number;
}

export interface TablePage {
  readonly head: LaidRow;
  readonly rows: readonly LaidRow[];
}

export interface TableLayout {
  readonly widths: readonly number[];
  /** Over and under the words of a cell, and between two columns. */
  readonly inset: number;
  readonly gutter: number;
  readonly pages: readonly TablePage[];
  /** Rows for which there was no room. */
  readonly left: number;
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly pages: number;
}

/** Columns as wide as their words where there is room, and rows on as many pages as they take. */
export function layTable({ columns, rows }: Table, room: Room): TableLayout {
  const { size } = room;
  const [inset, gutter] = [size * 0.4, size * 1.2];
  const texts = columns.map(({ label }, at) => [
    label,
    ...rows.map(({ cells }) => cells[at] ?? ''),
  ]);
  const natural = texts.map(
    (cells) => gutter + Math.max(...cells.map((cell) => textWidth(cell, size, true))) * 1.05,
  );
  const widths = fitted(natural, room.width);
  const lay = (cells: readonly string[]): LaidRow => {
    const lines = widths.map(
      (width, at) => breakLines(cells[at] ?? '', size, true, width - gutter).length,
    );
    return { cells, height: Math.max(1, ...lines) * size * LINE + 2 * inset };
  };
  const head = lay(columns.map(({ label }) => label));
  const pages: LaidRow[][] = [];
  let taken = Infinity;
  let laid = 0;
  for (const row of rows.map(({ cells }: TableRow) => lay(cells))) {
    if (taken + row.height > room.height) {
      if (pages.length === room.pages) break;
      pages.push([]);
      taken = head.height;
    }
    pages.at(-1)?.push(row);
    taken += row.height;
    laid++;
  }
  return {
    widths,
    inset,
    gutter,
    pages: pages.map((page) => ({ head, rows: page })),
    left: rows.length - laid,
  };
}

/** Widths that fill the room: what is narrow keeps its width, what is wide shares what is left. */
function fitted(natural: readonly number[], room: number): number[] {
  const whole = natural.reduce((sum, width) => sum + width, 0);
  if (whole <= room) return natural.map((width) => (width * room) / whole);
  let share = room / natural.length;
  for (let nth = 0; nth < natural.length; nth++) {
    const narrow = natural.filter((width) => width <= share);
    const taken = narrow.reduce((sum, width) => sum + width, 0);
    share = (room - taken) / Math.max(1, natural.length - narrow.length);
  }
  return natural.map((width) => Math.min(width, share));
}
