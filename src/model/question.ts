import type { Amount } from './amount.ts';
import type { Dataset } from './dataset.ts';
import type { Filter } from './filter.ts';
import type { Ledger, LeftOut } from './ledger.ts';
import type { MeasureId } from './measure.ts';
import type { Calendar, Day, Period, PeriodBasis, TimeUnit } from './period.ts';
import type { DimensionId, Subject } from './subject.ts';
import type { Sum } from './sum.ts';

/** A dimension to tell apart, and how many of its values one by one before the rest is gathered. */
export interface Split {
  readonly dimension: DimensionId;
  readonly top: number;
}

interface Selection {
  readonly measure: MeasureId;
  readonly filters: readonly Filter[];
}

/** Sums for every combination of values of the split dimensions that rows have. */
export interface GroupsQuestion extends Selection {
  readonly ask: 'groups';
  readonly by: readonly Split[];
  /** Further dimensions whose values each group should say it touches; they split no group. */
  readonly also: readonly Split[];
}

/** Sums per unit of time, split by one dimension. */
export interface SeriesQuestion extends Selection {
  readonly ask: 'series';
  readonly by: Split;
  readonly also: readonly Split[];
  readonly unit: TimeUnit;
  readonly calendar: Calendar;
  /** Share a sum over its period by days, or put it whole in the unit its period starts in. */
  readonly spread: boolean;
}

/** The selected figures one by one, in the dataset's order; none when there are more than `limit`. */
export interface FiguresQuestion extends Selection {
  readonly ask: 'figures';
  readonly also: readonly Split[];
  readonly limit: number;
}

/** The rows behind a mark, with every cell: the evidence. */
export interface RecordsQuestion extends Selection {
  readonly ask: 'records';
  /** Rows with all of these subjects; figures of unstated size are among them. */
  readonly subjects: readonly Subject[];
  readonly offset: number;
  readonly limit: number;
  /**
   * The part of the file they stand in: shown and unstated rows of the measure, or the named part of
   * the book, or of those left out the ones of one rule and measure.
   */
  readonly from: 'selection' | 'filtered' | 'left out' | 'file' | Pick<LeftOut, 'rule' | 'measure'>;
}

/** What a file has beside its rows: records that could not be read, and lines that are no rows. */
export type Unshown = 'unread' | 'no rows';

/** Values and titles that contain a text. */
export interface FindQuestion {
  readonly ask: 'find';
  readonly text: string;
  /** The measure what is found should be of, where it has rows of it. */
  readonly measure?: MeasureId;
  readonly limit: number;
}

/** What tells every row of the file from others, to hold it against another file. */
export interface PrintsQuestion {
  readonly ask: 'prints';
  /** Ids of the columns that count, beside amount and period. */
  readonly columns: readonly string[];
  /** The column that names each row; null where none does. */
  readonly id: string | null;
}

export type Question =
  | GroupsQuestion
  | SeriesQuestion
  | FiguresQuestion
  | RecordsQuestion
  | FindQuestion
  | PrintsQuestion;

export interface Group {
  /** One subject per split, in the question's order. */
  readonly path: readonly Subject[];
  readonly sum: Sum;
  /** Every subject its rows have among `by` and `also`. */
  readonly touches: readonly Subject[];
}

/** How many values "Other" gathers in a dimension, under this selection. */
export type Gathered = Readonly<Record<DimensionId, number>>;

export interface GroupsAnswer {
  readonly ask: 'groups';
  readonly groups: readonly Group[];
  readonly gathered: Gathered;
  readonly ledger: Ledger;
}

export interface SeriesPoint {
  readonly period: Period;
  readonly subject: Subject;
  readonly sum: Sum;
  readonly touches: readonly Subject[];
}

export interface SeriesAnswer {
  readonly ask: 'series';
  readonly points: readonly SeriesPoint[];
  /** Money whose period is not stated, per value. */
  readonly undated: readonly Group[];
  readonly gathered: Gathered;
  readonly ledger: Ledger;
}

export interface Figure {
  readonly row: number;
  readonly title: string;
  readonly amount: Amount;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly periodBasis: PeriodBasis;
  readonly touches: readonly Subject[];
}

export interface FiguresAnswer {
  readonly ask: 'figures';
  /** Null when the selection holds more than the question's limit. */
  readonly figures: readonly Figure[] | null;
  readonly ledger: Ledger;
}

export interface FigureRecord {
  /** The row of the file it stands in, as a spreadsheet counts: the first is 1. */
  readonly record: number;
  readonly title: string;
  readonly measure: MeasureId;
  readonly amount: Amount;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly periodBasis: PeriodBasis;
  /** Every column that has text, in the file's order. */
  readonly cells: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

export interface RecordsAnswer {
  readonly ask: 'records';
  readonly records: readonly FigureRecord[];
  /** How many there are in all. */
  readonly rows: number;
  /** What they add up to; only rows of the question's measure are in it. */
  readonly sum: Sum;
}

export interface Found {
  readonly subject: Subject;
  readonly rows: number;
  /** The measure asked for if any of its rows have it, else the one most of them have. */
  readonly measure: MeasureId;
}

export interface FindAnswer {
  readonly ask: 'find';
  readonly found: readonly Found[];
}

/** One entry a row, in the dataset's order. */
export interface PrintsAnswer extends Pick<
  Dataset,
  'measures' | 'measure' | 'low' | 'high' | 'stated'
> {
  readonly ask: 'prints';
  /** Equal in two files where the rows are. */
  readonly rows: Float64Array;
  /** Of what names each row: NO_PRINT where nothing does. */
  readonly ids: Float64Array | null;
}

export interface AnswerTo {
  groups: GroupsAnswer;
  series: SeriesAnswer;
  figures: FiguresAnswer;
  records: RecordsAnswer;
  find: FindAnswer;
  prints: PrintsAnswer;
}
export type Answer = AnswerTo[Question['ask']];
