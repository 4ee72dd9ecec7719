import type { DatasetCard } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { FigureRecord } from '../model/question.ts';
import { printAmount } from '../words/amounts.ts';
import { csvOf } from './data/csv.ts';

/**
 * Rows of a part of the book as CSV (RFC 4180): row number, kind, currency, amount as it is shown,
 * and every cell of the file.
 */
export function bookCsv(records: readonly FigureRecord[], card: DatasetCard): string {
  const columns = new Map<string, string>();
  for (const { cells } of records) for (const { id, label } of cells) columns.set(id, label);
  const rows = records.map((record) => {
    const measure = card.measures.find(({ id }) => id === record.measure);
    const cells = new Map(record.cells.map(({ id, text }) => [id, text]));
    return [
      String(record.record),
      measure?.kind ?? '',
      measure?.currency ?? '',
      measure ? printAmount(record.amount, measure) : '',
      ...[...columns.keys()].map((id) => cells.get(id) ?? ''),
    ];
  });
  return csvOf([['Row', 'Kind', 'Currency', 'Amount shown', ...columns.values()], ...rows]);
}

/** Records that could not be read and lines that are no rows, with their row, the column and the text found there. */
export function unshownCsv(problems: readonly Problem[]): string {
  const rows = problems.map(({ row, column, found, message }) => [
    row === undefined ? '' : String(row),
    column ?? '',
    found ?? '',
    message,
  ]);
  return csvOf([['Row', 'Column', 'Text found', 'Why'], ...rows]);
}
