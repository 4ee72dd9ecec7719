import { splitRecords } from '../csv.ts';
import type { TextFormat } from '../plan.ts';
import { isBlank } from '../table.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Text enough to tell the delimiter by. */
const ENOUGH = 1 << 16;
/**
 * Where all records, the header too, have the same number of cells, so many or more, no other delimiter
 * is thought of unless it does as well: the list "a;b;c;d;e" in a cell has more parts than the record.
 */
const EVEN = 3;
const SURE = 1000;

/** What delimiters are called in a sentence. */
export const DELIMITER_NAMES = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
} as const;

/** A mark as a delimiter, where it is one that is read. */
export function delimiterOf(mark: string | undefined): TextFormat['delimiter'] | undefined {
  return DELIMITERS.find((known) => known === mark);
}

/**
 * The delimiter under which most records have the same number of cells, more cells counting for
 * more: a decimal comma gives every record of a semicolon file two cells, semicolons give all.
 */
export function findDelimiter(text: string): TextFormat['delimiter'] {
  const sample = text.slice(0, ENOUGH);
  let best: TextFormat['delimiter'] = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const score = scoreOf(sample, delimiter, text.length > ENOUGH);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}

function scoreOf(sample: string, delimiter: string, cut: boolean): number {
  const { records, misquoted } = splitRecords(sample, delimiter);
  const whole = cut ? records.slice(0, -1) : records;
  const filled = whole.filter((cells) => !isBlank(cells));
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  let most = 0;
  for (const [width, count] of counts) {
    if (width > 1) most = Math.max(most, (count / filled.length) * Math.sqrt(width - 1));
  }
  const [width] = counts.keys();
  const even = counts.size === 1 && width !== undefined && width >= EVEN ? SURE : 0;
  return even + most * (1 - Math.min(0.9, misquoted.size / Math.max(1, filled.length)));
}

/** The kind of line ends outside and inside quotes alike. */
export function findNewline(text: string): TextFormat['newline'] {
  const crlf = /\r\n/.test(text);
  const lf = /(?<!\r)\n/.test(text);
  const cr = /\r(?!\n)/.test(text.endsWith('\r') ? text.slice(0, -1) : text);
  if (Number(crlf) + Number(lf) + Number(cr) > 1) return 'mixed';
  return cr ? 'cr' : crlf ? 'crlf' : 'lf';
}
