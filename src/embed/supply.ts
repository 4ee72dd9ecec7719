import type { PageParts } from '../export/onefile.ts';
import { fetchBytes } from '../parts/fetchbytes.ts';
import { SERVED } from '../parts/served.ts';
import type { Supply } from '../parts/supply.ts';

/**
 * Where an embed has its things from. In a sandbox it has no origin, and a worker there may load
 * nothing by address under the page's policy: it gets its whole text, as the one-file page does.
 */
export const EMBED_SUPPLY: Supply =
  self.origin === 'null' ? { ...SERVED, fetchWorker: fetchWholeWorker } : SERVED;

async function fetchWholeWorker(): Promise<() => Worker> {
  const bytes = await fetchBytes('onefile.json', 'The engine’s script');
  const [{ textOfPart }, { blobWorker }] = await Promise.all([
    import('../export/part.ts'),
    import('../parts/blobworker.ts'),
  ]);
  const text = new TextDecoder().decode(bytes);
  // What the build wrote is of the page's own making.
  const { worker } = JSON.parse(text) as PageParts;
  return blobWorker(await textOfPart(worker), 'classic');
}
