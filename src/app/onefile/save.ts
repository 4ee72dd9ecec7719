import { writeOneFile, type NamedBytes, type OneFile, type Savable } from '../../export/onefile.ts';
import { encodeView } from '../../model/address.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import { download, fileName } from '../../parts/download.ts';
import { builtInFiles } from '../../parts/opendata.ts';
import { headlineOf } from '../../state/caption.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import type { Home } from '../home.ts';

/**
 * Saves what is open, at the view on screen, as one HTML file with the explorer in it, and with the
 * story that is inside this page. Rejects with a sentence when a part of it cannot be had or the data
 * is too large.
 */
export async function saveOneFile(
  workspace: Workspace,
  explorer: Explorer,
  home: Home,
  { title, notes }: Pick<OneFile, 'title' | 'notes'>,
): Promise<void> {
  const { card, shown } = explorer;
  const [parts, data] = await Promise.all([home.fetchParts(), dataOf(workspace, explorer, home)]);
  const views = [{ title: headlineOf(shown), view: encodeView(shown.view, card) }];
  const savable = { title, notes, views, data };
  const html = await writeOneFile(parts, savable, storyInside(card, home));
  download(fileName(title, 'html'), 'text/html', html);
}

/** The text of the story that goes with the data that is open when it is saved; null where none does. */
export function storyInside({ id }: DatasetCard, { begins, stories }: Home): string | null {
  return id === begins.data ? (stories?.inside ?? null) : null;
}

/** The data that is open, as it is saved. Rejects with a sentence when a file of it cannot be read. */
export async function dataOf(
  { files, changes, reading }: Workspace,
  { card: { id } }: Explorer,
  home: Home,
): Promise<Savable['data']> {
  return reading === null
    ? { id, files: await builtInFiles(home), changes: null }
    : { id, files: await Promise.all(files.map(bytesOf)), changes };
}

async function bytesOf(file: File): Promise<NamedBytes> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new Error(`The file ${file.name} has been moved or changed. Open it again first.`);
  }
}
