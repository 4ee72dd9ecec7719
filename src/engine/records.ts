import type { FigureRecord, RecordsAnswer, RecordsQuestion } from '../model/question.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import { textAt, type Columns } from './columns.ts';
import { FarCells } from './farcells.ts';
import { ANOTHER_MEASURE, FILTERED, SHOWN, SIZE_NOT_STATED, type Selection } from './selection.ts';
import { Sums } from './sums.ts';

const PLACES: Record<RecordsQuestion['from'], readonly number[]> = {
  selection: [SHOWN, SIZE_NOT_STATED],
  filtered: [FILTERED],
  'left out': [ANOTHER_MEASURE, SIZE_NOT_STATED],
  file: [ANOTHER_MEASURE, FILTERED, SIZE_NOT_STATED, SHOWN],
};

/**
 * The rows behind a mark, in the file's order. Rejects for a subject that is a gathered tail: which
 * values are in it depends on a split, and this question has none.
 */
export async function answerRecords(
  selection: Selection,
  question: RecordsQuestion,
): Promise<RecordsAnswer> {
  const { columns, places, measure } = selection;
  const { dataset } = columns;
  const wanted = question.subjects.map((subject) => codeOf(columns, subject));
  const from = PLACES[question.from];
  const page: number[] = [];
  const sums = new Sums(dataset, 1);
  let rows = 0;
  for (let row = 0; row < dataset.rows; row++) {
    if (!from.includes(places[row]!)) continue;
    if (!wanted.every(({ codes, code }) => codes[row] === code)) continue;
    if (rows >= question.offset && rows < question.offset + question.limit) page.push(row);
    rows++;
    if (dataset.measure[row] === measure) sums.add(0, row);
  }
  const far = await FarCells.read(dataset, page);
  return {
    ask: 'records',
    records: page.map((row) => recordAt(columns, far, row)),
    rows,
    sum: sums.at(0),
  };
}

function codeOf(columns: Columns, subject: Subject) {
  if (isOther(subject)) throw new Error(`no rows can be told from a gathered tail: "${subject}"`);
  const { column } = columns.ranking(dimensionOf(subject));
  return { codes: column.codes, code: column.values.indexOf(valueOf(subject)) };
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
