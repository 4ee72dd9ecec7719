import type { DatasetCard, DimensionCard } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import { labelOf } from '../words/selection.ts';

/** How many names a sentence lists of what there is. */
const MOST_LISTED = 12;

/** The column of that id or header, whatever its letters' case. Throws with what there is. */
export function dimensionNamed(card: DatasetCard, name: string): DimensionCard {
  const found =
    card.dimensions.find(({ id }) => id === name) ??
    card.dimensions.find(({ id, label }) =>
      [id, label, labelOf(id, card)].some((known) => isSame(known, name)),
    );
  if (found) return found;
  const labels = card.dimensions.map(({ id }) => labelOf(id, card));
  throw new Error(`there is no column "${name}" to group by; there are: ${listed(labels)}`);
}

/** The measure of that id or kind of money. Throws with what there is. */
export function measureNamed(card: DatasetCard, name: string): Measure {
  const exact = card.measures.find(({ id }) => isSame(id, name));
  const ofKind = card.measures.filter(({ kind }) => isSame(kind, name));
  const [first, second] = exact ? [exact] : ofKind;
  if (first && !second) return first;
  const ids = (first ? ofKind : card.measures).map(({ id }) => id);
  const why = first ? `"${name}" is several measures` : `there is no measure "${name}"`;
  throw new Error(`${why}; there are: ${listed(ids)}`);
}

/** One of a list of words, or what there is. */
export function wordNamed<Word extends string>(
  what: string,
  words: readonly Word[],
  name: string,
): Word {
  const found = words.find((word) => isSame(word, name));
  if (found !== undefined) return found;
  throw new Error(`there is no ${what} "${name}"; there are: ${listed(words)}`);
}

/** Names for a sentence, the first of them where there are many. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
