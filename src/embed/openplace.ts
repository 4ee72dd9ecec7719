import type { Engine } from '../engine/engine.ts';
import { fetchFile } from '../fetch/fetchfile.ts';
import { fetchBytes } from '../parts/fetchbytes.ts';
import { openFiles } from '../parts/opendata.ts';
import type { Supply } from '../parts/supply.ts';
import type { Given, Place } from './data.ts';

/** Most bytes that are fetched from another host, and milliseconds without one after which it is given up. */
const MOST = 100_000_000;
const PATIENCE = 30_000;

/** Opens files that came with an embed, or those at its place. Rejects with a sentence for the reader. */
export async function openPlace(place: Place, given: Given, supply: Supply): Promise<Engine> {
  const files = given.files.length > 0 ? given.files : await filesAt(place);
  const { engine } = await openFiles(supply, files, given.options, {
    onprogress: () => undefined,
    onpartial: () => undefined,
    ontold: () => undefined,
    signal: new AbortController().signal,
  });
  return engine;
}

/** The files at a place; the built-in data is none of it. */
async function filesAt(place: Place): Promise<readonly File[]> {
  switch (place.at) {
    case 'built in':
      throw new Error('the built-in data has no address');
    case 'own': {
      const name = place.address.pathname.split('/').at(-1) ?? '';
      return [new File([await fetchBytes(place.address.href, `The file ${name}`)], name)];
    }
    case 'elsewhere': {
      const { href } = place.address;
      const wanted = { type: 'fetch', url: href, most: MOST, patience: PATIENCE } as const;
      const answer = await fetchFile(wanted, () => undefined);
      if (answer.type === 'done') return [new File([answer.blob], answer.name)];
      throw new Error(answer.type === 'failed' ? answer.reason : 'The file did not arrive whole.');
    }
    case 'nowhere':
      throw new Error(place.reason);
  }
}
