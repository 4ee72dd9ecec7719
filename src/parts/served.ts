import type { Prepared } from '../state/prepared.ts';
import { fetchBytes } from './fetchbytes.ts';
import { BUILT_IN_ID } from './builtin.ts';
import type { Supply } from './supply.ts';

/** What a page has from the server it came from. */
export const SERVED: Supply = {
  fetchWorker: async () => (await import('./fetchworker.ts')).fetchWorker(),
  fetchData: (name) => fetchBytes(`data/${name}`, `The file data/${name}`),
  fetchPrepared,
};

/** Null where the page was not built, or the answers do not arrive: then everything is asked anew. */
async function fetchPrepared(): Promise<Prepared | null> {
  try {
    const response = await fetch(new URL(`data/${BUILT_IN_ID}.first.json`, document.baseURI));
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    // What the build wrote is of the page's own making.
    return response.ok && isJson ? ((await response.json()) as Prepared) : null;
  } catch {
    return null;
  }
}
