import type { FigureRecord, RecordsAnswer, RecordsQuestion } from '../model/question.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import { textAt, type Columns } from './columns.ts';
import { FarCells } from './farcells.ts';
import { ANOTHER_MEASURE, FILTERED, SHOWN, SIZE_NOT_STATED, type Selection } from './selection.ts';
import { Sums } from './sums.ts';

type PlacedFrom = Exclude<Extract<RecordsQuestion['from'], string>, 'selection'>;
const PLACES: Record<PlacedFrom, readonly number[]> = {
  filtered: [FILTERED],
  'left out': [ANOTHER_MEASURE, SIZE_NOT_STATED],
  file: [ANOTHER_MEASURE, FILTERED, SIZE_NOT_STATED, SHOWN],
};

/** The place of the rows that a rule leaves out. */
const BY_RULE = { 'another measure': ANOTHER_MEASURE, 'size not stated': SIZE_NOT_STATED } as const;

/**
 * The rows behind a mark, in the file's order. Rejects for a subject that is a gathered tail: which
 * values are in it depends on a split, and this question has none.
 */
export async function answerRecords(
  selection: Selection,
  question: RecordsQuestion,
): Promise<RecordsAnswer> {
  const { columns, measure } = selection;
  const { dataset } = columns;
  let rows = rowsFrom(selection, question.from);
  for (const subject of question.subjects) rows = rowsWith(columns, rows, subject);
  const sums = new Sums(dataset, 1);
  for (const row of rows) if (dataset.measure[row] === measure) sums.add(0, row);
  const page = Array.from(rows.subarray(question.offset, question.offset + question.limit));
  const far = await FarCells.read(dataset, page);
  return {
    ask: 'records',
    records: page.map((row) => recordAt(columns, far, row)),
    rows: rows.length,
    sum: sums.at(0),
  };
}

function rowsFrom(
  { places, rows, columns }: Selection,
  from: RecordsQuestion['from'],
): Uint32Array {
  if (from === 'selection') return rows;
  const wanted = typeof from === 'string' ? PLACES[from] : [BY_RULE[from.rule]];
  const of = typeof from === 'string' ? null : columns.measure(from.measure);
  const { measure } = columns.dataset;
  const found = new Uint32Array(places.length);
  let count = 0;
  for (let row = 0; row < places.length; row++) {
    if (of !== null && measure[row] !== of) continue;
    if (wanted.includes(places[row]!)) found[count++] = row;
  }
  return found.subarray(0, count);
}

function rowsWith(columns: Columns, rows: Uint32Array, subject: Subject): Uint32Array {
  if (isOther(subject)) throw new Error(`no rows can be told from a gathered tail: "${subject}"`);
  const { codes, values } = columns.ranking(dimensionOf(subject)).column;
  const code = values.indexOf(valueOf(subject));
  return rows.filter((row) => codes[row] === code);
}

function recordAt(columns: Columns, far: FarCells, row: number): FigureRecord {
  const { dataset } = columns;
  return {
    record: dataset.record[row]!,
    title: far.title(row) ?? columns.titleAt(row),
    measure: dataset.measures[dataset.measure[row]!]!.id,
    amount: columns.amountAt(row),
    start: columns.startAt(row),
    end: columns.endAt(row),
    periodBasis: columns.periodBasisAt(row),
    cells: [
      ...[...dataset.dimensions, ...dataset.texts].map((column) => ({
        id: column.id,
        label: column.label,
        text: textAt(column, row),
      })),
      ...far.cells(row),
    ].filter(({ text }) => text !== ''),
  };
}
