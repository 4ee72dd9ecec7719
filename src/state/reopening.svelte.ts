import type { Carried } from '../carry/carried.ts';
import type { Found, FoundPicture } from '../carry/pictures.ts';
import { CHARTS } from '../charts/index.ts';
import { blobSource } from '../load/formats/bytes.ts';
import { encodeView } from '../model/address.ts';
import type { View } from '../model/view.ts';
import { sentenceCase } from '../words/counts.ts';
import type { Change } from './changes.ts';
import type { Explorer } from './explorer.svelte.ts';
import { reasonOf, type Asked } from './opening.ts';
import { readView } from './readview.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Where pictures come from, in words, and the data that came together with them. */
interface Arrival {
  readonly from: string;
  readonly beside: readonly File[];
}

/** Pictures found in one or more files, waiting for one to be chosen. */
export interface Choice extends Arrival {
  readonly pictures: readonly FoundPicture[];
  /** Why others could not be opened, a sentence each. */
  readonly refused: readonly string[];
}

/** A picture whose data is not in it, waiting for its file. */
export interface Wanted extends Arrival {
  readonly carried: Carried;
}

/** Files that may hold pictures; what they are is told from their bytes. */
const MAY_HOLD = /\.(svg|png|docx|pptx|odt|odp|odg|pdf|html?)$/i;

/**
 * Opens pictures again: looks into pictures and reports that are dropped or chosen, lets one be
 * chosen where there are several, and asks for the file of one that does not hold its data.
 */
export class Reopening {
  readonly #workspace: Workspace;
  /** Id of the built-in data. */
  readonly #builtIn: string;
  #turn = 0;

  /** The file that is being looked into. */
  looking: string | null = $state.raw(null);
  choice: Choice | null = $state.raw(null);
  wanted: Wanted | null = $state.raw(null);
  /** The story of the picture that was opened last, as text that nobody has checked yet; null for none. */
  story: { readonly from: string; readonly json: string } | null = $state.raw(null);
  #made: { readonly files: readonly File[]; readonly carried: Carried } | null = $state.raw(null);

  constructor(workspace: Workspace, builtIn: string) {
    this.#workspace = workspace;
    this.#builtIn = builtIn;
  }

  /** The picture that was opened last. */
  #last: Carried | null = null;

