import type { Figure, FiguresAnswer, FiguresQuestion } from '../model/question.ts';
import type { DimensionId } from '../model/subject.ts';
import { textAt, type Columns } from './columns.ts';
import { FarCells } from './farcells.ts';
import { compareStanding } from './ranking.ts';
import type { Selection } from './selection.ts';
import type { Slots } from './slots.ts';

/** Later than any day: figures without one stand last. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * The selected figures one by one; null when they are more than the question's limit. They stand
 * by start (those without one last), by the standing of their value in `colour`, and the larger
 * first. Rows that differ at all never stand by their place in the file.
 */
export async function answerFigures(
  selection: Selection,
  question: FiguresQuestion,
  colour: DimensionId,
): Promise<FiguresAnswer> {
  const { columns, rows, ledger } = selection;
  const also = question.also.map((split) => selection.slots(split));
  if (rows.length > question.limit) return { ask: 'figures', figures: null, ledger };
  const far = await FarCells.read(columns.dataset, Array.from(rows));
  const figures = Array.from(rows.keys())
    .sort((a, b) => compareFigures(columns, far, colour, rows[a]!, rows[b]!))
    .map((place) => figureAt(selection, far, place, also));
  return { ask: 'figures', figures, ledger };
}

function figureAt(
  { columns, rows }: Selection,
  far: FarCells,
  place: number,
  also: readonly Slots[],
): Figure {
  const row = rows[place]!;
  const touched = also.map(({ subjects, ofRow }) => subjects[ofRow[place]!]!);
  return {
    row,
    title: far.title(row) ?? columns.titleAt(row),
    amount: columns.amountAt(row),
    start: columns.startAt(row),
    end: columns.endAt(row),
    periodBasis: columns.periodBasisAt(row),
    touches: [...new Set(touched)],
  };
}

function compareFigures(
  columns: Columns,
  far: FarCells,
  colour: DimensionId,
  a: number,
  b: number,
): number {
  const { high, low, stated, bound, periodBasis } = columns.dataset;
  const ranking = columns.rankings.find(({ column }) => column.id === colour);
  const codes = ranking?.column.codes;
  return (
    (columns.startAt(a) ?? NEVER) - (columns.startAt(b) ?? NEVER) ||
    (ranking && codes ? compareStanding(ranking, codes[a]!, ranking, codes[b]!) : 0) ||
    high[b]! - high[a]! ||
    low[b]! - low[a]! ||
    (columns.endAt(a) ?? NEVER) - (columns.endAt(b) ?? NEVER) ||
    compareTexts(columns, far, a, b) ||
    stated[a]! - stated[b]! ||
    bound[a]! - bound[b]! ||
    periodBasis[a]! - periodBasis[b]! ||
    a - b
  );
}

function compareTexts({ dataset }: Columns, far: FarCells, a: number, b: number): number {
  for (const column of [...dataset.dimensions, ...dataset.texts]) {
    const [text, other] = [textAt(column, a), textAt(column, b)];
    if (text !== other) return text < other ? -1 : 1;
  }
  const [texts, others] = [far.texts(a), far.texts(b)];
  for (const [index, text] of texts.entries()) {
    const other = others[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
