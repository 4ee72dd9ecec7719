import { openHandoutPage, type HandoutHome } from '../present/handoutpage.ts';
import type { StagePage } from '../present/stagepage.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Story } from '../story/story.ts';
import type { Home } from './home.ts';
import { fileFacts } from './figure/filefacts.svelte.ts';
import { today } from './figure/today.ts';

/** Puts a story on paper, with what is known of the reader's file and the day. Rejects as `figuresOf` does. */
export async function openHandout(
  workspace: Workspace,
  home: Home,
  place: Omit<HandoutHome, 'facts' | 'saveDeck'>,
): Promise<StagePage> {
  const facts = { file: await fileFacts(workspace), made: today(), payload: null };
  const { explorer } = place;
  const saveDeck = async (story: Story) =>
    (await import('./onefile/save.ts')).saveDeck(workspace, explorer, home, story);
  return openHandoutPage({ ...place, facts, saveDeck });
}
