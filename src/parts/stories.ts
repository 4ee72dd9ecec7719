import { storyOfLink } from '../carry/storylink.ts';
import { readStory } from '../story/storyfile.ts';
import type { Story } from '../story/story.ts';
import type { Supply } from './supply.ts';

/** The story of that name among the page's data. Rejects with a sentence when there is none, or it cannot be read. */
export async function servedStory(name: string, { fetchData }: Supply): Promise<Story> {
  if (!/^[\w-]+$/.test(name)) throw new Error(`There is no story “${name.slice(0, 60)}”.`);
  return storyOrThrow(readStory(new TextDecoder().decode(await fetchData(`${name}.story.json`))));
}

/** The story that an address carries, packed. Throws a sentence when it cannot be read. */
export function carriedStory(payload: string): Story {
  const found = storyOfLink(payload);
  return storyOrThrow('refused' in found ? found : readStory(found.json));
}

function storyOrThrow(story: ReturnType<typeof readStory>): Story {
  if ('refused' in story) throw new Error(story.refused);
  return story;
}
