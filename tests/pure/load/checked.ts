import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readFile } from '../../../src/cli/readfile.ts';
import { sha256Of } from '../../../src/library/filesource.ts';
import type { Options } from '../../../src/load/plan.ts';
import { planOf } from '../../../src/load/plan/planof.ts';
import { reportOf, type Report } from '../../../src/load/report.ts';
import { scanRecords } from '../../../src/load/scanrecords.ts';
import type { ByteSource } from '../../../src/load/source.ts';
import { splitFile } from '../../../src/load/split.ts';

/** Bytes in memory as a source. */
export function sourceOf(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    slice: (from, to) => Promise.resolve(bytes.slice(from, to)),
  };
}

/** The report of a file of any format, or why it was refused, as the program gives it. */
export async function checkBytes(
  name: string,
  bytes: Uint8Array,
  options: Options = {},
): Promise<Report | { readonly refused: string }> {
  const source = sourceOf(name, bytes);
  const [table] = await readFile(source, options);
  if (!table) throw new Error(`nothing was read of ${name}`);
  if ('refused' in table) return { refused: table.refused };
  const { plan, scanned } = table;
  return reportOf(plan, scanned, { name, size: bytes.length, sha256: await sha256Of(source) });
}

export function checkFile(path: string, options?: Options) {
  return checkBytes(basename(path), readFileSync(path), options);
}

/** The same for delimited text by the plain scan, which any other must come to the same as. */
export function checkPlainly(
  name: string,
  bytes: Uint8Array,
  options: Options = {},
): Report | { readonly refused: string } {
  const plan = planOf(bytes, new Uint8Array(), bytes.length, name, options);
  if ('refused' in plan) return plan;
  const { records, misquoted } = splitFile(bytes, plan);
  const scanned = scanRecords(records, misquoted, plan);
  return reportOf(plan, scanned, { name, size: bytes.length, sha256: '' });
}
