import type { Engine } from '../engine/engine.ts';
import { fetchBytes } from '../parts/fetchbytes.ts';
import { builtInOnDemand, openFiles } from '../parts/opendata.ts';
import { EMBED_SUPPLY } from './supply.ts';

/** Where an embed's data is: built in, on the page's own origin, or at another host, which the reader is asked about. */
export type Place =
  | { readonly at: 'built in' }
  | { readonly at: 'own'; readonly address: URL }
  | { readonly at: 'elsewhere'; readonly address: URL }
  | { readonly at: 'nowhere'; readonly reason: string };

/** Most bytes that are fetched from another host, and milliseconds without one after which it is given up. */
const MOST = 100_000_000;
const PATIENCE = 30_000;

/** Where the data is that an embed's address names; `base` is the address of the embed. */
export function placeOf(data: string | null, base: string): Place {
  if (data === null) return { at: 'built in' };
  if (!URL.canParse(data, base))
    return { at: 'nowhere', reason: 'The address of the data is none.' };
  const address = new URL(data, base);
  if (address.origin === new URL(base).origin && /^https?:$/.test(address.protocol)) {
    return { at: 'own', address };
  }
  const isTried = address.protocol === 'http:' && address.hostname === 'localhost';
  return (address.protocol === 'https:' || isTried) && address.username + address.password === ''
    ? { at: 'elsewhere', address }
    : { at: 'nowhere', reason: 'Only data at addresses that begin with https:// is opened.' };
}

/** Opens the data of an embed. Rejects with a sentence for the reader. */
export async function openPlace(place: Place): Promise<Engine> {
  switch (place.at) {
    case 'built in':
      return builtInOnDemand(EMBED_SUPPLY);
    case 'own': {
      const name = place.address.pathname.split('/').at(-1) ?? '';
      const bytes = await fetchBytes(place.address.href, `The file ${name}`);
      return openFile(new File([bytes], name));
    }
    case 'elsewhere': {
      const { href } = place.address;
      const { fetchFile } = await import('../fetch/fetchfile.ts');
      const answer = await fetchFile(
        { type: 'fetch', url: href, most: MOST, patience: PATIENCE },
        () => undefined,
      );
      if (answer.type === 'done') return openFile(new File([answer.blob], answer.name));
      throw new Error(answer.type === 'failed' ? answer.reason : 'The file did not arrive whole.');
    }
    case 'nowhere':
      throw new Error(place.reason);
  }
}

async function openFile(file: File): Promise<Engine> {
  const never = new AbortController();
  const { engine } = await openFiles(
    EMBED_SUPPLY,
    [file],
    {},
    {
      onprogress: () => undefined,
      onpartial: () => undefined,
      ontold: () => undefined,
      signal: never.signal,
    },
  );
  return engine;
}
