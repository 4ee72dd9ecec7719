import type { Decision, Options, RoleName } from './plan.ts';
import type { Problem } from '../model/problem.ts';

/** A column as the mapping board shows it: its header, what stands in it, and what it is taken for. */
export interface ColumnCard {
  readonly label: string;
  /** The first few different texts in it. */
  readonly samples: readonly string[];
  readonly role: RoleName | null;
  /** Under which id the dataset has its text; null where that is not kept. */
  readonly id: string | null;
}

/**
 * How a file was read, as plain data that crosses the worker's border: what the page says about it,
 * asks about it and lets be changed.
 */
export interface ReadingCard {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal; empty until it is known. */
  readonly sha256: string;
  /** "UTF-8, commas, header in line 3" or "Excel sheet “Payments”". */
  readonly format: string;
  readonly profile: { readonly id: string; readonly name: string; readonly confidence: number };
  readonly preamble: readonly string[];
  readonly rows: {
    readonly records: number;
    readonly data: number;
    readonly blank: number;
    readonly totals: number;
    readonly unread: number;
  };
  readonly sums: readonly {
    readonly currency: string;
    readonly kind: string;
    /** Exact decimal number. */
    readonly sum: string;
    readonly count: number;
  }[];
  readonly columns: readonly ColumnCard[];
  readonly decisions: readonly Decision[];
  readonly problems: readonly {
    readonly kind: string;
    readonly count: number;
    readonly examples: readonly Problem[];
  }[];
  readonly options: Options;
  /** Sheets or tables the file has, where there is a choice. */
  readonly tables: readonly string[];
  /** Only a part has been read so far. */
  readonly partial?: true;
  /** The name is that of several files, which were read as one. */
  readonly several?: true;
}
