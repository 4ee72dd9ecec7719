import { ran } from './tools.ts';

/** Pictures are compared at half their size or less: letters keep their places, and how they are smoothed does not count. */
const WIDEST = 480;
/** A channel of a pixel differs when it is more than this apart, of 255. */
const APART = 48;

/**
 * The part of two pictures' pixels, from 0 to 1, that are plainly of another colour. Both are laid on
 * white and brought to one size first; `width` and `height` are those of the picture in its own units.
 */
export function difference(one: string, other: string, width: number, height: number): number {
  const columns = Math.round(Math.min(WIDEST, width / 2));
  const rows = Math.round((columns * height) / width);
  const pixels = (file: string) => {
    const size = ['-resize', `${columns}x${rows}!`, '-blur', '0x0.7', '-depth', '8', 'rgb:-'];
    return ran('convert', [file, '-background', 'white', '-alpha', 'remove', ...size]);
  };
  const [a, b] = [pixels(one), pixels(other)];
  let differing = 0;
  for (let at = 0; at < a.length; at += 3) {
    const far = [0, 1, 2].some((channel) => Math.abs(a[at + channel]! - b[at + channel]!) > APART);
    if (far) differing++;
  }
  return a.length === b.length ? differing / (a.length / 3) : 1;
}
