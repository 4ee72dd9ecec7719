import type { Dataset } from '../../../src/model/dataset.ts';
import { readDataset } from '../../../src/load/read.ts';

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** What is read from a CSV text, as a dataset or the reason against it. */
export function read(text: string, name = 'file.csv') {
  return readDataset([{ name, bytes: bytesOf(text) }]);
}

export function datasetOf(text: string): Dataset {
  const result = read(text);
  if ('refused' in result) throw new Error(result.refused);
  return result.dataset;
}

export function refusalOf(text: string): string {
  const result = read(text);
  return 'refused' in result ? result.refused : '';
}

/** A file in the project's own format with these cells for title, low, high and bound. */
export function ownFile(...rows: readonly (readonly [string, string, string, string])[]): string {
  const lines = rows.map(([title, low, high, bound]) =>
    [title, 'award', low, high, bound, 'GBP'].join(','),
  );
  return ['title,kind,low,high,bound,currency', ...lines, ''].join('\n');
}
