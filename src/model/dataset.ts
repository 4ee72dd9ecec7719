import type { Dimension } from './dimension.ts';
import type { Measure } from './measure.ts';
import type { Calendar, Day } from './period.ts';
import type { Problem } from './problem.ts';
import type { DimensionId } from './subject.ts';

/** Where a dataset comes from; goes into every picture and export. Empty text = not known. */
export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly link: string;
  readonly licence: string;
  readonly licenceLink: string;
  readonly note: string;
}

/** Dictionary-coded text: row r holds `values[codes[r]]`. Every text column is stored like this. */
export interface TextColumn {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/**
 * Columns whose text is not kept but read again from the file for the rows that are shown: in a
 * large file titles and descriptions are most of the bytes.
 */
export interface FarTexts {
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** For each of the rows, the text of each column. Rejects when the file can no longer be read. */
  read(rows: readonly number[]): Promise<readonly (readonly string[])[]>;
}

/** Stands in the day columns for a day that is not stated. */
export const NO_DAY = -0x80000000;

/** Bits of the `stated` column: which ends of an amount the source states. */
export const LOW_STATED = 1;
export const HIGH_STATED = 2;

/**
 * A funding file as columns of typed arrays, one entry a row. Only the engine reads rows; all else
 * goes through its door.
 */
export interface Dataset {
  readonly id: string;
  readonly source: Source;
  readonly rows: number;
  readonly measures: readonly Measure[];
  /** Index into `measures`. */
  readonly measure: Uint8Array | Uint16Array | Uint32Array;
  /** Smallest units of the row's measure; an end that is not stated holds the other end, or 0. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** LOW_STATED | HIGH_STATED. */
  readonly stated: Uint8Array;
  /** Index into BOUNDS. */
  readonly bound: Uint8Array;
  /** Day, or NO_DAY; the end is the first day after the period. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into PERIOD_BASES. */
  readonly periodBasis: Uint8Array;
  readonly dimensions: readonly (Dimension & TextColumn)[];
  /** Columns that are shown with a row and not grouped by. */
  readonly texts: readonly TextColumn[];
  /** Columns of text that are not kept, in a large file. */
  readonly far?: FarTexts;
  /** The row of the file each stands in, as a spreadsheet counts: the first is 1, blank ones count. */
  readonly record: Uint32Array;
  /** Records that hold data and could not be read as rows. */
  readonly unread: readonly Problem[];
  /** Lines of the table that are no rows by a rule: totals of the rows, notes under them. */
  readonly noRows: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly companions: Companions;
  /** How its years run, where that is known; from April where not. */
  readonly calendar?: Calendar;
  /** Only a part has been read so far. */
  readonly partial?: true;
}

/** A dated thing beside the money: shown on the timeline, never summed. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly sector: string;
  /** The day, month or year the source gives, half-open like a period. */
  readonly start: Day;
  readonly end: Day;
  /** As the source gives it: "by 2020", "March 2018". */
  readonly printed: string;
  readonly status: string;
  readonly paragraph: string;
}

/** A figure that is not money. */
export interface Statistic {
  readonly id: string;
  readonly sector: string;
  readonly printed: string;
  readonly unit: string;
  readonly about: string;
  readonly paragraph: string;
}

/** A promise in the source, summarised; most have no money. */
export interface Pledge {
  readonly id: string;
  readonly sector: string;
  readonly summary: string;
  readonly due: string;
  /** Id of the figure it belongs to, or empty. */
  readonly figure: string;
  readonly paragraph: string;
}

export interface Companions {
  readonly milestones: readonly Milestone[];
  readonly statistics: readonly Statistic[];
  readonly pledges: readonly Pledge[];
}

export const NO_COMPANIONS: Companions = { milestones: [], statistics: [], pledges: [] };

/** A value of a dimension with its standing in the whole dataset, whatever is filtered. */
export interface RankedValue {
  readonly value: string;
  readonly rows: number;
}

export interface DimensionCard extends Dimension {
  /** How many different values the file has. */
  readonly distinct: number;
  /** The highest-ranking values, in the order every view keeps. At most RANKED_VALUES of them. */
  readonly ranked: readonly RankedValue[];
}

export const RANKED_VALUES = 200;

/** What the page knows of a dataset without touching a row. Plain data; crosses the worker border. */
export interface DatasetCard {
  readonly id: string;
  readonly source: Source;
  readonly rows: number;
  readonly unread: number;
  /** How many lines of the table are no rows. */
  readonly noRows: number;
  readonly measures: readonly (Measure & { readonly rows: number })[];
  readonly dimensions: readonly DimensionCard[];
  /** First day and day after the last of all stated periods; null when no row has one. */
  readonly span: { readonly start: Day; readonly end: Day } | null;
  readonly problems: readonly Problem[];
  readonly companions: Companions;
  readonly calendar?: Calendar;
  /** Only a part has been read so far. */
  readonly partial?: true;
  /** Dimension ids a first look should use. */
  readonly suggested: {
    readonly stages: readonly DimensionId[];
    readonly levels: readonly DimensionId[];
    readonly colour: DimensionId;
  };
}