  /** How the picture that was opened last had been set, as long as its chart shows what it showed. */
  settingOf(chart: string, { card, shown }: Explorer): Carried['figure'] | null {
    if (this.#last?.chart !== chart) return null;
    const written = (view: View) =>
      encodeView({ ...view, lead: chart, evidence: null, book: null }, card);
    const { view } = readView(this.#last.view, card, 'picture');
    return written(view) === written(shown.view) ? this.#last.figure : null;
  }

  /** Says so when the open file is another than the one its picture was made from. */
  get difference(): string | null {
    const { reading, files } = this.#workspace;
    if (!this.#made || !reading || files !== this.#made.files) return null;
    const { sha256 } = this.#made.carried.data;
    if (sha256 === '' || reading.sha256 === '' || reading.sha256 === sha256) return null;
    return `“${reading.name}” is another file than the picture was made from: its SHA-256 begins ${short(reading.sha256)}, not ${short(sha256)}. The view is the picture’s, the figures are this file’s.`;
  }

  /** Takes files as they come: pictures and reports are looked into, all else is opened as data. */
  async take(files: readonly File[]): Promise<void> {
    const turn = this.#begin();
    const candidates = files.filter(({ name }) => MAY_HOLD.test(name));
    const data = files.filter((file) => !candidates.includes(file));
    const found: (readonly [File, Found])[] = [];
    for (const file of candidates) {
      const read = await this.#look(file);
      if (turn !== this.#turn) return;
      if (read) found.push([file, read]);
      else data.push(file);
    }
    this.looking = null;
    if (found.length === 0) {
      this.#last = null;
      return this.#workspace.openFiles(files);
    }
    return this.#offer(found, data);
  }

  /** Opens what a link carries. */
  async follow(payload: string): Promise<void> {
    const { decodeCarried } = await import('../carry/payload.ts');
    const carried = decodeCarried(payload);
    if ('refused' in carried) this.#workspace.refused = carried.refused;
    else await this.open({ from: 'the link', beside: [], carried });
  }

  /** Opens one of the pictures that are waiting to be chosen from. */
  choose({ from, beside }: Choice, { carried }: FoundPicture): Promise<void> {
    return this.open({ from, beside, carried });
  }

  /** Opens a picture, or asks for its file. */
  async open(picture: Wanted): Promise<void> {
    const { carried, beside } = picture;
    this.#begin();
    this.#last = carried;
    const { story: json } = carried;
    this.story = json === undefined ? null : { from: sentenceCase(picture.from), json };
    const workspace = this.#workspace;
    const asked = askedBy(picture);
    const { explorer } = workspace;
    if (explorer && this.#isOpen(carried, explorer.card.id)) {
      const { view, notices } = asked(explorer);
      explorer.change(view);
      explorer.notices = notices;
      return;
    }
    if (this.#isBuiltIn(carried)) return workspace.leaveFile(asked);
    const files = [beside, carried.files.map(fileOf), this.#sameFiles(carried)];
    const given = files.find(({ length }) => length > 0);
    if (given) await this.#openWith(picture, given);
    else this.wanted = picture;
  }

  /** Opens the picture that waits for its file with the file it was given. */
  give(wanted: Wanted, files: readonly File[]): Promise<void> {
    this.#begin();
    return this.#openWith(wanted, files);
  }

  /** Puts away what `difference` says. */
  overlook(): void {
    this.#made = null;
  }

  /** Makes way for other pictures. */
  #begin(): number {
    this.looking = null;
    this.choice = null;
    this.wanted = null;
    return ++this.#turn;
  }

  async #look(file: File): Promise<Found | null> {
    this.looking = file.name;
    try {
      const { readPictures } = await import('../carry/pictures.ts');
      return await readPictures(blobSource(file.name, file));
    } catch (error) {
      return { pictures: [], refused: [`“${file.name}” could not be read. ${reasonOf(error)}`] };
    }
  }

  #offer(
    found: readonly (readonly [File, Found])[],
    beside: readonly File[],
  ): Promise<void> | void {
    const pictures = found.flatMap(([, read]) => read.pictures);
    const refused = [...new Set(found.flatMap(([, read]) => read.refused))];
    const from = found.map(([{ name }]) => `“${name}”`).join(', ');
    const [first] = pictures;
    if (!first) {
      this.#workspace.refused = `${from}: ${refused.join(' ') || NOTHING}`;
    } else if (pictures.length === 1 && refused.length === 0) {
      return this.open({ from, beside, carried: first.carried });
    } else {
      this.choice = { from, beside, pictures, refused };
    }
  }

  async #openWith(picture: Wanted, files: readonly File[]): Promise<void> {
    const { carried } = picture;
    this.#made = { files, carried };
    await this.#workspace.openFiles(files, changesOf(carried), askedBy(picture));
  }

  #isBuiltIn({ data }: Carried): boolean {
    return data.id === this.#builtIn && data.name === '';
  }

  /** True when the data of the picture is what is on screen, read in the same way. */
  #isOpen(carried: Carried, id: string): boolean {
    const { reading } = this.#workspace;
    if (this.#isBuiltIn(carried)) return id === carried.data.id && reading === null;
    const isSame = this.#sameFiles(carried).length > 0;
    return isSame && JSON.stringify(reading?.options) === JSON.stringify(carried.options);
  }

  /** The files that are open, where the picture was made from the same. */
  #sameFiles({ data }: Carried): readonly File[] {
    const { reading, files } = this.#workspace;
    return data.sha256 !== '' && reading?.sha256 === data.sha256 ? files : [];
  }
}

const NOTHING =
  'there is nothing in it to open again. It was saved as a picture alone, or a program has since dropped what it carried. Open the file with the figures instead.';

function askedBy({ from, carried }: Wanted): Asked {
  return ({ card }) => {
    const { view, notices } = readView(carried.view, card, 'picture');
    const known = CHARTS.some(({ id }) => id === carried.chart);
    // The chart that was the picture comes to the large place.
    const lead = known ? carried.chart : view.lead;
    return { view: { ...view, lead }, notices: [`Opened from ${from}.`, ...notices] };
  };
}

function changesOf({ options }: Carried): readonly Change[] {
  return Object.keys(options).length > 0 ? [{ sentence: 'Read as the picture says', options }] : [];
}

function fileOf({ name, bytes }: Carried['files'][number]): File {
  return new File([new Uint8Array(bytes)], name);
}

/** The first of a hash, as people compare it. */
export function short(sha256: string): string {
  return sha256.slice(0, 8);
}
