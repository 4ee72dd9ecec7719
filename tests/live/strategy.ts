import { LocalEngine } from '../../src/engine/local.ts';
import { companionNames } from '../../src/load/companionnames.ts';
import { readDataset } from '../../src/load/read.ts';

async function fileOf(name: string) {
  const response = await fetch(`/data/${name}`);
  if (!response.ok) throw new Error(`no file "${name}"`);
  return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** An engine of its own on the built-in dataset, in the page. */
export async function strategyEngine(): Promise<LocalEngine> {
  const figures = await fileOf('digital-strategy-2017.csv');
  const companions = await Promise.all(companionNames(figures.bytes).map(fileOf));
  const result = readDataset([figures, ...companions]);
  if ('refused' in result) throw new Error(result.refused);
  return new LocalEngine(result.dataset);
}
