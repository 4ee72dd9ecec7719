import type { Annotation, Place } from '../model/annotation.ts';

/** The kinds of annotation, as a maker of stories chooses among them. */
export const KINDS: readonly { readonly kind: Annotation['kind']; readonly name: string }[] = [
  { kind: 'callout', name: 'Words' },
  { kind: 'arrow', name: 'An arrow' },
  { kind: 'bracket', name: 'A bracket' },
  { kind: 'compare', name: 'How big is' },
];

/** An annotation as another kind: what it is about and what it says stay, as far as that kind has them. */
export function turnedInto(
  annotation: Annotation,
  kind: Annotation['kind'],
  others: readonly Place[],
): Annotation {
  const [first = [], second] = placesOf(annotation);
  const next = second ?? others.find((place) => place.join() !== first.join()) ?? first;
  const text = annotation.kind === 'compare' ? '' : annotation.text;
  switch (kind) {
    case 'callout':
      return { kind, on: first, text };
    case 'arrow':
      return { kind, from: first, to: next, text };
    case 'bracket':
      return { kind, over: [first, next], text };
    case 'compare':
      return { kind, on: first, with: second ?? 'person' };
  }
}

/** The places an annotation is about, the one it begins at first. */
export function placesOf(annotation: Annotation): readonly Place[] {
  switch (annotation.kind) {
    case 'callout':
      return [annotation.on];
    case 'arrow':
      return [annotation.from, annotation.to];
    case 'bracket':
      return annotation.over;
    case 'compare':
      return annotation.with === 'person' ? [annotation.on] : [annotation.on, annotation.with];
  }
}
