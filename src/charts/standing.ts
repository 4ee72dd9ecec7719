import type { DatasetCard } from '../model/dataset.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';

/** Where a subject's value stands in its dimension, whatever is filtered; gathered tails come last. */
export function standingIn(card: DatasetCard): (subject: Subject) => number {
  const places = new Map<string, Map<string, number>>();
  return (subject) => {
    if (isOther(subject)) return Number.MAX_SAFE_INTEGER;
    const id = dimensionOf(subject);
    let ranked = places.get(id);
    if (!ranked) {
      const values = card.dimensions.find((dimension) => dimension.id === id)?.ranked ?? [];
      ranked = new Map(values.map(({ value }, place) => [value, place]));
      places.set(id, ranked);
    }
    return ranked.get(valueOf(subject)) ?? ranked.size;
  };
}
