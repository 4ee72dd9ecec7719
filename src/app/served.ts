import type { PageParts } from '../export/onefile.ts';
import { fetchBytes } from '../parts/fetchbytes.ts';
import { BUILT_IN_ID } from '../parts/opendata.ts';
import { SERVED } from '../parts/served.ts';
import type { Home } from './home.ts';

/** The explorer as it comes from a server. */
export const SERVED_HOME: Home = {
  ...SERVED,
  begins: {
    data: BUILT_IN_ID,
    name: 'the UK Digital Strategy 2017',
    view: '',
    words: null,
    given: null,
  },
  fetchParts: () => fetchParts('onefile.json'),
  stories: {
    given: BUILT_IN_ID,
    inside: null,
    fetchParts: () => fetchParts('deck.json'),
    key: '',
  },
  fetchUrl: async (address, options) => (await import('./fetchurl.ts')).fetchUrl(address, options),
};

async function fetchParts(name: string): Promise<PageParts> {
  const bytes = await fetchBytes(name, `The file ${name}`);
  // What the build wrote is of the page's own making.
  return JSON.parse(new TextDecoder().decode(bytes)) as PageParts;
}
