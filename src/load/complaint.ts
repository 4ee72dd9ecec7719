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
