import type { Problem } from '../model/problem.ts';

/** A column of a file, named by its header or, failing that, by its place. */
export interface Column {
  /** Place in each record, from 0. */
  readonly index: number;
  /** As the file writes it, made unique: "Amount", "Amount (2)", "Column 4". */
  readonly label: string;
  /** The header without case, and with one space for spaces and underscores; for recognition. */
  readonly name: string;
  /** A slug of letters, digits and hyphens, unique in the file. */
  readonly id: string;
}

export interface Header {
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
}

/** Reads a header record; empty and repeated headers are given names and told. */
export function readHeader(cells: readonly string[]): Header {
  const problems: Problem[] = [];
  const labels = new Map<string, number>();
  const ids = new Map<string, number>();
  const columns = cells.map((cell, index): Column => {
    const text = bareHeader(cell);
    const label = unique(text || `Column ${index + 1}`, labels, (n) => ` (${n})`);
    if (label !== text) {
      problems.push({
        kind: text ? 'header repeated' : 'header empty',
        message: `Column ${index + 1} is called "${label}" here.`,
        column: label,
        found: text,
      });
    }
    const id = unique(slugOf(label) || `column-${index + 1}`, ids, (n) => `-${n}`);
    return { index, label, name: nameOf(text), id };
  });
  return { columns, problems };
}

export function columnNamed(columns: readonly Column[], name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

/** Letters and digits in lower case, with a hyphen for all else. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** A header on one line, without a byte-order mark, also one that was read as three letters. */
export function bareHeader(cell: string): string {
  return cell
    .replace(/^(\ufeff|ï»¿)+/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What headers are matched by: without case, spaces, underscores, and with one mark for the parts
 * of a path, whose numbers do not matter: `Recipient Org:0:Name`, `recipientOrg/name`.
 */
export function keyOf(header: string): string {
  return bareHeader(header)
    .toLowerCase()
    .replace(/[\s_]+/g, '')
    .replace(/[./:](\d+[./:])*/g, ':');
}

export function nameOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** `taken` remembers for each word the last number tried, so that many equal headers take no time. */
function unique(wanted: string, taken: Map<string, number>, suffix: (n: number) => string): string {
  let n = taken.get(wanted) ?? 1;
  let result = n === 1 && !taken.has(wanted) ? wanted : wanted + suffix(++n);
  while (taken.has(result)) result = wanted + suffix(++n);
  taken.set(wanted, n);
  if (result !== wanted) taken.set(result, 1);
  return result;
}
