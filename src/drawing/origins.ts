import type { Subject } from '../model/subject.ts';
import type { Mark } from './drawing.ts';
import { isAllOf } from './emphasis.ts';

/**
 * Where each mark of a picture comes from in the one before: the mark of its key, else the box that
 * stands for the same thing there. A programme of one sum is a node of its own in one picture and, in
 * another, the tile of that sum. No mark is the origin of two.
 */
export function originsOf(from: readonly Mark[], to: readonly Mark[]): ReadonlyMap<Mark, Mark> {
  const before = new Map(from.map((mark) => [mark.key, mark]));
  const origins = new Map<Mark, Mark>();
  for (const mark of to) {
    const same = before.get(mark.key);
    if (same) origins.set(mark, same);
  }
  const taken = new Set(origins.values());
  const pair = (mark: Mark | undefined, origin: Mark | undefined) => {
    if (!mark || !origin || origins.has(mark) || taken.has(origin)) return;
    origins.set(mark, origin);
    taken.add(origin);
  };
  const [there, here] = [boxesBySubject(from), boxesBySubject(to)];
  for (const [subject, box] of here) pair(box, there.get(subject));
  // Of several, the last, here as there: pictures draw the finest part of a thing after what it is part of.
  const free = from.filter((mark) => isNamedBox(mark) && !taken.has(mark));
  for (const mark of to.toReversed()) {
    if (!isNamedBox(mark) || origins.has(mark)) continue;
    pair(
      mark,
      free.findLast((other) => !taken.has(other) && isSameThing(mark, other)),
    );
  }
  return origins;
}

/** Whether all rows of each are about what the other is about. */
function isSameThing(a: Mark, b: Mark): boolean {
  const [own, others] = [a.subjects.at(-1), b.subjects.at(-1)];
  return own !== undefined && others !== undefined && isAllOf(a, others) && isAllOf(b, own);
}

/** For each subject the named box that is about it and least besides. */
function boxesBySubject(marks: readonly Mark[]): Map<Subject, Mark> {
  const boxes = new Map<Subject, Mark>();
  for (const mark of marks) {
    if (!isNamedBox(mark)) continue;
    for (const subject of mark.subjects) {
      const other = boxes.get(subject);
      if (!other || mark.subjects.length < other.subjects.length) boxes.set(subject, mark);
    }
  }
  return boxes;
}

function isNamedBox({ shape, label }: Mark): boolean {
  return shape === 'rect' && label !== undefined;
}
