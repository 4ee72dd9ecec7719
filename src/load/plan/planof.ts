import { splitRecords } from '../csv.ts';
import type { Problem } from '../../model/problem.ts';
import type { DataPackage } from '../formats/package.ts';
import type { Options, Plan, TextFormat } from '../plan.ts';
import { readPreamble, type Preamble } from '../preamble.ts';
import { decodeEnds } from './ends.ts';
import { delimiterOf, findNewline } from './delimiter.ts';
import { dialectOf } from './packagedialect.ts';
import { planRecords, type Opened } from './planrecords.ts';

/** Text of the head that is split into records; what it tells, more of it would not. */
const ENOUGH = 1 << 20;

/**
 * Decides how a delimited text file is to be read, from its first bytes (about 1 MB), its last
 * (about 64 kB; empty when `head` is all), what a person set by hand, and what a data package says
 * `about` it. Nothing is read but these; that a byte between them is in another encoding is for whoever
 * reads the file to find, who then asks again with one of `fallbackEncodings`.
 */
export function planOf(
  head: Uint8Array,
  tail: Uint8Array,
  size: number,
  name: string,
  options: Options,
  about?: DataPackage,
): Plan | { readonly refused: string } {
  const ends = decodeEnds(head, tail, size, options);
  if ('refused' in ends) return ends;
  const text = ends.head.slice(0, ENOUGH);
  if (text.trim() === '') return { refused: 'The file is empty.' };
  const whole = ends.tail === '' && head.length >= size && text.length === ends.head.length;
  const preamble = readPreamble(text);
  const separator = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(preamble.rest);
  const rest = preamble.rest.slice(separator?.[0].length ?? 0);
  const set = options.delimiter ?? delimiterOf(separator?.[1]);
  const dialect = dialectOf(rest, set, about, options);
  const { delimiter } = dialect;
  const skipped = text.slice(0, text.length - rest.length);
  const format: TextFormat = {
    encoding: ends.encoding,
    byteOrderMark: ends.byteOrderMark,
    delimiter,
    newline: findNewline(text),
  };
  const { records, misquoted } = splitRecords(rest, delimiter);
  const opened: Opened = {
    name,
    format,
    from: {
      byte: ends.from + bytesOf(skipped, ends.encoding),
      record: linesOf(skipped),
    },
    // The last record of a head that was cut is not whole.
    head: whole ? records : records.slice(0, -1),
    misquoted,
    tail: whole ? [] : splitRecords(ends.tail, delimiter).records,
    share: whole ? 1 : Math.min(1, text.length / Math.max(1, size)),
    preamble,
    about,
    decisions: [...ends.decisions, ...dialect.decisions],
    problems: cutProblem(ends.tail || ends.head),
  };
  return planRecords(opened, options);
}

const NO_PREAMBLE: Preamble = { values: new Map(), problems: [], lines: [], rest: '' };

/**
 * The same for records that are cells already (a sheet, JSON): the first ones, and perhaps some of
 * the last. `share` is how much of the file `head` is, 1 when it is all.
 */
export function planOfRecords(
  head: readonly (readonly string[])[],
  tail: readonly (readonly string[])[],
  share: number,
  name: string,
  options: Options,
): Plan | { readonly refused: string } {
  const from = { byte: 0, record: 0 };
  const opened = {
    name,
    format: null,
    from,
    head,
    misquoted: new Set<number>(),
    tail,
    share,
    preamble: NO_PREAMBLE,
    decisions: [],
    problems: [],
  };
  return planRecords(opened, options);
}

function bytesOf(text: string, encoding: string): number {
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length;
  return encoding.startsWith('utf-16') ? text.length * 2 : text.length;
}

function linesOf(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** A file that was cut on its way ends within a line; so do some that were not. */
function cutProblem(text: string): Problem[] {
  const last = /[^\r\n]*$/.exec(text.slice(-1000))?.[0] ?? '';
  if (last.trim() === '') return [];
  const message =
    'The last line has no line end; if the file was cut on its way, its last record is not whole.';
  return [{ kind: 'no line end at the end', message, found: last.slice(0, 80) }];
}
