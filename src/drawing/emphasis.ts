import { dimensionOf, type Subject } from '../model/subject.ts';
import type { Mark } from './drawing.ts';

/**
 * What is pointed at: subjects that all hold. Pointing changes which marks are lit and nothing
 * else; no question is asked and nothing is laid out.
 */
export type Focus = readonly Subject[];

/**
 * Whether a mark has rows with all the subjects pointed at. A dimension the mark knows nothing of
 * is no objection, as long as some other dimension agrees.
 */
export function isLit(mark: Mark, focus: Focus): boolean {
  const touches = mark.touches ?? new Set(mark.subjects);
  if (touches.size === 0) return false;
  let agrees = false;
  for (const subject of focus) {
    if (touches.has(subject)) agrees = true;
    else if (knows(touches, dimensionOf(subject))) return false;
  }
  return agrees;
}

/** The marks of a drawing by the subjects and the dimensions they touch, made once for any number of focuses. */
export interface EmphasisIndex {
  readonly bySubject: ReadonlyMap<Subject, readonly Mark[]>;
}

export function indexOf(marks: readonly Mark[]): EmphasisIndex {
  const bySubject = new Map<Subject, Mark[]>();
  for (const mark of marks) {
    for (const subject of mark.touches ?? mark.subjects) {
      const touching = bySubject.get(subject);
      if (touching) touching.push(mark);
      else bySubject.set(subject, [mark]);
    }
  }
  return { bySubject };
}

/** The marks that are lit: looked for only among those that touch a subject pointed at. */
export function litAmong({ bySubject }: EmphasisIndex, focus: Focus): Mark[] {
  const candidates = new Set(focus.flatMap((subject) => bySubject.get(subject) ?? []));
  return [...candidates].filter((mark) => isLit(mark, focus));
}

/** Whether all rows of a mark are about a subject: of its dimension they touch no other value. */
export function isAllOf({ touches, subjects }: Mark, subject: Subject): boolean {
  const all = touches ?? new Set(subjects);
  return all.has(subject) && solesOf(all).has(subject);
}

/** A mark touches thousands of subjects where there are many rows: they are gone through once. */
const SOLES = new WeakMap<ReadonlySet<Subject>, ReadonlySet<Subject>>();

/** Of some subjects, those that are the only ones of their dimension. */
function solesOf(subjects: ReadonlySet<Subject>): ReadonlySet<Subject> {
  const known = SOLES.get(subjects);
  if (known) return known;
  const byDimension = new Map<string, Subject | null>();
  for (const subject of subjects) {
    const dimension = dimensionOf(subject);
    byDimension.set(dimension, byDimension.has(dimension) ? null : subject);
  }
  const soles = new Set([...byDimension.values()].filter((subject) => subject !== null));
  SOLES.set(subjects, soles);
  return soles;
}

function knows(touches: ReadonlySet<Subject>, dimension: string): boolean {
  for (const subject of touches) if (dimensionOf(subject) === dimension) return true;
  return false;
}
