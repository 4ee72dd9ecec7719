import type { DatasetCard } from '../model/dataset.ts';
import type { Ledger, LeftOut } from '../model/ledger.ts';
import type { Measure } from '../model/measure.ts';
import type { BookPart } from '../model/view.ts';
import { printSum } from './amounts.ts';
import { count, listOf, sentenceCase, shortListOf } from './counts.ts';
import { grouped } from './grouped.ts';
import { countOf, sumWords } from './selection.ts';

/** One part of the book as the ledger line shows it. */
export interface BookEntry {
  readonly part: Exclude<BookPart, 'no rows'>;
  /** The figure set large: money where the part has money of the measure, else a count. */
  readonly figure: string;
  readonly words: string;
  readonly rows: number;
}

/** The four parts of the book, in words, always all four. */
export function bookEntries(ledger: Ledger, measure: Measure, card: DatasetCard): BookEntry[] {
  const { shown, filtered, leftOut, unread } = ledger;
  const rowsOut = leftOut.reduce((rows, part) => rows + part.rows, 0);
  const reasons = leftOut
    .filter(({ rows }) => rows > 0)
    .map((part) => {
      if (part.rule === 'size not stated') return `${grouped(part.rows)} of unstated size`;
      const other = card.measures.find(({ id }) => id === part.measure);
      return other ? countOf(part.rows, other, card) : `${grouped(part.rows)} of ${part.measure}`;
    });
  return [
    {
      part: 'shown',
      figure: shown.rows > 0 ? printSum(shown.sum, measure) : '0',
      words: shown.rows > 0 ? `shown, in ${count(shown.rows, 'figure')}` : 'figures shown',
      rows: shown.rows,
    },
    {
      part: 'filtered',
      figure: grouped(filtered.rows),
      words:
        filtered.rows > 0
          ? `filtered out by you: ${sumWords(filtered.sum, measure)}`
          : 'filtered out',
      rows: filtered.rows,
    },
    {
      part: 'left out',
      figure: grouped(rowsOut),
      words: rowsOut > 0 ? `not added in: ${shortListOf(reasons, 'kinds')}` : 'left out by a rule',
      rows: rowsOut,
    },
    {
      part: 'unread',
      figure: grouped(unread.rows),
      words: 'unread',
      rows: unread.rows,
    },
  ];
}

/** Rows that one rule leaves out of the sum on screen, in words. */
export interface LeftOutGroup {
  readonly part: LeftOut;
  /** Their money, or that nobody has stated it. */
  readonly figure: string;
  /** "3 benefit estimates". */
  readonly words: string;
  /** Why they are not added, as a sentence. */
  readonly why: string;
}

/** What is left out by rule, a group for each rule and measure. */
export function leftOutGroups(
  { leftOut }: Ledger,
  measure: Measure,
  card: DatasetCard,
): LeftOutGroup[] {
  return leftOut.map((part) => {
    const own = card.measures.find(({ id }) => id === part.measure) ?? measure;
    const isUnstated = part.rule === 'size not stated';
    return {
      part,
      figure: printSum(part.sum, own),
      words: countOf(part.rows, own, card),
      why: isUnstated
        ? 'Of the kind shown, but nobody has stated their size: drawn, and added to nothing.'
        : whyApart(own, measure),
    };
  });
}

const BASIS_WORDS = { total: 'for a whole period', 'per year': 'by the year' } as const;

function whyApart(other: Measure, measure: Measure): string {
  if (other.repeats) return 'They repeat money of other rows, as totals or as parts of them.';
  const differences = [
    ...(other.kind === measure.kind ? [] : [`of another kind than “${measure.kind}”`]),
    ...(other.currency === measure.currency
      ? []
      : [`in ${other.currency} and not in ${measure.currency}`]),
    ...(other.basis === measure.basis ? [] : [BASIS_WORDS[other.basis]]),
  ];
  return `${sentenceCase(listOf(differences))}: never added to what is shown.`;
}

/** "2 totals or notes are no rows", of the lines that the book lists beside its rows. */
export function noRowsWords(lines: number): string {
  return lines === 1
    ? '1 total or note is no row'
    : `${count(lines, 'total')} or notes are no rows`;
}

/** "15 rows in the file, 15 accounted for"; of a file that is still read, what has been read of it. */
export function bookCloses(ledger: Ledger, partial = false): string {
  const { shown, filtered, leftOut, unread, file } = ledger;
  const accounted =
    shown.rows + filtered.rows + leftOut.reduce((sum, part) => sum + part.rows, 0) + unread.rows;
  const where = partial ? 'read so far' : 'in the file';
  return `${count(file.rows, 'row')} ${where}, ${grouped(accounted)} accounted for.`;
}

/** All four parts and that they are the file, as one line: "at least £6.335bn shown, in 9 figures; 0 filtered out; …". */
export function bookLine(ledger: Ledger, measure: Measure, card: DatasetCard): string {
  const parts = bookEntries(ledger, measure, card).map(({ figure, words }) => `${figure} ${words}`);
  return `${sentenceCase(parts.join('; '))}. ${bookCloses(ledger, card.partial)}`;
}
