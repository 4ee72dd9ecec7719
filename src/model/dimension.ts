import type { DimensionId } from './subject.ts';

/** A column one can group by. */
export interface Dimension {
  readonly id: DimensionId;
  /** As a reader sees it, in sentence case: "Announced at". */
  readonly label: string;
  /** The dimension each value belongs inside, where the file has that hierarchy: programme within sector. */
  readonly within?: DimensionId;
}

/**
 * The text of a cell that was empty. Words such as "not stated" or "not named" that a source does
 * print are values in their own right and read the same way.
 */
export const BLANK = 'not stated';

export function isUnstated(value: string): boolean {
  return /^not (stated|named|known)\b/i.test(value);
}
