import { provenanceLines } from '../../words/provenance.ts';
import type { Sheet } from '../sheet.ts';
import { csvOf } from './csv.ts';
import { recordsOf, writtenOf } from './records.ts';

/** Tells spreadsheets that the text is UTF-8; without it they take names apart. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The data behind a picture as CSV. The header is the first line and every line has all columns, so
 * that any reader of CSV takes it; where the numbers come from stands in the last column of each row.
 */
export function figureCsv({ drawing, caption, provenance }: Sheet): string {
  const { heads, rows } = recordsOf(drawing.numbers);
  const from = provenance ? provenanceLines(provenance).join(' ') : caption.source;
  return (
    BYTE_ORDER_MARK +
    csvOf([[...heads, 'source'], ...rows.map((cells) => [...cells.map(writtenOf), from])])
  );
}
