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
  {
    isServed,
    ...place
  }: Omit<HandoutHome, 'facts' | 'saveDeck' | 'live'> & {
    /** A server has the story under its name. */
    readonly isServed: boolean;
  },
): Promise<StagePage> {
  const facts = { file: await fileFacts(workspace), made: today(), payload: null };
  const { explorer } = place;
  const saveDeck = async (story: Story) =>
    (await import('./onefile/save.ts')).saveDeck(workspace, explorer, home, story);
  const live =
    isServed && location.protocol !== 'file:'
      ? { app: new URL('./', document.baseURI).href, story: place.name }
      : null;
  return openHandoutPage({ ...place, facts, live, saveDeck });
}
