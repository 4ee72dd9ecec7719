import type { OneFile, PageParts } from '../export/onefile.ts';
import type { Supply } from '../parts/supply.ts';
import type { Change } from '../state/changes.ts';
import type { FetchOptions } from './fetchurl.ts';

/** What the explorer begins with, and where it has what is not in its script. */
export interface Home extends Supply {
  readonly begins: Beginning;
  /** What the explorer as one file is made of. */
  readonly fetchParts: () => Promise<PageParts>;
  /** Null where stories can be neither made nor put on stage. */
  readonly stories: Stories | null;
  /** Brings a file from a host the reader has agreed to; null where nothing may be fetched. */
  readonly fetchUrl: ((address: string, options: FetchOptions) => Promise<File>) | null;
}

/** What a page has that presents. */
export interface Stories {
  /** Name of the story that comes with the data the page begins with; null where none does. */
  readonly given: string | null;
  /** The text of the story that is inside the page and saved along with it; null where none is. */
  readonly inside: string | null;
  /** What the explorer with stage, speaker's window and handout as one file is made of. */
  readonly fetchParts: () => Promise<PageParts>;
  /** Tells briefings of this page from those of other pages that one browser takes for the same. */
  readonly key: string;
}

/** The data that an address without a name means, and its view that an empty address means. */
export interface Beginning {
  /** The id of the dataset. */
  readonly data: string;
  /** What the data is called where one can go back to it. */
  readonly name: string;
  /** As `encodeView` writes it; empty for the first view. */
  readonly view: string;
  /** What whoever saved the page said about it; null where nobody has. */
  readonly words: Pick<OneFile, 'title' | 'notes' | 'views'> | null;
  /** The files and how they are read; null for the built-in data. */
  readonly given: { readonly files: readonly File[]; readonly changes: readonly Change[] } | null;
}
