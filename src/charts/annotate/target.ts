import type { Mark } from '../../drawing/drawing.ts';
import { isAllOf } from '../../drawing/emphasis.ts';
import type { Place } from '../../model/annotation.ts';

/** The marks of a drawing that can be pointed at: those with a name that are a sum. */
export function targetsIn(marks: readonly Mark[]): Mark[] {
  // An outline about one thing alone is a dated thing beside the money: no sum of it.
  return marks.filter(
    ({ label, shape, subjects }) =>
      label !== undefined && (shape === 'rect' || (shape === 'path' && subjects.length > 1)),
  );
}

/**
 * The mark that is about a place: of the marks with a name, the one that says all of its subjects and
 * fewest besides; else one whose rows have these values and no others. Undefined when there is none.
 */
export function markOf(place: Place, marks: readonly Mark[]): Mark | undefined {
  const named = targetsIn(marks);
  const about = named.filter(({ subjects }) =>
    place.every((subject) => subjects.includes(subject)),
  );
  const [closest] = about.toSorted((a, b) => a.subjects.length - b.subjects.length);
  return closest ?? named.find((mark) => place.every((subject) => isAllOf(mark, subject)));
}
