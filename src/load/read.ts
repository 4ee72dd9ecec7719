import type { Dataset } from '../model/dataset.ts';
import type { NamedBytes } from './companions.ts';
import { understand } from './plan/understand.ts';
import { readWith } from './readwith.ts';

/** Reads a file of any kind and its companions, all in memory; see `readWith`. */
export function readDataset(
  files: readonly NamedBytes[],
): { readonly dataset: Dataset } | { readonly refused: string } {
  return readWith(files, understand);
}
