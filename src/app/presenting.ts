import type { Story } from '../story/story.ts';
import type { Home } from './home.ts';

/** Name of the reader's own story in addresses. */
export const OWN_STORY = 'mine';

const FACES = ['present', 'speaker', 'handout'] as const;

/** What an address asks to present. */
export interface Presenting {
  /** The stage, the speaker's window beside it, or all scenes on paper. */
  readonly face: (typeof FACES)[number];
  /** Names the story. */
  readonly story: string;
  /** The story itself, packed, where the address carries it; null where it only names it. */
  readonly carried: string | null;
  /** As `writeStep` writes it; empty for the first. */
  readonly step: string;
  /** The view the speaker has left the script for, as an address has it; null in the script. */
  readonly explored: string | null;
}

/**
 * Reads `#present=…&step=…&explore=…`, `#speaker=…` or `#handout=…`, with the story itself in `&story=…` or
 * without; null for an address of the explorer.
 */
export function presentingOf(hash: string): Presenting | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const step = fields.get('step') ?? '';
  const explored = fields.get('explore');
  const carried = fields.get('story');
  for (const face of FACES) {
    const name = fields.get(face);
    if (name === null) continue;
    // Named by what it holds, so that no link comes between the windows of another story.
    const story = carried === null ? name : `link-${carried.slice(-8)}`;
    return { face, story, carried, step, explored };
  }
  return null;
}

/** The story an address asks for. Rejects with a sentence when there is none, or it cannot be read. */
export async function storyOf(home: Home, { story: name, carried }: Presenting): Promise<Story> {
  if (carried === null) return fetchStory(home, name);
  return (await import('../parts/stories.ts')).carriedStory(carried);
}

/** The story of that name. Rejects with a sentence when there is none, or it cannot be read. */
export async function fetchStory(home: Home, name: string): Promise<Story> {
  if (name === OWN_STORY) return ownStory();
  return (await import('../parts/stories.ts')).servedStory(name, home);
}

async function ownStory(): Promise<Story> {
  const [{ SHELF }, { checkStory }] = await Promise.all([
    import('./story/shelf.ts'),
    import('../story/storyfile.ts'),
  ]);
  const story = checkStory((await SHELF.get()) ?? {});
  if ('refused' in story) throw new Error('No story is kept in this browser.');
  return story;
}
