import type { DatasetCard } from '../model/dataset.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Measure } from '../model/measure.ts';
import type { BookPart } from '../model/view.ts';
import { printSum } from './amounts.ts';
import { count, listOf, sentenceCase } from './counts.ts';
import { countOf, sumWords } from './selection.ts';

/** One part of the book as the ledger line shows it. */
export interface BookEntry {
  readonly part: BookPart;
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
      if (part.rule === 'size not stated') return `${part.rows} of unstated size`;
      const other = card.measures.find(({ id }) => id === part.measure);
      return other ? countOf(part.rows, other, card) : `${part.rows} of ${part.measure}`;
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
      figure: String(filtered.rows),
      words:
        filtered.rows > 0
          ? `filtered out by you: ${sumWords(filtered.sum, measure)}`
          : 'filtered out',
      rows: filtered.rows,
    },
    {
      part: 'left out',
      figure: String(rowsOut),
      words: rowsOut > 0 ? `not added in: ${listOf(reasons)}` : 'left out by a rule',
      rows: rowsOut,
    },
    {
      part: 'unread',
      figure: String(unread.rows),
      words: 'unread',
      rows: unread.rows,
    },
  ];
}

/** "15 rows in the file; 15 accounted for". */
export function bookCloses(ledger: Ledger): string {
  const { shown, filtered, leftOut, unread, file } = ledger;
  const accounted =
    shown.rows + filtered.rows + leftOut.reduce((sum, part) => sum + part.rows, 0) + unread.rows;
  return `${count(file.rows, 'row')} in the file, ${accounted} accounted for.`;
}

/** All four parts and that they are the file, as one line: "at least £6.335bn shown, in 9 figures; 0 filtered out; …". */
export function bookLine(ledger: Ledger, measure: Measure, card: DatasetCard): string {
  const parts = bookEntries(ledger, measure, card).map(({ figure, words }) => `${figure} ${words}`);
  return `${sentenceCase(parts.join('; '))}. ${bookCloses(ledger)}`;
}
