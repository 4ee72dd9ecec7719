import type { RoleName } from '../plan.ts';

/**
 * A kind of file that is known by its header. Headers are compared without regard to case, spaces,
 * underscores and the numbers in paths; one that ends in `*` stands for all that begin so.
 */
export interface Profile {
  readonly id: string;
  /** A line that says what such a file is. */
  readonly name: string;
  /** What sort of money its amounts are. */
  readonly kind: string;
  /** The currency when the file does not say; without it nobody knows. */
  readonly currency?: string;
  /** The order of day and month when no date shows it. */
  readonly order?: 'month first';
  /** How its years run, when its currency does not tell. */
  readonly calendar?: 'july' | 'october';
  /** Headers that must be there, each with its other forms. */
  readonly must: readonly (readonly string[])[];
  /** Headers that such files often have; `least` of them must be there. */
  readonly may: readonly (readonly string[])[];
  readonly least: number;
  /** Headers of each role, the best first. */
  readonly columns: Readonly<Partial<Record<RoleName, readonly string[]>>>;
  /** A column of states, and those in which an amount is in no sum with the others. */
  readonly states?: { readonly header: string; readonly apart: readonly string[] };
  /** Levels of the sector, the outermost first, instead of one column. */
  readonly levels?: readonly string[];
  /** Further columns to group by. */
  readonly more?: readonly string[];
  /** Headers that look like a role and must never have one. */
  readonly never?: readonly string[];
}
