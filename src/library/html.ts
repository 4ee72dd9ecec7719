import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOneFile, type PageParts } from '../export/onefile.ts';
import { encodeView } from '../model/address.ts';
import type { View } from '../model/view.ts';
import { packageFolder } from './home.ts';
import type { Funding } from './reading.ts';

/** Where the parts of the page lie: in the package, and in a clone where the page was built. */
const PARTS = ['lib/onefile.json', 'dist/onefile.json'];

/**
 * Writes the explorer as one HTML file with the data inside, open at a view. It asks nothing of any
 * other machine. Rejects with a sentence when the data is too large for a browser to hold.
 */
export async function toHtml(
  { engine, reading, sources }: Funding,
  view: View,
  title: string,
): Promise<string> {
  const { card } = engine;
  const options = reading?.options ?? {};
  const isPlain = Object.keys(options).length === 0;
  const files = await Promise.all(
    sources.map(async ({ name, size, slice }) => ({
      name,
      bytes: new Uint8Array(await slice(0, size)),
    })),
  );
  return writeOneFile(await readParts(), {
    title: title || card.source.title,
    notes: '',
    views: [{ title, view: encodeView(view, card) }],
    data: {
      id: card.id,
      files,
      changes: reading && (isPlain ? [] : [{ sentence: 'Read as for the figure', options }]),
    },
  });
}

async function readParts(): Promise<PageParts> {
  for (const path of PARTS) {
    const text = await readFile(join(packageFolder(), path), 'utf8').catch(() => null);
    // What the build wrote is of the program's own making.
    if (text !== null) return JSON.parse(text) as PageParts;
  }
  throw new Error('the page that goes into an .html is not built: npm run build:library');
}
