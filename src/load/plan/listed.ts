import type { Column } from '../header.ts';

/** More columns than this are not offered one by one: a person names another by its header. */
export const MOST_CHOICES = 12;

/** The headers of columns for a sentence, the first of them when there are many. */
export function listed(columns: readonly Column[]): string {
  const labels = columns.slice(0, MOST_CHOICES).map(({ label }) => `"${label}"`);
  const more = columns.length - labels.length;
  return more > 0 ? `${labels.join(', ')} and ${more} more` : labels.join(', ');
}
