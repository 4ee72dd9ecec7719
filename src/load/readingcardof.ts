import type { Plan } from './plan.ts';
import { DELIMITER_NAMES } from './plan/delimiter.ts';
import type { ColumnCard, ReadingCard } from './readingcard.ts';
import { decisionsOf, reportOf } from './report.ts';
import type { Scanned } from './scanned.ts';
import { cellAt } from './table.ts';

/** How many texts of each column are shown, and how much of a long one. */
const SAMPLES = 3;
const LONGEST = 60;

/** What is known of a file besides its plan and its rows. */
export interface FileRead {
  readonly name: string;
  readonly size: number;
  /** Hexadecimal; empty until it is known. */
  readonly sha256: string;
  /** What kind of file it is, where it is not delimited text. */
  readonly format: string;
  /** The first records of the file, from `plan.from` on. */
  readonly head: readonly (readonly string[])[];
  readonly tables: readonly string[];
  /** Only a part has been read so far. */
  readonly partial?: true;
  /** The name is that of several files, which were read as one. */
  readonly several?: true;
}

/** What the page is told of how a file was read. */
export function readingCardOf(plan: Plan, scanned: Scanned, file: FileRead): ReadingCard {
  const report = reportOf(plan, scanned, file);
  const { records, data, blank, totals, footers, unread } = report.rows;
  return {
    name: file.name,
    bytes: file.size,
    sha256: file.sha256,
    format: formatOf(plan, file.format),
    profile: plan.profile,
    preamble: plan.preamble,
    rows: { records, data, blank, totals: totals + footers, unread },
    sums: report.sums,
    columns: columnsOf(plan, scanned, file.head),
    decisions: decisionsOf(plan, scanned),
    problems: report.problems,
    options: plan.options,
    tables: file.tables,
    ...(file.partial ? { partial: true } : {}),
    ...(file.several ? { several: true } : {}),
  };
}

function formatOf({ format, headerRow }: Plan, kind: string): string {
  const header = headerRow < 0 ? 'no header' : `header in row ${headerRow + 1}`;
  if (!format) return `${kind}, ${header}`;
  return `${format.encoding.toUpperCase()} text with ${DELIMITER_NAMES[format.delimiter]}, ${header}`;
}

function columnsOf(plan: Plan, { reading }: Scanned, head: FileRead['head']): ColumnCard[] {
  const roles = new Map(Array.from(plan.mapping, ([role, column]) => [column, role]));
  // Of a large file the text that is not grouped by is not kept.
  const texts = plan.roles.texts.filter(({ id }) => reading.texts.some((text) => text.id === id));
  const kept = new Map([...plan.roles.dimensions, ...texts].map(({ id, column }) => [column, id]));
  const rows = head.slice(Math.max(0, plan.firstRow - plan.from.record));
  return plan.columns.map(({ label, index }) => {
    const samples = new Set<string>();
    for (const cells of rows) {
      const text = cellAt(cells, index);
      if (text !== '') samples.add(text.slice(0, LONGEST));
      if (samples.size === SAMPLES) break;
    }
    return {
      label,
      samples: [...samples],
      role: roles.get(index) ?? null,
      id: kept.get(index) ?? null,
    };
  });
}
