import { readFile } from 'node:fs/promises';
import { figureOfCarried, type Carried } from '../carry/carried.ts';
import { saying } from '../library/filesource.ts';
import { readPicture } from '../library/picture.ts';
import { BUILT_IN_ID, readBuiltIn, readDataset, type Funding } from '../library/reading.ts';
import { isLink, viewOfLink } from '../library/state.ts';
import type { Start } from '../library/wish.ts';
import { firstView } from '../model/view.ts';
import { sceneStart } from '../state/scenefigures.ts';
import { withoutNotes, type Scene, type Story } from '../story/story.ts';
import { readStory } from '../story/storyfile.ts';
import type { Asked } from './figureflags.ts';

/** What one figure starts from, and what of that did not fit. */
export interface Begun {
  /** The id of its scene; empty for a figure that is by itself. */
  readonly name: string;
  /** Null for a figure that is by itself. */
  readonly scene: Scene | null;
  readonly start: Start;
  readonly ignored: readonly string[];
}

/** What figures are drawn of, and what each starts from. */
export interface Started {
  readonly funding: Funding;
  readonly begun: readonly Begun[];
  /** The story they are the scenes of; null where there is none. */
  readonly story: Story | null;
}

/** Reads the data and the state a command line names. Rejects with a sentence when it cannot. */
export async function startOf(files: readonly string[], asked: Asked): Promise<Started> {
  const { state, story } = asked;
  if (story !== null) {
    if (state !== null) throw new Error('--state and --story cannot both be where it starts');
    return startOfStory(files, asked, story);
  }
  if (state === null || isLink(state)) {
    const funding = await readNamed(files, asked);
    const { card } = funding.engine;
    const { view, ignored } =
      state === null ? { view: firstView(card), ignored: [] } : viewOfLink(state, card);
    return { funding, begun: [{ name: '', scene: null, start: { view }, ignored }], story: null };
  }
  const carried = await readPicture(state);
  const funding = await readCarried(files, asked, carried, state);
  const { spec, ignored } = figureOfCarried(carried, funding.engine.card);
  return { funding, begun: [{ name: '', scene: null, start: spec, ignored }], story: null };
}

async function startOfStory(
  files: readonly string[],
  asked: Asked,
  path: string,
): Promise<Started> {
  const read = readStory(await saying(path, () => readFile(path, 'utf8')));
  if ('refused' in read) throw new Error(`${path}: ${read.refused}`);
  const story = asked.notes ? read : withoutNotes(read);
  const { id, name } = story.data;
  const builtIn = asked.builtIn || (files.length === 0 && id === BUILT_IN_ID && name === '');
  const funding = await readNamed(files, { ...asked, builtIn });
  return { funding, begun: story.scenes.map((scene) => begunOf(scene, funding)), story };
}

function begunOf(scene: Scene, { engine }: Funding): Begun {
  const { view, words, ignored } = sceneStart(scene, engine.card);
  return {
    name: scene.id,
    scene,
    start: { view, words },
    ignored: ignored.map((reason) => `scene ${scene.id}: ${reason}`),
  };
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
