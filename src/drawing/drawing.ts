import type { Numbers } from '../model/numbers.ts';
import type { Subject } from '../model/subject.ts';

/**
 * A picture as a value: a flat list of marks in drawing order. Charts make drawings; writers turn
 * any drawing into a page, a file, an outline or a table without knowing what chart it is.
 * Lengths are CSS pixels, y down, the origin at the top left.
 */
export interface Drawing {
  readonly chart: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** Marks shown only while the subjects they are about are pointed at: paths of real rows. */
  readonly traces: readonly Mark[];
  /** Keys in the order the picture is read, where that is not the order it is drawn in. */
  readonly reading?: readonly string[];
  /** Sentences that belong under the picture: assumptions, what was left out. */
  readonly notes: readonly string[];
  readonly table: Table;
  /** The same numbers exact, for files of data. */
  readonly numbers: Numbers;
  /** Where time runs from left to right, so that a stretch of it can be marked out by hand. */
  readonly time?: TimeScale;
  /** Set when there is nothing to draw: why, in words. */
  readonly empty?: string;
}

/** How many of a drawing's notes stand under it: assumptions come first, what is a reading aid can be opened. */
export const NOTES_SHOWN = 2;

/** Days along the x axis: `from` stands at `x0`, `to` at `x1`. */
export interface TimeScale {
  readonly x0: number;
  readonly x1: number;
  readonly from: number;
  readonly to: number;
}

export interface Table {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly subjects: readonly Subject[];
}

/** Names of paints; a theme gives each its colour. `c1` to `c7` and `grey` carry the sector. */
export const INKS = [
  'ink',
  'quiet',
  'rule',
  'paper',
  'accent',
  'c1',
  'c2',
  'c3',
  'c4',
  'c5',
  'c6',
  'c7',
  'grey',
] as const;
export type Ink = (typeof INKS)[number];

/** Meanings that are not a sector are textures: a range's upper part, a spread we assumed, returned money. */
export type Texture = 'range' | 'assumed' | 'returned';

/** What choosing a mark does. */
export type Action =
  | { readonly do: 'filter'; readonly subjects: readonly Subject[] }
  | { readonly do: 'zoom'; readonly to: readonly string[] }
  | { readonly do: 'open'; readonly dimension: string }
  /** Opens the evidence without changing the selection. */
  | { readonly do: 'explain'; readonly subjects: readonly Subject[] };

interface MarkBase {
  /** Stable across filters, sizes and charts: the same key is the same thing, and moves. */
  readonly key: string;
  /** Subjects this mark is about, all of which hold of its rows. Empty for furniture. */
  readonly subjects: readonly Subject[];
  /** Every subject its rows have in the linked dimensions. Absent = same as `subjects`. */
  readonly touches?: ReadonlySet<Subject>;
  /** Spoken name. A mark with one can be reached by keyboard and is listed in the outline. */
  readonly label?: string;
  /** How deep the mark stands in the outline; 0 by default. */
  readonly depth?: number;
  readonly action?: Action;
  /** How much of it is there, from 0 to 1, while it comes or goes or stands back; 1 by default. */
  readonly opacity?: number;
  /** Names the element that shows it, where it came from a mark of another key; its own key by default. */
  readonly element?: string;
}

/** Names the element that shows a mark: as long as the name stays, so does the element. */
export function elementOf({ key, element }: Pick<MarkBase, 'key' | 'element'>): string {
  return element ?? key;
}

interface Painted {
  readonly fill?: Ink;
  readonly fillOpacity?: number;
  readonly texture?: Texture;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly dash?: string;
}

export interface RectMark extends MarkBase, Painted {
  readonly shape: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PathMark extends MarkBase, Painted {
  readonly shape: 'path';
  readonly d: string;
}

export interface LineMark extends MarkBase, Painted {
  readonly shape: 'line';
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface TextMark extends MarkBase {
  readonly shape: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill: Ink | `on-${Ink}`;
  /** A rim of paper, so that the text reads on a picture. */
  readonly halo?: boolean;
}

export type Mark = RectMark | PathMark | LineMark | TextMark;

/** The space a chart may fill. */
export interface Frame {
  readonly width: number;
  /** Height to aim for; a chart that needs more room may take it. */
  readonly height: number;
  /**
   * For the back of a room, where type is large and room is short: words that are not about money
   * give way before the chart takes more height than it is given.
   */
  readonly spare?: boolean;
  /** Names are whole where room can be found: amounts and what is less than the money give way to them. */
  readonly whole?: boolean;
}

/** What lies under and over a drawing's traces: shapes and words, where it has traces. */
export function layersOf({ marks, traces }: Drawing) {
  if (traces.length === 0) return { under: marks, over: [] };
  const isWords = ({ shape }: Mark) => shape === 'text';
  return { under: marks.filter((mark) => !isWords(mark)), over: marks.filter(isWords) };
}
