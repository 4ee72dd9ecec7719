import type { Carried } from '../carry/carried.ts';
import { readPictures } from '../carry/pictures.ts';
import { openFile } from './filesource.ts';

/**
 * Reads what a picture carries, so that it can be drawn again: an SVG or a PNG, or a report that has
 * one such picture. Rejects with a sentence when there is none, or more than one.
 */
export async function readPicture(path: string): Promise<Carried> {
  const found = await readPictures(await openFile(path));
  if (!found) throw new Error(`${path}: it is no picture and no report with pictures`);
  const { pictures, refused } = found;
  const [first, second] = pictures;
  if (!first) {
    throw new Error(`${path}: ${refused[0] ?? 'it has no picture that can be opened again'}`);
  }
  if (second) {
    const places = pictures.map(({ place }) => place).join(', ');
    throw new Error(`${path}: it has several pictures that can be opened again: ${places}`);
  }
  return first.carried;
}
