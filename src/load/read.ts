import type { Dataset, Pledge, Source } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import { readCompanions, type NamedBytes } from './companions.ts';
import { slugOf } from './header.ts';
import type { PreambleKey } from './preamble.ts';
import { PROFILES } from './profiles/index.ts';
import { readRows, type Reading } from './rows.ts';
import { readTable, type Table } from './table.ts';

/**
 * Reads a figures file, the first of `files`, and its companions, the others. Never throws at data:
 * a record that cannot be read is in the dataset's `unread`, a doubt in its `problems`, and a file
 * from which nothing at all can be read is refused with the reason, a sentence for the reader.
 */
export function readDataset(
  files: readonly NamedBytes[],
): { readonly dataset: Dataset } | { readonly refused: string } {
  const [figures, ...others] = files;
  if (!figures) return { refused: 'There is no file.' };
  const result = readTable(figures.bytes);
  if ('refused' in result) return result;
  const { table } = result;
  const found = recognise(table);
  if (!found) {
    return {
      refused:
        'The file needs a column of amounts, with a header such as Amount or Value, and another to tell them apart by.',
    };
  }
  const reading = readRows(table, found.roles);
  if (reading.rows === 0) return { refused: whyNothing(reading) };
  const { companions, problems } = readCompanions(table.preamble, others);
  return {
    dataset: {
      ...reading,
      id: slugOf(table.preamble.get('id') ?? baseOf(figures.name)) || 'file',
      source: sourceOf(table.preamble, figures.name),
      problems: [
        ...table.problems,
        ...found.problems,
        ...reading.problems,
        ...problems,
        ...strayPledges(reading, companions.pledges),
      ],
      companions,
    },
  };
}

function recognise(table: Table) {
  for (const profile of PROFILES) {
    const found = profile.recognise(table);
    if (found) return found;
  }
  return undefined;
}

function whyNothing({ unread }: Reading): string {
  const [first] = unread;
  if (!first) return 'The file has a header and nothing under it.';
  const place = first.column ? ` in the column "${first.column}"` : '';
  return `Not one of ${unread.length} records can be read. The first, record ${first.row}${place}: ${first.message}`;
}

function sourceOf(preamble: ReadonlyMap<PreambleKey, string>, fileName: string): Source {
  const say = (key: PreambleKey) => preamble.get(key) ?? '';
  const address = (key: PreambleKey) => (/^https?:\/\//i.test(say(key)) ? say(key) : '');
  return {
    title: say('title') || fileName,
    publisher: say('publisher'),
    published: say('published'),
    link: address('link'),
    licence: say('licence'),
    licenceLink: address('licence link'),
    note: say('note'),
  };
}

function strayPledges({ texts }: Reading, pledges: readonly Pledge[]): Problem[] {
  const ids = new Set(texts.find(({ id }) => id === 'id')?.values);
  return pledges
    .filter(({ figure }) => figure !== '' && !ids.has(figure))
    .map(({ id, figure }) => ({
      kind: 'pledge without its figure',
      message: `The pledge "${id}" belongs to a figure that the file does not have.`,
      found: figure,
    }));
}

function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
