import type { Answers, Asked, Chart } from '../charts/chart.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import type { RecordsAnswer, RecordsQuestion } from '../model/question.ts';
import type { View } from '../model/view.ts';
import type { AnswerBook } from './answers.ts';
import { findingQuestions, partsOf, type Finding } from './finding.ts';

/** The rows behind what the evidence panel is open on. */
export interface Evidence {
  /** Those the selection has. */
  readonly selected: RecordsAnswer;
  /** Those of the whole file about the same subjects: filtered out, or another kind of money, included. */
  readonly inFile: RecordsAnswer;
}

/** A view with everything that was answered for it: what is on the screen, all of one moment. */
export interface Shown {
  readonly view: View;
  readonly measure: Measure;
  readonly answers: ReadonlyMap<string, Answers<Asked>>;
  readonly finding: Finding;
  /** Null when the panel is closed. */
  readonly evidence: Evidence | null;
}

/** How many rows the evidence panel lists. */
export const EVIDENCE_ROWS = 50;

/** Asks all that a view shows in `charts`. Rejects when the view asks for what the dataset does not have. */
export async function answered(
  view: View,
  card: DatasetCard,
  book: AnswerBook,
  shownCharts: readonly Chart[],
): Promise<Shown> {
  const measure = card.measures.find(({ id }) => id === view.measure);
  if (!measure) throw new Error(`no measure "${view.measure}"`);
  const [charts, groups, evidence] = await Promise.all([
    Promise.all(
      shownCharts.map(
        async (chart) => [chart.id, await book.askAll(chart, chart.asks(view, card))] as const,
      ),
    ),
    Promise.all(findingQuestions(view, card).map((question) => book.ask(question))),
    evidenceOf(view, book),
  ]);
  return { view, measure, answers: new Map(charts), finding: partsOf(groups, measure), evidence };
}

async function evidenceOf(view: View, book: AnswerBook): Promise<Evidence | null> {
  if (view.evidence === null) return null;
  const question: RecordsQuestion = {
    ask: 'records',
    measure: view.measure,
    filters: view.filters,
    subjects: view.evidence,
    from: 'selection',
    offset: 0,
    limit: EVIDENCE_ROWS,
  };
  const [selected, inFile] = await Promise.all([
    book.ask(question),
    book.ask({ ...question, from: 'file' }),
  ]);
  return { selected, inFile };
}
