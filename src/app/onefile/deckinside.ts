import { PART_IDS, unpack } from '../../export/onefile.ts';
import { blobSource } from '../../load/formats/bytes.ts';
import { sha256Of } from '../../load/sha256.ts';
import { textInside } from '../../parts/textinside.ts';
import type { Home } from '../home.ts';
import { homeInside } from './inside.ts';

/** Name of the story inside, in addresses. */
export const STORY_INSIDE = 'story';

/** The page that is one file and presents: its story is inside too. Throws when it is damaged. */
export async function deckInside(): Promise<Home> {
  const packed = takenOut(PART_IDS.story);
  const home = await homeInside();
  const bytes = packed === '' ? null : await unpack(packed);
  return {
    ...home,
    fetchData: async (name) =>
      bytes && name === `${STORY_INSIDE}.story.json` ? bytes : home.fetchData(name),
    stories: {
      given: bytes && STORY_INSIDE,
      inside: bytes && new TextDecoder().decode(bytes),
      fetchParts: home.fetchParts,
      // A browser may take all files of a disk for one origin: another of them could listen to a
      // briefing whose name it can guess. This one only windows of this very file know.
      key: await sha256Of(blobSource('', new Blob([packed || textInside(PART_IDS.contents)]))),
    },
  };
}

/** The text of an element, which goes: the speaker's notes are in it, and an audience may be looking. */
function takenOut(id: string): string {
  const text = textInside(id);
  document.getElementById(id)?.remove();
  return text;
}
