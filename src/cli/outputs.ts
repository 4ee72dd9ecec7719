import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { saying } from '../library/filesource.ts';
import type { Output } from './command.ts';
import { writerFor, type Job, type Writer } from './writers.ts';

export const PIPE = '-';

/** Where a figure goes and who writes it. */
export interface Target {
  readonly path: string;
  readonly writer: Writer;
}

/** The targets of paths, by their endings. Throws for an ending that nobody writes. */
export function targetsOf(paths: readonly string[], format: string): Target[] {
  return paths.map((path) => ({
    path,
    writer: writerFor(path === PIPE ? format : extname(path).slice(1)),
  }));
}

/**
 * Writes a figure everywhere: first all files are composed, then each is written beside its place
 * and moved there, so that none is ever half of one.
 */
export async function writeAll(
  targets: readonly Target[],
  job: Job,
  output: Output,
): Promise<void> {
  const encoder = new TextEncoder();
  const composed: { path: string; bytes: Uint8Array }[] = [];
  for (const { path, writer } of targets) {
    const written = await writer.write(job);
    composed.push({ path, bytes: typeof written === 'string' ? encoder.encode(written) : written });
  }
  for (const { path, bytes } of composed) {
    if (path === PIPE) output.bytes(bytes);
    else await saying(path, () => writeWhole(path, bytes));
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (fault) {
    await rm(beside, { force: true });
    throw fault;
  }
}
