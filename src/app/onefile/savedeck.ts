import { writeOneFile } from '../../export/onefile.ts';
import { download, fileName } from '../../parts/download.ts';
import { wordsOfDeck } from '../../state/deck.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import type { Story } from '../../story/story.ts';
import { writeStory } from '../../story/storyfile.ts';
import type { Home } from '../home.ts';
import { dataOf } from './save.ts';

/**
 * Saves a story with the data that is open as one HTML file that presents it, and explores the data
 * from the first scene's view. Rejects as `saveOneFile` does.
 */
export async function saveDeck(
  workspace: Workspace,
  explorer: Explorer,
  home: Home,
  story: Story,
): Promise<void> {
  const fetchParts = home.stories?.fetchParts ?? home.fetchParts;
  const [parts, data] = await Promise.all([fetchParts(), dataOf(workspace, explorer, home)]);
  const savable = { ...wordsOfDeck(story, explorer.card), data };
  const html = await writeOneFile(parts, savable, writeStory(story));
  download(fileName(story.title, 'html'), 'text/html', html);
}
