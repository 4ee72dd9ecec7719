import { PART_IDS, readOneFile, unpack, type OneFile } from '../export/onefile.ts';
import { blobWorker } from './blobworker.ts';
import type { Supply } from './supply.ts';

/** What somebody saved in the page that is one file. Throws a sentence when it is damaged. */
export function contentsInside(): OneFile {
  const contents = readOneFile(textInside(PART_IDS.contents));
  if ('refused' in contents) throw new Error(contents.refused);
  return contents;
}

/** What such a page has from itself. */
export function supplyInside({ data: { files } }: OneFile): Supply {
  return {
    fetchWorker: async () =>
      blobWorker(new TextDecoder().decode(await unpack(textInside(PART_IDS.worker))), 'classic'),
    fetchData: async (name) => {
      const file = files.find((candidate) => candidate.name === name);
      if (!file) throw new Error(`The file ${name} is not inside this one.`);
      return unpack(file.packed);
    },
    fetchPrepared: async () => null,
  };
}

/** The text of an element of the page, of `PART_IDS`. */
export function textInside(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}
