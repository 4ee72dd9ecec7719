import { utf8 } from './bytes.ts';
import { DEEPEST_STORY, isShallow } from './depth.ts';
import { packed, unpacked } from './packed.ts';

/** Characters of a link that carries a story: mail and chat programs cut longer ones. */
export const LONGEST_STORY_LINK = 8_000;
/** Bytes that the story of a link may unpack to. */
const MOST_STORY = 200_000;

type Refused = { readonly refused: string };

const DAMAGED: Refused = {
  refused:
    'The story in this link is damaged or was cut off. Ask for the link again, or for the file.',
};

/** A link that puts a story on stage wherever it is opened; `story` is its text as in a file. */
export function storyLink(page: string, story: string): string {
  return `${page.replace(/[?#].*$/s, '')}#present=link&story=${storyPayload(story)}`;
}

/** A story as an address carries it; `story` is its text as in a file. */
export function storyPayload(story: string): string {
  return packed(new TextEncoder().encode(story));
}

/** The text of the story a link carries, which may come from anywhere, or why there is none. */
export function storyOfLink(payload: string): { readonly json: string } | Refused {
  const found = unpacked(payload, LONGEST_STORY_LINK, MOST_STORY);
  if ('bytes' in found) {
    const json = utf8(found.bytes);
    return json !== undefined && isShallow(json, DEEPEST_STORY) ? { json } : DAMAGED;
  }
  switch (found.fault) {
    case 'damaged':
      return DAMAGED;
    case 'too much':
      return { refused: 'The story in this link is larger than any link holds. It is not opened.' };
    case 'other form':
      return {
        refused: `The story in this link was written by another version (${found.form}) of Tranche, which this one cannot read.`,
      };
  }
}
