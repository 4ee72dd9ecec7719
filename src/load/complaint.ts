import type { Problem } from '../model/problem.ts';
import type { Column } from './header.ts';

/** What is wrong in a record, before it is known to which record it belongs. */
export interface Complaint {
  readonly kind: string;
  readonly message: string;
  /** Index of the column. */
  readonly column?: number | undefined;
  readonly found?: string;
}

export function isComplaint(value: object | number | null): value is Complaint {
  return typeof value === 'object' && value !== null && 'message' in value;
}

/** A complaint with its place: the record's number and the column's label. */
export function problemOf(
  complaint: Complaint,
  record: number,
  columns: readonly Column[],
): Problem {
  const { kind, message, column, found } = complaint;
  const label = column === undefined ? undefined : columns[column]?.label;
  return {
    kind,
    message,
    row: record,
    ...(label === undefined ? {} : { column: label }),
    ...(found === undefined ? {} : { found: found.slice(0, 80) }),
  };
}

/**
 * Problems of rows that are read all the same: one for each kind and column, with the first place
 * and how many there are, so that a column of a million bad dates is one problem.
 */
export class Tally {
  readonly #entries = new Map<string, { readonly first: Problem; count: number }>();

  add(complaint: Complaint, record: number, columns: readonly Column[]): void {
    const key = `${complaint.column ?? ''} ${complaint.kind}`;
    const entry = this.#entries.get(key);
    if (entry) entry.count++;
    else this.#entries.set(key, { first: problemOf(complaint, record, columns), count: 1 });
  }

  problems(): Problem[] {
    return Array.from(this.#entries.values(), ({ first, count }) =>
      count === 1
        ? first
        : {
            ...first,
            message: `${first.message} It is so in ${count} records; this is the first.`,
          },
    );
  }
}
