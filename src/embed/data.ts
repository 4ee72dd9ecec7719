import type { Engine } from '../engine/engine.ts';
import type { Options } from '../load/plan.ts';
import { fetchBytes } from '../parts/fetchbytes.ts';
import { builtInOnDemand } from '../parts/builtin.ts';
import type { Supply } from '../parts/supply.ts';

/** Where an embed's data is: built in, on the page's own origin, or at another host, which the reader is asked about. */
export type Place =
  | { readonly at: 'built in' }
  | { readonly at: 'own'; readonly address: URL }
  | { readonly at: 'elsewhere'; readonly address: URL }
  | { readonly at: 'nowhere'; readonly reason: string };

/** What came with the embed itself: how data is read, and the files where they came too. */
export interface Given {
  readonly options: Options;
  readonly files: readonly File[];
}

export const NOTHING_GIVEN: Given = { options: {}, files: [] };

/** Most bytes that are fetched from another host, and milliseconds without one after which it is given up. */
const MOST = 100_000_000;
const PATIENCE = 30_000;

/** Where the data is that an embed's address names; `base` is the address of the embed. */
export function placeOf(data: string | null, base: string): Place {
  if (data === null) return { at: 'built in' };
  if (!URL.canParse(data, base)) return { at: 'nowhere', reason: 'Its address is none.' };
  const address = new URL(data, base);
  if (address.origin === new URL(base).origin && /^https?:$/.test(address.protocol)) {
    return { at: 'own', address };
  }
  const isTried = address.protocol === 'http:' && address.hostname === 'localhost';
  return (address.protocol === 'https:' || isTried) && address.username + address.password === ''
    ? { at: 'elsewhere', address }
    : { at: 'nowhere', reason: 'Only addresses that begin with https:// are opened.' };
}

/** Opens the data of an embed; files that came with it go before any place. Rejects with a sentence for the reader. */
export async function openData(place: Place, given: Given, supply: Supply): Promise<Engine> {
  const files = given.files.length > 0 ? given.files : await filesAt(place);
  if (!files) return builtInOnDemand(supply);
  const { openFiles } = await import('../parts/opendata.ts');
  const { engine } = await openFiles(supply, files, given.options, {
    onprogress: () => undefined,
    onpartial: () => undefined,
    ontold: () => undefined,
    signal: new AbortController().signal,
  });
  return engine;
}

/** The files at a place; null where the built-in data is meant. */
async function filesAt(place: Place): Promise<readonly File[] | null> {
  switch (place.at) {
    case 'built in':
      return null;
    case 'own': {
      const name = place.address.pathname.split('/').at(-1) ?? '';
      return [new File([await fetchBytes(place.address.href, `The file ${name}`)], name)];
    }
    case 'elsewhere': {
      const { href } = place.address;
      const { fetchFile } = await import('../fetch/fetchfile.ts');
      const wanted = { type: 'fetch', url: href, most: MOST, patience: PATIENCE } as const;
      const answer = await fetchFile(wanted, () => undefined);
      if (answer.type === 'done') return [new File([answer.blob], answer.name)];
      throw new Error(answer.type === 'failed' ? answer.reason : 'The file did not arrive whole.');
    }
    case 'nowhere':
      throw new Error(place.reason);
  }
}
