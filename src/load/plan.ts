import type { Problem } from '../model/problem.ts';
import type { Calendar, Day } from '../model/period.ts';
import type { Column } from './header.ts';
import type { PreambleKey } from './preamble.ts';
import type { Roles } from './roles.ts';

/** How the bytes of a delimited file become records of text. */
export interface TextFormat {
  /** A label the platform's TextDecoder knows: utf-8, utf-16le, windows-1252, macintosh … */
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly newline: 'lf' | 'crlf' | 'cr' | 'mixed';
}

/** How a column writes its numbers; decided for the column as a whole. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** What stands between thousands; a space stands for no-break spaces too. */
  readonly group: '' | ',' | '.' | ' ' | "'";
  /**
   * True when the column writes numbers in both conventions: what cannot be read with `decimal` is
   * read with the two marks the other way round.
   */
  readonly either: boolean;
  /** What one unit written stands for: 1000 for "£000s". */
  readonly factor: number;
  /** Decimals kept, at least those of the currency; further digits are rounded and told. */
  readonly decimals: number;
  /** What becomes of an amount marked CR; taken off unless said. */
  readonly credits?: 'taken off' | 'added';
  /** Whether each cell of a workbook is in the currency that it is formatted in. */
  readonly byFormat?: boolean;
}

/** How a column writes its dates; decided for the column as a whole. */
export type DateStyle =
  | 'year first'
  | 'short year first'
  | 'day first'
  | 'month first'
  | 'month named'
  | 'year and month'
  | 'year'
  | 'financial year'
  | 'financial year from January'
  | 'financial year from July'
  | 'financial year from October'
  | 'quarter'
  | 'excel serial'
  | 'span of months';

/** What a column can be in a funding file; the names are those of the options. */
export const ROLE_NAMES = [
  'amount',
  'currency',
  'date',
  'start',
  'end',
  'funder',
  'recipient',
  'programme',
  'sector',
  'place',
  'kind',
  'title',
  'id',
  'link',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** Roles whose cells are held against those of another file by what they say and not by how each writes it. */
export const READ_ROLES: readonly RoleName[] = ['amount', 'date', 'start', 'end', 'currency'];

/** A column whose header is a year, a quarter or a month: each of its cells is the amount of a row of its own. */
export interface YearColumn {
  readonly column: number;
  readonly start: Day;
  /** The day after the last. */
  readonly end: Day;
  /** What the header says beside the year ("actual", "budget"); empty when nothing. */
  readonly kind: string;
}

/** What lines above the header, or the file's name, say of the whole file; empty when nothing. */
export interface About {
  readonly title: string;
  readonly unit: string;
  readonly period: string;
}

/** Something that was decided about a file: a sentence, and what else it could have been. */
export interface Decision {
  /** Names the matter: "amount", "date order", "units" … At most one decision for each matter and column. */
  readonly matter: string;
  readonly sentence: string;
  /** True when a person should look: the file allows another reading. */
  readonly doubt: boolean;
  readonly column?: string;
  /** Other readings, each with the options that would bring it about. */
  readonly choices: readonly { readonly sentence: string; readonly options: Options }[];
  /** What a person may write instead: words that stand for the whole file. */
  readonly typed?: { readonly label: string; readonly always: 'funder' };
}

/** Names in a column, called by its header, that stand for one body and are read as `into`. */
export interface Fold {
  readonly column: string;
  readonly names: readonly string[];
  readonly into: string;
}

/**
 * What a person set by hand, from the command line or on the mapping board; anything not set is
 * decided from the file. Columns are named by their header (or "column 4"); the empty text says that
 * no column has that role.
 */
export interface Options {
  readonly amount?: string;
  readonly currency?: string;
  readonly date?: string;
  readonly start?: string;
  readonly end?: string;
  readonly funder?: string;
  readonly recipient?: string;
  readonly programme?: string;
  readonly sector?: string;
  readonly place?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly id?: string;
  readonly link?: string;
  /** Words that stand for a whole file where no column says it. */
  readonly always?: {
    readonly currency?: string;
    /** Who pays: a name, the empty text for nobody, or what each file itself is called. */
    readonly funder?: string | { readonly from: 'title' | 'name' };
    readonly kind?: string;
  };
  readonly encoding?: string;
  readonly delimiter?: TextFormat['delimiter'];
  readonly headerRow?: number;
  /** What stands first in dates of numbers; the year only where it has two digits. */
  readonly dateOrder?: 'day first' | 'month first' | 'year first';
  readonly decimal?: '.' | ',';
  readonly factor?: number;
  readonly credits?: 'taken off' | 'added';
  /** Makes one sum of what a column seems to tell apart: revenue and expense, plans and what came of them. */
  readonly kinds?: 'one sum';
  readonly sheet?: string;
  /** How the years of its money run. */
  readonly calendar?: Calendar;
  /**
   * What to do with rows that are totals of others: leave them out, keep them beside the others,
   * count only them, or make them levels above the others.
   */
  readonly totals?: 'leave out' | 'keep' | 'only' | 'levels';
  /**
   * What to make of rows between names that both pay and receive: the steps of one flow, money that
   * counts once, where it comes in, or rows like others.
   */
  readonly chain?: 'steps' | 'once' | 'rows';
  /** Names to merge; nothing is merged but these. */
  readonly fold?: readonly Fold[];
}

/** All that is decided before the rows of a file are read, from its head, its tail and the options. */
export interface Plan {
  readonly format: TextFormat | null;
  /**
   * Where records begin: the byte after the byte-order mark and the lines `# …` and `sep=` at the
   * top, and the number of the record there, those lines counted.
   */
  readonly from: { readonly byte: number; readonly record: number };
  /** Record number (0-based, every record of the file counted) the header starts at; -1 without one. */
  readonly headerRow: number;
  /** How many records the header takes, tags rows included; 0 without one. */
  readonly headerRows: number;
  /** Record number the rows begin at. */
  readonly firstRow: number;
  /** How many of them are rows of `#tags`, or of the numbers of columns. */
  readonly tagRows: number;
  /** Lines above the header, kept as metadata. */
  readonly preamble: readonly string[];
  /** What lines `# key: value` say, in the project's own format. */
  readonly metadata: ReadonlyMap<PreambleKey, string>;
  readonly about: About;
  readonly columns: readonly Column[];
  readonly profile: { readonly id: string; readonly name: string; readonly confidence: number };
  readonly roles: Roles;
  /** The column of each role that has one: what a report and a mapping board show. */
  readonly mapping: ReadonlyMap<RoleName, number>;
  /** Year columns to unpivot, one row for each filled cell; empty for other files. */
  readonly years: readonly YearColumn[];
  readonly numbers: NumberStyle;
  /** Style of each column that has dates, by column index. */
  readonly dates: ReadonlyMap<number, DateStyle>;
  /** How the years of its money run; absent in the project's own format. */
  readonly calendar?: Calendar;
  readonly decisions: readonly Decision[];
  /** What is amiss in header and preamble. */
  readonly problems: readonly Problem[];
  readonly options: Options;
}
