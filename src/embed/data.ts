import type { Engine } from '../engine/engine.ts';
import type { Options } from '../load/plan.ts';
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
  if (given.files.length === 0 && place.at === 'built in') return builtInOnDemand(supply);
  const { openPlace } = await import('./openplace.ts');
  return openPlace(place, given, supply);
}
