import type { Subject } from './subject.ts';

/** Subjects that all hold: what a mark is about. */
export type Place = readonly Subject[];

/** Something pointed out on a picture, in words that are there already. */
export type Pointer =
  | { readonly kind: 'callout'; readonly on: Place; readonly text: string }
  | { readonly kind: 'arrow'; readonly from: Place; readonly to: Place; readonly text: string }
  | { readonly kind: 'bracket'; readonly over: readonly Place[]; readonly text: string };

/** How big is that: as a multiple of something else, or for each person. Its words come from the data. */
export interface Comparison {
  readonly kind: 'compare';
  readonly on: Place;
  readonly with: Place | 'person';
}

/** Something pointed out on a picture. An annotation whose mark is not there is told, not dropped. */
export type Annotation = Pointer | Comparison;
