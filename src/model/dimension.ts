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

/**
 * The stages of a chain of flows are dimensions of their own: a row has the name it leaves in one,
 * the name it reaches in another, and ABSENT in all others. No column of a file has such an id.
 */
export function chainStage(nth: number): DimensionId {
  return `chain ${nth}`;
}

export function isChainStage(id: DimensionId): boolean {
  return /^chain \d+$/.test(id);
}

/** Whether rows are the steps of a chain, in which the same money stands in several. */
export function hasChain({ dimensions }: { readonly dimensions: readonly Dimension[] }): boolean {
  return dimensions.some(({ id }) => isChainStage(id));
}

/** Tells which step of a chain a row is: within one, money counts once. */
export const CHAIN_STEP: DimensionId = 'chain step';
export const ABSENT = '';

export function isUnstated(value: string): boolean {
  // Of a file's hundred thousands of names the first letter tells nearly all, in a tenth of the time.
  return value.startsWith('n') || value.startsWith('N')
    ? /^not (stated|named|known)\b/i.test(value)
    : false;
}
