import type { Engine } from '../engine/engine.ts';
import { preparedEngine } from '../state/prepared.ts';
import type { Supply } from './supply.ts';

export const BUILT_IN_ID = 'digital-strategy-2017';

/**
 * The built-in dataset for a page that may never ask more than its first view: nothing is read before
 * that, and what reads is fetched then. Rejects with a sentence for the reader.
 */
export async function builtInOnDemand(supply: Supply): Promise<Engine> {
  const prepared = await supply.fetchPrepared();
  let reading: Promise<Engine> | undefined;
  const engine = () => (reading ??= read(supply));
  return prepared ? preparedEngine(prepared, engine) : engine();
}

async function read(supply: Supply): Promise<Engine> {
  const { readBuiltIn } = await import('./opendata.ts');
  return (await readBuiltIn(supply)).engine;
}
