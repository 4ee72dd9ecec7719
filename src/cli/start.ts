import type { Carried } from '../carry/carried.ts';
import { figureOfCarried } from '../carry/carried.ts';
import { readPicture } from '../library/picture.ts';
import { BUILT_IN_ID, readBuiltIn, readDataset, type Funding } from '../library/reading.ts';
import { isLink, viewOfLink } from '../library/state.ts';
import type { Start } from '../library/wish.ts';
import { firstView } from '../model/view.ts';
import type { Asked } from './figureflags.ts';

/** What a figure is drawn of, what it starts from, and what of that did not fit. */
export interface Started {
  readonly funding: Funding;
  readonly start: Start;
  readonly ignored: readonly string[];
}

/** Reads the data and the state a command line names. Rejects with a sentence when it cannot. */
export async function startOf(files: readonly string[], asked: Asked): Promise<Started> {
  const { state } = asked;
  if (state === null || isLink(state)) {
    const funding = await readNamed(files, asked);
    const { card } = funding.engine;
    if (state === null) return { funding, start: { view: firstView(card) }, ignored: [] };
    const { view, ignored } = viewOfLink(state, card);
    return { funding, start: { view }, ignored };
  }
  const carried = await readPicture(state);
  const funding = await readCarried(files, asked, carried, state);
  const { spec, ignored } = figureOfCarried(carried, funding.engine.card);
  return { funding, start: spec, ignored };
}

async function readNamed(files: readonly string[], { builtIn, options }: Asked): Promise<Funding> {
  if (builtIn && files.length > 0) throw new Error('name a file or say --data built-in, not both');
  if (builtIn) return readBuiltIn();
  if (files.length === 0) throw new Error('name a file: tranche render FILE -o fig.svg');
  return readDataset(files, options);
}

/** The data that is named, read as the picture's was, else what the picture carries or was made of. */
async function readCarried(
  files: readonly string[],
  asked: Asked,
  { data, options, files: inside }: Carried,
  picture: string,
): Promise<Funding> {
  const both = { ...asked, options: { ...options, ...asked.options } };
  if (files.length > 0 || asked.builtIn) return readNamed(files, both);
  if (inside.length > 0) return readDataset(inside, both.options);
  if (data.id === BUILT_IN_ID && data.name === '') return readBuiltIn();
  throw new Error(`${picture}: it carries no data; name the file too, it was ${data.name}`);
}
