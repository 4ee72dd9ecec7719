import { readFileSync } from 'node:fs';
import type { Dataset, TextColumn } from '../../../src/model/dataset.ts';
import { companionNames } from '../../../src/load/companionnames.ts';
import { readDataset } from '../../../src/load/read.ts';
import { cellAt, readTable } from '../../../src/load/table.ts';

/** One of the files of data/, as it is handed to the reader. */
export function fileOf(name: string) {
  return {
    name,
    bytes: new Uint8Array(readFileSync(new URL(`../../../data/${name}`, import.meta.url))),
  };
}

export const figures = fileOf('digital-strategy-2017.csv');
export const companions = companionNames(figures.bytes).map(fileOf);

/** The built-in dataset, read as the page reads it. */
export function strategy(): Dataset {
  const result = readDataset([figures, ...companions]);
  if ('refused' in result) throw new Error(result.refused);
  return result.dataset;
}

/** Every record of a file as text by column name. */
export function recordsOf(file: { readonly bytes: Uint8Array }): Map<string, string>[] {
  const result = readTable(file.bytes);
  if ('refused' in result) throw new Error(result.refused);
  const { columns, records } = result.table;
  return records
    .filter((cells) => cells.length > 1)
    .map((cells) => new Map(columns.map(({ name, index }) => [name, cellAt(cells, index)])));
}

export function textOf(dataset: Dataset, id: string, row: number): string {
  const columns: readonly TextColumn[] = [...dataset.dimensions, ...dataset.texts];
  const column = columns.find((other) => other.id === id);
  if (!column) throw new Error(`no such column: "${id}"`);
  return column.values[column.codes[row] ?? -1] ?? '';
}
