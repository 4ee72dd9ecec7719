import type { Problem } from '../model/problem.ts';
import { splitRecords } from './csv.ts';
import { decodeText } from './decode.ts';
import { readHeader, type Column } from './header.ts';
import { findDelimiter } from './plan/delimiter.ts';
import { readPreamble, type PreambleKey } from './preamble.ts';

/** A CSV file before anything is known of its meaning. */
export interface Table {
  readonly preamble: ReadonlyMap<PreambleKey, string>;
  readonly columns: readonly Column[];
  /**
   * The records after the header up to the last that is not blank; those between are kept, so that
   * record number n of the file is at n - 1.
   */
  readonly records: readonly (readonly string[])[];
  /** Numbers of records in which a quotation mark stands where none can. */
  readonly misquoted: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/** Bytes to a table. The header is the first record after the preamble that is not blank. */
export function readTable(
  bytes: Uint8Array,
): { readonly table: Table } | { readonly refused: string } {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) return decoded;
  const preamble = readPreamble(decoded.text);
  const { records, misquoted } = splitRecords(preamble.rest, findDelimiter(preamble.rest));
  const at = records.findIndex((cells) => !isBlank(cells));
  const first = records[at];
  if (!first) return { refused: 'The file has no header.' };
  const header = readHeader(first);
  const last = records.findLastIndex((cells) => !isBlank(cells));
  return {
    table: {
      preamble: preamble.values,
      columns: header.columns,
      records: records.slice(at + 1, last + 1),
      misquoted: new Set([...misquoted].map((position) => position - at)),
      problems: [...preamble.problems, ...header.problems],
    },
  };
}

/** The text of a cell without the space around it; a record may end before its last columns. */
export function cellAt(cells: readonly string[], index: number): string {
  return cells[index]?.trim() ?? '';
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Why a file without rows is refused. */
export const NO_ROWS = 'The file has a header and nothing under it.';
