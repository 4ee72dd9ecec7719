import { unpack, type Unpacked } from '../load/formats/unpack.ts';
import type { Options, Plan } from '../load/plan.ts';
import { scanText } from '../load/scan/scantext.ts';
import type { Scanned } from '../load/scanned.ts';
import { scanSheet } from '../load/sheets.ts';
import type { ByteSource, RecordFeed } from '../load/source.ts';

/** A table that was read, with its name. */
export interface TableRead {
  readonly name: string;
  readonly plan: Plan;
  readonly scanned: Scanned;
}
export type Refused = { readonly name: string; readonly refused: string };

/** Reads what a file holds: one table, or those of each file in an archive. */
export async function readFile(
  source: ByteSource,
  options: Options,
): Promise<readonly (TableRead | Refused)[]> {
  const { name } = source;
  const inside = await unpack(source);
  if ('refused' in inside) return [{ name, refused: inside.refused }];
  switch (inside.kind) {
    case 'text':
      return [await readText(inside, options, name)];
    case 'records':
      return [await readFeeds(inside.feeds, options, name)];
    case 'several': {
      const tables = [];
      for (const one of inside.sources) tables.push(...(await readFile(one, options)));
      return tables;
    }
  }
}

async function readText(
  { source, about }: Extract<Unpacked, { kind: 'text' }>,
  options: Options,
  name: string,
): Promise<TableRead | Refused> {
  const read = await scanText(source, options, {}, about);
  return { name, ...read };
}

/** The table asked for, else the first that can be read: a workbook may begin with a cover sheet. */
async function readFeeds(
  feeds: readonly RecordFeed[],
  options: Options,
  name: string,
): Promise<TableRead | Refused> {
  const { sheet } = options;
  const asked = sheet === undefined ? feeds : feeds.filter((one) => one.name === sheet);
  let why: string | undefined;
  for (const feed of asked) {
    const read = await scanSheet(feed, feeds, options).catch((fault: unknown) => ({
      refused: fault instanceof Error ? fault.message : String(fault),
    }));
    if (!('refused' in read)) return { name, ...read };
    why ??= read.refused;
  }
  if (why === undefined) {
    why = `There is no sheet "${sheet ?? ''}"; there are ${namesOf(feeds)}.`;
  } else if (asked.length > 1) {
    why += ` None of its ${asked.length} tables can be read (${namesOf(feeds)}).`;
  }
  return { name, refused: why };
}

function namesOf(feeds: readonly RecordFeed[]): string {
  return feeds.map((one) => `"${one.name}"`).join(', ');
}
