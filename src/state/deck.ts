import type { OneFile } from '../export/onefile.ts';
import { decodeView, encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Story } from '../story/story.ts';

/** What a page that presents a story says of itself: the story's title, and its first scene to explore from. */
export function wordsOfDeck(
  { title, scenes }: Story,
  card: DatasetCard,
): Pick<OneFile, 'title' | 'notes' | 'views'> {
  const { view } = decodeView(scenes[0]?.view ?? '', card);
  return { title, notes: '', views: [{ title, view: encodeView(view, card) }] };
}
