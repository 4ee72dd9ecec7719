import { PART_IDS, unpack, type OneFile, type PageParts } from '../../export/onefile.ts';
import { contentsInside, supplyInside } from '../../parts/inside.ts';
import { textInside } from '../../parts/textinside.ts';
import type { Change } from '../../state/changes.ts';
import type { Beginning, Home } from '../home.ts';

/** The page that is one file: all it needs stands in elements of its own. Throws when it is damaged. */
export async function homeInside(): Promise<Home> {
  const contents = contentsInside();
  return {
    ...supplyInside(contents),
    begins: await beginningOf(contents),
    fetchParts: async () => partsInside(),
    stories: null,
    fetchUrl: null,
  };
}

async function beginningOf({ title, notes, views, data }: OneFile): Promise<Beginning> {
  const view = views[0]?.view ?? '';
  const begins = { data: data.id, name: `“${title}”`, view, words: { title, notes, views } };
  if (!data.changes) return { ...begins, given: null };
  const files = data.files.map(async ({ name, packed }) => new File([await unpack(packed)], name));
  // Options are written by the page that saved the file, and read by the same reader.
  const changes = data.changes as readonly Change[];
  return { ...begins, given: { files: await Promise.all(files), changes } };
}

/** What the page is made of, from the page itself. */
function partsInside(): PageParts {
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? '';
  return {
    policy: attribute('meta[http-equiv="Content-Security-Policy"]', 'content'),
    icon: attribute('link[rel="icon"]', 'href'),
    style: textInside(PART_IDS.style),
    start: textInside(PART_IDS.start),
    page: textInside(PART_IDS.page),
    worker: textInside(PART_IDS.worker),
    // A page that was opened without it has not read any Parquet either.
    parquetWorker: textInside(PART_IDS.worker),
  };
}
