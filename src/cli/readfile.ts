import { unpack } from '../load/formats/unpack.ts';
import type { Decision, Options, Plan } from '../load/plan.ts';
import { scanFeed } from '../load/scan/scanfeed.ts';
import { scanText } from '../load/scan/scantext.ts';
import type { Scanned } from '../load/scanned.ts';
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
      return [await readText(inside.source, options, name)];
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
  source: ByteSource,
  options: Options,
  name: string,
): Promise<TableRead | Refused> {
  const read = await scanText(source, options);
  return { name, ...read };
}

async function readFeeds(
  feeds: readonly RecordFeed[],
  options: Options,
  name: string,
): Promise<TableRead | Refused> {
  const feed =
    options.sheet === undefined ? feeds[0] : feeds.find((one) => one.name === options.sheet);
  if (!feed) {
    const names = feeds.map((one) => `"${one.name}"`).join(', ');
    return { name, refused: `There is no sheet "${options.sheet ?? ''}"; there are ${names}.` };
  }
  try {
    const read = await scanFeed(feed, options);
    if ('refused' in read) return { name, ...read };
    const decisions = [...sheetDecision(feed, feeds, options), ...read.plan.decisions];
    return { name, plan: { ...read.plan, decisions }, scanned: read.scanned };
  } catch (fault) {
    return { name, refused: fault instanceof Error ? fault.message : String(fault) };
  }
}

function sheetDecision(
  feed: RecordFeed,
  feeds: readonly RecordFeed[],
  options: Options,
): Decision[] {
  const others = feeds.filter((one) => one !== feed);
  if (others.length === 0 || options.sheet !== undefined) return [];
  const names = others.map((one) => `"${one.name}"`).join(', ');
  return [
    {
      matter: 'sheet',
      sentence: `The sheet "${feed.name}" is read; the file also has ${names}.`,
      doubt: true,
      choices: others.map((one) => ({
        sentence: `Read "${one.name}"`,
        options: { ...options, sheet: one.name },
      })),
    },
  ];
}
