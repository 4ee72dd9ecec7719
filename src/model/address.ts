import type { DatasetCard } from './dataset.ts';
import type { Filter } from './filter.ts';
import { withFilter } from './filter.ts';
import { isoOf, parseIsoDay } from './period.ts';
import { dimensionOf, isOther } from './subject.ts';
import { BOOK_PARTS, firstView, TOP_CHOICES, type View } from './view.ts';

/**
 * A view as the fragment of an address and back. Only what differs from the first view is written;
 * every part is a name, an equals sign and percent-encoded values with commas between them, so that
 * a person can read a link. What cannot be read is ignored and said; nothing read is ever executed.
 */
const VERSION = 1;
const LONGEST = 16_000;
const LONGEST_TEXT = 200;

type Fields = Map<string, string[]>;

/**
 * Old links keep working: entry n turns the fields of version n + 1 into those of version n + 2.
 * There is one version so far.
 */
const MIGRATIONS: readonly ((fields: Fields) => Fields)[] = [];

/** One part of a view that the address can hold. */
interface Part {
  readonly name: string;
  readonly write: (view: View) => readonly string[] | null;
  /** The view with the part read, or a reason why it cannot be. */
  readonly read: (values: readonly string[], view: View, card: DatasetCard) => View | string;
}

const PARTS: readonly Part[] = [
  {
    name: 'lead',
    write: (view) => [view.lead],
    read: ([lead = ''], view) =>
      /^[a-z]+$/.test(lead) ? { ...view, lead } : `no chart is called “${lead}”`,
  },
  {
    name: 'measure',
    write: (view) => [view.measure],
    read: ([measure = ''], view, card) =>
      card.measures.some(({ id }) => id === measure)
        ? { ...view, measure }
        : `the data has no measure “${measure}”`,
  },
  dimensionsPart('by', 'stages'),
  dimensionsPart('levels', 'levels'),
  {
    name: 'split',
    write: (view) => (view.split === null ? [] : [view.split]),
    read: ([split], view, card) => {
      if (split === undefined) return { ...view, split: null };
      return hasDimension(card, split) ? { ...view, split } : noColumn(split);
    },
  },
  {
    name: 'zoom',
    write: (view) => view.zoom,
    read: (zoom, view) => ({ ...view, zoom }),
  },
  choicePart('time', 'spread', { spread: true, lump: false }),
  choicePart('unit', 'unit', { auto: 'auto', month: 'month', quarter: 'quarter', year: 'year' }),
  choicePart('calendar', 'calendar', {
    calendar: 'calendar',
    financial: 'financial',
    july: 'july',
    october: 'october',
  }),
  {
    name: 'top',
    write: (view) => [String(view.top)],
    read: ([text = ''], view) => {
      const top = TOP_CHOICES.find((choice) => String(choice) === text);
      return top ? { ...view, top } : `“${text}” is not one of ${TOP_CHOICES.join(', ')}`;
    },
  },
  dimensionsPart('opened', 'opened'),
  {
    name: 'scale',
    write: (view) => (view.scale === null ? [] : [String(view.scale)]),
    read: ([text = ''], view) => {
      const scale = Number(text);
      return Number.isSafeInteger(scale) && scale > 0
        ? { ...view, scale }
        : 'it is no sum of money';
    },
  },
  {
    name: 'evidence',
    write: (view) => view.evidence,
    read: (subjects, view, card) => {
      const unknown = subjects.find(
        (subject) =>
          !subject.includes(':') || isOther(subject) || !hasDimension(card, dimensionOf(subject)),
      );
      return unknown === undefined ? { ...view, evidence: subjects } : noColumn(unknown);
    },
  },
  {
    name: 'book',
    write: (view) => (view.book === null ? [] : [view.book]),
    read: ([word = ''], view) => {
      const book = BOOK_PARTS.find((part) => part === word);
      return book
        ? { ...view, book }
        : `“${word.slice(0, 60)}” is not one of ${BOOK_PARTS.join(', ')}`;
    },
  },
];

/** The fragment of a view's address, without the number sign. Empty for the first view. */
export function encodeView(view: View, card: DatasetCard): string {
  const first = firstView(card);
  const fields: string[] = [];
  for (const { name, write } of PARTS) {
    const values = write(view);
    if (values === null || String(values) === String(write(first))) continue;
    fields.push(`${name}=${encoded(values)}`);
  }
  for (const filter of view.filters) fields.push(writeFilter(filter));
  return fields.length > 0 ? [`v=${VERSION}`, ...fields].join('&') : '';
}

