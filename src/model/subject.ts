import { ABSENT, isChainStage } from './dimension.ts';

/**
 * What a mark is about: one value of one dimension, as the text `dimension:value`. Subjects are
 * what links the views: the same subject is the same thing in all of them.
 */
export type Subject = string;
export type DimensionId = string;

/** Stands for the gathered tail of a dimension; its dimension part cannot be a dimension's id. */
const OTHER_MARK = '~other';

export function subjectOf(dimension: DimensionId, value: string): Subject {
  return `${dimension}:${value}`;
}

/** The subject of "Other (43)" in `dimension`. It equals no value's subject, whatever a file says. */
export function otherOf(dimension: DimensionId): Subject {
  return `${dimension}${OTHER_MARK}:`;
}

export function isOther(subject: Subject): boolean {
  return dimensionPart(subject).endsWith(OTHER_MARK);
}

/** Whether it stands for rows that have no part in a stage of a chain. */
export function isAbsent(subject: Subject): boolean {
  return isChainStage(dimensionOf(subject)) && !isOther(subject) && valueOf(subject) === ABSENT;
}

export function dimensionOf(subject: Subject): DimensionId {
  const part = dimensionPart(subject);
  return part.endsWith(OTHER_MARK) ? part.slice(0, -OTHER_MARK.length) : part;
}

export function valueOf(subject: Subject): string {
  return subject.slice(dimensionPart(subject).length + 1);
}

function dimensionPart(subject: Subject): string {
  const colon = subject.indexOf(':');
  if (colon < 0) throw new Error(`not a subject: "${subject}"`);
  return subject.slice(0, colon);
}
