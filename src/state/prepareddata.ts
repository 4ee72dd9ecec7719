import { CHARTS } from '../charts/index.ts';
import { LocalEngine } from '../engine/local.ts';
import type { NamedBytes } from '../load/companions.ts';
import { readDataset } from '../load/read.ts';
import { prepare } from './prepared.ts';

/** The prepared first view of a dataset's files as JSON. Throws when the files cannot be read. */
export async function preparedJson(files: readonly NamedBytes[]): Promise<string> {
  const read = readDataset(files);
  if ('refused' in read) throw new Error(read.refused);
  return JSON.stringify(await prepare(new LocalEngine(read.dataset), CHARTS));
}
