import type { Companions, Milestone, Pledge, Statistic } from '../model/dataset.ts';
import { parseIsoDay } from '../model/period.ts';
import type { Problem } from '../model/problem.ts';
import { isPlainName } from './companionnames.ts';
import { columnNamed } from './header.ts';
import type { PreambleKey } from './preamble.ts';
import { cellAt, isBlank, readTable } from './table.ts';

/** A file as it is handed to the reader: its plain name and what is in it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MILESTONE = ['id', 'title', 'sector', 'start', 'end', 'printed', 'status', 'paragraph'];
const STATISTIC = ['id', 'sector', 'printed', 'unit', 'about', 'paragraph'];
const PLEDGE = ['id', 'sector', 'summary', 'due', 'figure', 'paragraph'];

/** The text of a companion's record by column name. */
type Cells = (name: string) => string;

/** Reads the companion files that a preamble names; what is missing or damaged is told. */
export function readCompanions(
  preamble: ReadonlyMap<PreambleKey, string>,
  files: readonly NamedBytes[],
): { readonly companions: Companions; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = <Item>(
    key: PreambleKey,
    names: readonly string[],
    itemOf: (cells: Cells) => Item | undefined,
  ): Item[] => {
    const name = preamble.get(key);
    if (!name) return [];
    const file = isPlainName(name) ? files.find((other) => other.name === name) : undefined;
    if (file) return readItems(file, names, itemOf, problems);
    const message = `The ${key} are missing: the file that holds them was not found.`;
    problems.push({ kind: 'companion missing', message, found: name.slice(0, 80) });
    return [];
  };
  const companions = {
    milestones: read('milestones', MILESTONE, milestoneOf),
    statistics: read('statistics', STATISTIC, statisticOf),
    pledges: read('pledges', PLEDGE, pledgeOf),
  };
  return { companions, problems };
}

function readItems<Item>(
  { name, bytes }: NamedBytes,
  names: readonly string[],
  itemOf: (cells: Cells) => Item | undefined,
  problems: Problem[],
): Item[] {
  const result = readTable(bytes);
  if ('refused' in result) {
    problems.push({ kind: 'companion unreadable', message: `${name}: ${result.refused}` });
    return [];
  }
  const { columns, records, misquoted } = result.table;
  const missing = names.filter((wanted) => !columnNamed(columns, wanted));
  if (missing.length > 0) {
    const message = `${name} has no column called ${missing.join(', ')}.`;
    problems.push({ kind: 'companion unreadable', message });
    return [];
  }
  const indexes = new Map(columns.map(({ name: header, index }) => [header, index]));
  return records.flatMap((cells, position) => {
    if (isBlank(cells)) return [];
    const item = misquoted.has(position + 1)
      ? undefined
      : itemOf((header) => cellAt(cells, indexes.get(header) ?? -1));
    if (item !== undefined) return [item];
    const message = `A record of ${name} cannot be read.`;
    problems.push({ kind: 'companion record unreadable', message, row: position + 2 });
    return [];
  });
}

function milestoneOf(cells: Cells): Milestone | undefined {
  const start = parseIsoDay(cells('start'));
  const last = parseIsoDay(cells('end'));
  if (start === undefined || last === undefined || last < start) return undefined;
  return {
    id: cells('id'),
    title: cells('title'),
    sector: cells('sector'),
    start,
    end: last + 1,
    printed: cells('printed'),
    status: cells('status'),
    paragraph: cells('paragraph'),
  };
}

function statisticOf(cells: Cells): Statistic {
  return {
    id: cells('id'),
    sector: cells('sector'),
    printed: cells('printed'),
    unit: cells('unit'),
    about: cells('about'),
    paragraph: cells('paragraph'),
  };
}

function pledgeOf(cells: Cells): Pledge {
  const figure = cells('figure');
  return {
    id: cells('id'),
    sector: cells('sector'),
    summary: cells('summary'),
    due: cells('due'),
    figure: figure === 'none' ? '' : figure,
    paragraph: cells('paragraph'),
  };
}
