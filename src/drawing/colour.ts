import type { DatasetCard } from '../model/dataset.ts';
import { isUnstated } from '../model/dimension.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import type { Ink } from './drawing.ts';

/** How many values have a colour of their own; all further ones share the grey. */
const COLOURS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const;

/**
 * Colour of a subject: the place of its value in the dataset's colour dimension, whatever is
 * filtered. Subjects of other dimensions, gathered tails and unstated values are grey.
 */
export function inkOf(subject: Subject, card: DatasetCard): Ink {
  const dimension = card.suggested.colour;
  if (dimensionOf(subject) !== dimension || isOther(subject)) return 'grey';
  const value = valueOf(subject);
  if (isUnstated(value)) return 'grey';
  const ranked = card.dimensions.find(({ id }) => id === dimension)?.ranked ?? [];
  return COLOURS[ranked.findIndex((entry) => entry.value === value)] ?? 'grey';
}

/** Colour of something that touches exactly one value of the colour dimension; grey for a mixture. */
export function inkOfTouches(touches: Iterable<Subject>, card: DatasetCard): Ink {
  let found: Ink | undefined;
  for (const subject of touches) {
    if (dimensionOf(subject) !== card.suggested.colour) continue;
    if (found !== undefined) return 'grey';
    found = inkOf(subject, card);
  }
  return found ?? 'grey';
}
