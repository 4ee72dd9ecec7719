import type { Options, Plan } from '../plan.ts';
import type { Preamble } from '../preamble.ts';
import { planRecords } from './planrecords.ts';
import { planText } from './plantext.ts';
import { understand } from './understand.ts';

/** Decides how a delimited text file of any kind is to be read; see `planText`. */
export function planOf(
  head: Uint8Array,
  tail: Uint8Array,
  size: number,
  name: string,
  options: Options,
): Plan | { readonly refused: string } {
  return planText(head, tail, size, name, options, understand);
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
    tail,
    share,
    preamble: NO_PREAMBLE,
    decisions: [],
    problems: [],
  };
  return planRecords(opened, options, understand);
}
