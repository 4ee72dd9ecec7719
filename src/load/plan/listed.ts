import type { Column } from '../header.ts';

/** More columns than this are not offered one by one: a person names another by its header. */
export const MOST_CHOICES = 12;

/** The headers of columns for a sentence, the first of them when there are many. */
export function listed(columns: readonly Column[]): string {
  return listedNames(columns.map(({ label }) => label));
}

/** Names for a sentence, the first of them when there are many. */
export function listedNames(names: readonly string[]): string {
  const quoted = names.slice(0, MOST_CHOICES).map((name) => `"${name}"`);
  const more = names.length - quoted.length;
  return more > 0 ? `${quoted.join(', ')} and ${more} more` : quoted.join(', ');
}
