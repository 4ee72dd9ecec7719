import { writeOneFile, type NamedBytes, type OneFile } from '../../export/onefile.ts';
import { encodeView } from '../../model/address.ts';
import { download, fileName } from '../../parts/download.ts';
import { builtInFiles } from '../../parts/opendata.ts';
import { headlineOf } from '../../state/caption.ts';
import type { Explorer } from '../../state/explorer.svelte.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';
import type { Home } from '../home.ts';

/**
 * Saves what is open, at the view on screen, as one HTML file with the explorer in it. Rejects with a
 * sentence when a part of it cannot be had or the data is too large.
 */
export async function saveOneFile(
  workspace: Workspace,
  explorer: Explorer,
  home: Home,
  { title, notes }: Pick<OneFile, 'title' | 'notes'>,
): Promise<void> {
  const { files, changes, reading } = workspace;
  const isBuiltIn = reading === null;
  const [parts, data] = await Promise.all([
    home.fetchParts(),
    isBuiltIn ? builtInFiles(home) : Promise.all(files.map(bytesOf)),
  ]);
  const { card, shown } = explorer;
  const html = await writeOneFile(parts, {
    title,
    notes,
    views: [{ title: headlineOf(shown), view: encodeView(shown.view, card) }],
    data: { id: card.id, files: data, changes: isBuiltIn ? null : changes },
  });
  download(fileName(title, 'html'), 'text/html', html);
}

async function bytesOf(file: File): Promise<NamedBytes> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new Error(`The file ${file.name} has been moved or changed. Open it again first.`);
  }
}
