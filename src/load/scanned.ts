import type { Problem } from '../model/problem.ts';
import type { Decision, RoleName } from './plan.ts';
import type { Reading } from './rows.ts';

/** A record that is no row by a rule, with its row in the file (the first being 1) and what stands in it. */
export interface Aside {
  readonly rule: 'total' | 'footer';
  readonly record: number;
  readonly found: string;
  /** For a total: whether it equals the rows it stands under. */
  readonly agrees?: boolean;
  /** The file it stands in, where there are several. */
  readonly file?: string;
}

/** What amounts of one measure add up to, exactly, in the decimals of the file. */
export interface ExactlySummed {
  readonly kind: string;
  readonly currency: string;
  readonly basis: string;
  /** A decimal number without exponent: "-12.50". Of ranges and open ends, the lower or only end. */
  readonly sum: string;
  /** Amounts in it. */
  readonly count: number;
}

/** All that a scan of the records finds: the rows, and how every record is accounted for. */
export interface Scanned {
  readonly reading: Reading;
  /** Records that hold data and gave no row (or, of year columns, not all of theirs). */
  readonly unread: readonly Problem[];
  readonly records: {
    /** All records of the file, the header and what stands above it included. */
    readonly all: number;
    /** Records with data: those that gave rows and those unread. */
    readonly data: number;
    readonly blank: number;
    readonly tags: number;
  };
  readonly asides: readonly Aside[];
  readonly amounts: {
    readonly valid: number;
    readonly missing: number;
    readonly unreadable: number;
    readonly zero: number;
    readonly negative: number;
  };
  readonly sums: readonly ExactlySummed[];
  /** Dates read from the column of the date (or the start), as `yyyy-mm-dd`; null without any. */
  readonly dates: {
    readonly valid: number;
    readonly first: string | null;
    readonly last: string | null;
  };
  /** Different values of columns with a role, blanks not counted. */
  readonly distinct: ReadonlyMap<RoleName, number>;
  /** How often each kind of problem is met, with its first places. */
  readonly problems: readonly {
    readonly kind: string;
    readonly count: number;
    readonly examples: readonly Problem[];
  }[];
  /** What only the whole file shows: duplicates, totals, several currencies. */
  readonly decisions: readonly Decision[];
}
