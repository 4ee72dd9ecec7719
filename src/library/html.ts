import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOneFile, type PageParts, type Savable } from '../export/onefile.ts';
import { encodeView } from '../model/address.ts';
import type { View } from '../model/view.ts';
import { wordsOfDeck } from '../state/deck.ts';
import type { Story } from '../story/story.ts';
import { writeStory } from '../story/storyfile.ts';
import { packageFolder } from './home.ts';
import type { Funding } from './reading.ts';

/** Where the parts of pages lie: in the package, and in a clone where the page was built. */
const FOLDERS = ['lib', 'dist'];

/**
 * Writes the explorer as one HTML file with the data inside, open at a view. It asks nothing of any
 * other machine. Rejects with a sentence when the data is too large for a browser to hold.
 */
export async function toHtml(funding: Funding, view: View, title: string): Promise<string> {
  const { card } = funding.engine;
  return writeOneFile(await readParts('onefile.json'), {
    title: title || card.source.title,
    notes: '',
    views: [{ title, view: encodeView(view, card) }],
    data: await dataOf(funding),
  });
}

/**
 * Writes a story with the data inside as one HTML file that presents it and explores the data. The
 * speaker's notes are in it as far as they are in the story. Rejects as `toHtml` does.
 */
export async function toDeck(funding: Funding, story: Story): Promise<string> {
  const words = wordsOfDeck(story, funding.engine.card);
  const savable = { ...words, data: await dataOf(funding) };
  return writeOneFile(await readParts('deck.json'), savable, writeStory(story));
}

async function dataOf({ engine, reading, sources }: Funding): Promise<Savable['data']> {
  const options = reading?.options ?? {};
  const isPlain = Object.keys(options).length === 0;
  const files = await Promise.all(
    sources.map(async ({ name, size, slice }) => ({
      name,
      bytes: new Uint8Array(await slice(0, size)),
    })),
  );
  return {
    id: engine.card.id,
    files,
    changes: reading && (isPlain ? [] : [{ sentence: 'Read as for the figure', options }]),
  };
}

async function readParts(name: string): Promise<PageParts> {
  for (const folder of FOLDERS) {
    const path = join(packageFolder(), folder, name);
    const text = await readFile(path, 'utf8').catch(() => null);
    // What the build wrote is of the program's own making.
    if (text !== null) return JSON.parse(text) as PageParts;
  }
  throw new Error('the page that goes into an .html is not built: npm run build:library');
}
