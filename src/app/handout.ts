import { makeHandoutPage, type HandoutHome } from '../present/handoutpage.ts';
import type { StagePage } from '../present/stagepage.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { storyPayload } from '../carry/storylink.ts';
import { BUILT_IN_ID } from '../parts/builtin.ts';
import type { Scene, Story } from '../story/story.ts';
import { writeStoryToPass } from '../story/storyfile.ts';
import type { Home } from './home.ts';
import { fileFacts } from './figure/filefacts.svelte.ts';
import { payloadOf } from './figure/payload.ts';
import { today } from './figure/today.ts';

/** Makes a handout as `makeHandoutPage` does, with what is known of the reader's file and the day. */
export async function makeHandout(
  workspace: Workspace,
  home: Home,
  {
    isServed,
    ...place
  }: Omit<HandoutHome, 'facts' | 'payloadOf' | 'saveDeck' | 'live'> & {
    /** A server has the story under its name. */
    readonly isServed: boolean;
  },
): Promise<() => StagePage> {
  const facts = { file: await fileFacts(workspace), made: today(), payload: null };
  const { explorer, story } = place;
  const text = writeStoryToPass(story);
  const saveDeck = async (savable: Story) =>
    (await import('./onefile/savedeck.ts')).saveDeck(workspace, explorer, home, savable);
  const live =
    explorer.card.id === BUILT_IN_ID && location.protocol !== 'file:'
      ? {
          app: new URL('./', document.baseURI).href,
          storyOf: isServed ? () => place.name : carrying(place.story),
        }
      : null;
  return makeHandoutPage({
    ...place,
    facts,
    payloadOf: (spec) => payloadOf(spec, explorer.card, workspace, text),
    live,
    saveDeck,
  });
}

/** A story of one scene alone, as an address carries it, without its notes. */
function carrying(story: Story): (scene: Scene) => string {
  return (scene) => storyPayload(writeStoryToPass({ ...story, scenes: [scene] }));
}