/** Reads a fragment. Whatever it cannot read it leaves at the first view's value and says why. */
export function decodeView(text: string, card: DatasetCard): { view: View; ignored: string[] } {
  const ignored: string[] = [];
  let view = firstView(card);
  if (text === '') return { view, ignored };
  if (text.length > LONGEST) {
    return { view, ignored: [`the whole link: it is longer than ${LONGEST} characters`] };
  }
  const fields = migrated(fieldsOf(text, ignored), ignored);
  for (const [name, values] of fields) {
    const part = PARTS.find((candidate) => candidate.name === name);
    const next = part ? part.read(values, view, card) : readFilter(name, values, view, card);
    if (typeof next === 'string') ignored.push(`${name}: ${next}`);
    else view = next;
  }
  return { view, ignored };
}

function fieldsOf(text: string, ignored: string[]): Fields {
  const fields: Fields = new Map();
  for (const field of text.split('&')) {
    const equals = field.indexOf('=');
    const name = equals < 0 ? field : field.slice(0, equals);
    try {
      const written = equals < 0 ? '' : field.slice(equals + 1);
      const values = written === '' ? [] : written.split(',').map(decodeURIComponent);
      fields.set(decodeURIComponent(name), values);
    } catch {
      ignored.push(`“${field.slice(0, 40)}”: its percent signs do not fit together`);
    }
  }
  return fields;
}

function migrated(fields: Fields, ignored: string[]): Fields {
  const version = Number(fields.get('v')?.[0] ?? VERSION);
  fields.delete('v');
  if (!Number.isInteger(version) || version < 1 || version > VERSION) {
    ignored.push('v: the link was written by another version; what still fits was read');
    return fields;
  }
  return MIGRATIONS.slice(version - 1).reduce((old, migrate) => migrate(old), fields);
}

function writeFilter(filter: Filter): string {
  switch (filter.on) {
    case 'values':
      return `is.${encodeURIComponent(filter.dimension)}=${encoded(filter.among)}`;
    case 'period':
      return `period=${isoOf(filter.within.start)},${isoOf(filter.within.end)}`;
    case 'amount':
      return `amount=${filter.from ?? ''},${filter.to ?? ''}`;
    case 'text':
      return `text=${encodeURIComponent(filter.matches)}`;
  }
}

function readFilter(
  name: string,
  values: readonly string[],
  view: View,
  card: DatasetCard,
): View | string {
  const filter = filterOf(name, values, card);
  return typeof filter === 'string'
    ? filter
    : { ...view, filters: withFilter(view.filters, filter) };
}

function filterOf(name: string, values: readonly string[], card: DatasetCard): Filter | string {
  if (name.startsWith('is.')) {
    const dimension = name.slice(3);
    if (!hasDimension(card, dimension)) return noColumn(dimension);
    return values.length > 0 ? { on: 'values', dimension, among: values } : 'it names no value';
  }
  if (name === 'period') {
    const [start, end] = values.map(parseIsoDay);
    if (start === undefined || end === undefined || start >= end)
      return 'it is not two days in order';
    return { on: 'period', within: { start, end } };
  }
  if (name === 'amount') {
    const [from, to] = [0, 1].map((index) => (values[index] ? Number(values[index]) : null));
    const readable = [from, to].every((end) => end === null || Number.isSafeInteger(end));
    if (!readable || from === undefined || to === undefined || (from === null && to === null)) {
      return 'it is not two whole numbers';
    }
    return { on: 'amount', from, to };
  }
  if (name === 'text') {
    // Cut between characters: half a surrogate pair cannot be written into an address again.
    const matches = Array.from(values[0] ?? '')
      .slice(0, LONGEST_TEXT)
      .join('');
    return matches ? { on: 'text', matches } : 'it is empty';
  }
  return 'nothing has that name';
}

function dimensionsPart(name: string, field: 'stages' | 'levels' | 'opened'): Part {
  return {
    name,
    write: (view) => view[field],
    read: (values, view, card) => {
      // A dimension opened twice shows two steps more of its tail; elsewhere once is enough.
      const dimensions = field === 'opened' ? values : [...new Set(values)];
      const unknown = dimensions.find((id) => !hasDimension(card, id));
      if (unknown !== undefined) return noColumn(unknown);
      const few = field === 'opened' || dimensions.length > 0;
      return few ? { ...view, [field]: dimensions } : 'it names no column';
    },
  };
}

function choicePart<Field extends 'spread' | 'unit' | 'calendar'>(
  name: string,
  field: Field,
  choices: Readonly<Record<string, View[Field]>>,
): Part {
  return {
    name,
    write: (view) => Object.keys(choices).filter((word) => choices[word] === view[field]),
    read: ([word = ''], view) => {
      const choice = Object.entries(choices).find(([known]) => known === word);
      return choice
        ? { ...view, [field]: choice[1] }
        : `“${word}” is not one of ${Object.keys(choices).join(', ')}`;
    },
  };
}

function encoded(values: readonly string[]): string {
  return values.map(encodeURIComponent).join(',');
}

function hasDimension(card: DatasetCard, id: string): boolean {
  return card.dimensions.some((dimension) => dimension.id === id);
}

function noColumn(name: string): string {
  return `the data has no column “${name.slice(0, 60)}”`;
}
