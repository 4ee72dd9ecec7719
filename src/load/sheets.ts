import { listedNames, MOST_CHOICES } from './plan/listed.ts';
import type { Decision, Options } from './plan.ts';
import { scanFeed } from './scan/scanfeed.ts';
import type { ScannedSource, ScanHooks } from './scan/scantext.ts';
import type { RecordFeed } from './source.ts';

/** Reads one of the tables of a file, and says which it is where there are others. */
export async function scanSheet(
  feed: RecordFeed,
  feeds: readonly RecordFeed[],
  options: Options,
  hooks?: ScanHooks,
): Promise<ScannedSource | { readonly refused: string }> {
  const read = await scanFeed(feed, options, hooks);
  if ('refused' in read) return read;
  const decisions = [...sheetDecision(feed, feeds, options), ...read.plan.decisions];
  return { ...read, plan: { ...read.plan, decisions } };
}

/** What is said of a workbook, or another file of several tables: which is read, and which are not. */
function sheetDecision(
  read: RecordFeed,
  feeds: readonly RecordFeed[],
  options: Options,
): Decision[] {
  const others = feeds.filter((feed) => feed !== read).map(({ name }) => name);
  if (others.length === 0) return [];
  return [
    {
      matter: 'sheet',
      sentence: `The sheet "${read.name}" is read; ${listedNames(others)} ${others.length === 1 ? 'is' : 'are'} not.`,
      // Where a person has named it, there is nothing to look at.
      doubt: options.sheet !== read.name,
      choices: others.slice(0, MOST_CHOICES).map((name) => ({
        sentence: `Read "${name}"`,
        options: { ...options, sheet: name },
      })),
    },
  ];
}
