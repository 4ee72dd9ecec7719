import { NO_COMPANIONS, type Companions, type Dataset, type Source } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import { slugOf } from './header.ts';
import type { Plan } from './plan.ts';
import { baseOf } from './plan/about.ts';
import type { PreambleKey } from './preamble.ts';
import type { Aside, Scanned } from './scanned.ts';
import { NO_ROWS } from './table.ts';

/**
 * The dataset that a plan and its scan make, or why there is none: a sentence for the reader. Doubts
 * are among its problems, so that nothing that was decided goes unsaid.
 */
export function datasetOf(
  plan: Plan,
  scanned: Scanned,
  name: string,
  companions: Companions = NO_COMPANIONS,
  further: readonly Problem[] = [],
): { readonly dataset: Dataset } | { readonly refused: string } {
  const { reading, unread } = scanned;
  if (reading.rows === 0) return { refused: whyNothing(unread) };
  return {
    dataset: {
      ...reading,
      id: slugOf(plan.metadata.get('id') ?? baseOf(name)) || 'file',
      source: sourceOf(plan, name),
      unread,
      noRows: scanned.asides.map(noRowOf),
      problems: [...plan.problems, ...doubts(plan, scanned), ...problemsOf(scanned), ...further],
      companions,
      ...(plan.calendar === undefined ? {} : { calendar: plan.calendar }),
    },
  };
}

/** A line that is no row, as the book lists it. */
function noRowOf({ rule, record, found, agrees, file }: Aside): Problem {
  const why =
    rule === 'footer'
      ? 'A line under the table, and no row.'
      : agrees
        ? 'A total, left out: it repeats the rows it stands with.'
        : 'A total, left out; it does not equal the rows it stands with.';
  const message = file === undefined ? why : `${file}: ${why}`;
  return { kind: rule, message, row: record, found };
}

function doubts(plan: Plan, scanned: Scanned): Problem[] {
  return [...plan.decisions, ...scanned.decisions]
    .filter(({ doubt }) => doubt)
    .map(({ matter, sentence, column }) => ({
      kind: `doubt about ${matter}`,
      message: sentence,
      ...(column === undefined ? {} : { column }),
    }));
}

/** Problems of rows that are read all the same: one for each kind, with the first place. */
function problemsOf({ problems, unread }: Scanned): Problem[] {
  const unreadKinds = new Set(unread.map(({ kind }) => kind));
  return problems.flatMap(({ kind, count, examples: [first] }) => {
    if (!first || unreadKinds.has(kind)) return [];
    const more = ` It is so in ${count} records; this is the first.`;
    return [count === 1 ? first : { ...first, message: first.message + more }];
  });
}

function whyNothing(unread: readonly Problem[]): string {
  const [first] = unread;
  if (!first) return NO_ROWS;
  const place = first.column ? ` in the column "${first.column}"` : '';
  return `Not one of ${unread.length} rows can be read. The first, row ${first.row}${place}: ${first.message}`;
}

function sourceOf({ metadata, about }: Plan, fileName: string): Source {
  const say = (key: PreambleKey) => metadata.get(key) ?? '';
  const address = (key: PreambleKey) => (/^https?:\/\//i.test(say(key)) ? say(key) : '');
  return {
    title: about.title || fileName,
    publisher: say('publisher'),
    published: say('published'),
    link: address('link'),
    licence: say('licence'),
    licenceLink: address('licence link'),
    note: say('note'),
  };
}
