import type { OneFile, PageParts } from '../export/onefile.ts';
import type { Supply } from '../parts/supply.ts';
import type { Change } from '../state/changes.ts';
import type { FetchOptions } from './fetchurl.ts';

/** What the explorer begins with, and where it has what is not in its script. */
export interface Home extends Supply {
  readonly begins: Beginning;
  /** What the explorer as one file is made of. */
  readonly fetchParts: () => Promise<PageParts>;
  /** Stories can be made and put on stage. */
  readonly presents: boolean;
  /** Brings a file from a host the reader has agreed to; null where nothing may be fetched. */
  readonly fetchUrl: ((address: string, options: FetchOptions) => Promise<File>) | null;
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
