import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { LocalEngine } from '../engine/local.ts';
import { companionNames } from '../load/companionnames.ts';
import type { NamedBytes } from '../load/companions.ts';
import { memorySource } from '../load/formats/bytes.ts';
import { completeReading, openSource } from '../load/opensource.ts';
import type { Options } from '../load/plan.ts';
import { readDataset as readOwn } from '../load/read.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { ByteSource } from '../load/source.ts';
import type { Dataset } from '../model/dataset.ts';
import { openFile, sha256Of, saying } from './filesource.ts';
import { packageFolder } from './home.ts';

/** A funding file that was read: what questions are asked of. */
export interface Funding {
  readonly engine: Engine;
  /** Its rows, as columns. */
  readonly dataset: Dataset;
  /** How it was read: what was decided, what is in doubt; null for the built-in data. */
  readonly reading: ReadingCard | null;
  /** The files it was read from, in their order. */
  readonly sources: readonly ByteSource[];
}

/** A path, or bytes with the name they go by. */
export type FileGiven = string | NamedBytes;

/** What the data that comes with the package is called in links and in pictures. */
export const BUILT_IN_ID = 'digital-strategy-2017';
const BUILT_IN = `${BUILT_IN_ID}.csv`;

/**
 * Reads a funding file of any kind, or several of one shape as one, the same way as the page. What
 * is not set in `options` is decided from the file. Rejects with a sentence when it cannot be read.
 */
export async function readDataset(
  files: FileGiven | readonly FileGiven[],
  options: Options = {},
): Promise<Funding> {
  const given: readonly FileGiven[] = isList(files) ? files : [files];
  const sources = await Promise.all(given.map(sourceOf));
  const names = sources.map(({ name }) => name).join(', ');
  const [opened, hashes] = await Promise.all([
    openSource(sources, options),
    Promise.all(sources.map(sha256Of)),
  ]);
  if ('refused' in opened) throw new Error(`${names}: ${opened.refused}`);
  return {
    engine: new LocalEngine(opened.dataset),
    dataset: opened.dataset,
    reading: completeReading(opened, hashes.join(', ')),
    sources,
  };
}

/** Reads the dataset that comes with the package: the money of the UK Digital Strategy 2017. */
export async function readBuiltIn(): Promise<Funding> {
  const folder = join(packageFolder(), 'data');
  const bytesOf = async (name: string): Promise<NamedBytes> => {
    const path = join(folder, name);
    return { name, bytes: new Uint8Array(await saying(path, () => readFile(path))) };
  };
  const figures = await bytesOf(BUILT_IN);
  const companions = await Promise.all(companionNames(figures.bytes).map(bytesOf));
  const files = [figures, ...companions];
  const read = readOwn(files);
  if ('refused' in read) throw new Error(`${BUILT_IN}: ${read.refused}`);
  const { dataset } = read;
  const sources = files.map(({ name, bytes }) => memorySource(name, bytes));
  return { engine: new LocalEngine(dataset), dataset, reading: null, sources };
}

async function sourceOf(file: FileGiven): Promise<ByteSource> {
  return typeof file === 'string' ? openFile(file) : memorySource(file.name, file.bytes);
}

function isList(files: FileGiven | readonly FileGiven[]): files is readonly FileGiven[] {
  return Array.isArray(files);
}
