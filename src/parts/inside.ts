import { PART_IDS, readOneFile, unpack, type OneFile } from '../export/onefile.ts';
import { textOfPart } from '../export/part.ts';
import { blobWorker } from './blobworker.ts';
import type { Supply } from './supply.ts';
import { textInside } from './textinside.ts';

/** What somebody saved in the page that is one file. Throws a sentence when it is damaged. */
export function contentsInside(): OneFile {
  const contents = readOneFile(textInside(PART_IDS.contents));
  if ('refused' in contents) throw new Error(contents.refused);
  return contents;
}

/** What such a page has from itself. */
export function supplyInside({ data: { files } }: OneFile): Supply {
  return {
    fetchWorker: async () => blobWorker(await textOfPart(textInside(PART_IDS.worker)), 'classic'),
    fetchData: async (name) => {
      const file = files.find((candidate) => candidate.name === name);
      if (!file) throw new Error(`The file ${name} is not inside this one.`);
      return unpack(file.packed);
    },
    fetchPrepared: async () => null,
  };
}
