import type { Answers, Asked, Chart } from '../../../src/charts/chart.ts';
import { chartOf } from '../../../src/charts/index.ts';
import type { Drawing, Frame } from '../../../src/drawing/drawing.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { Caption } from '../../../src/export/sheet.ts';
import type { DatasetCard } from '../../../src/model/dataset.ts';
import type { Measure } from '../../../src/model/measure.ts';
import type { View } from '../../../src/model/view.ts';
import { AnswerBook } from '../../../src/state/answers.ts';
import { captionOf } from '../../../src/state/caption.ts';
import { findingQuestions, partsOf, type Finding } from '../../../src/state/finding.ts';
import type { Case } from './cases.ts';
import { ENGINES } from './datasets.ts';

/** A drawing with all that it was made from, so that the one can be held against the other. */
export interface Picture {
  readonly chart: Chart;
  readonly card: DatasetCard;
  readonly view: View;
  readonly measure: Measure;
  readonly frame: Frame;
  readonly answers: Answers<Asked>;
  readonly drawing: Drawing;
  readonly finding: Finding;
  readonly caption: Caption;
}

/** A picture made as the page makes it: ask, draw, and say what is shown. */
export async function pictureOf(
  engine: Engine,
  id: string,
  view: View,
  frame: Frame,
): Promise<Picture> {
  const { card } = engine;
  const chart = chartOf(id);
  const book = new AnswerBook(engine);
  const answers = await book.askAll(chart, chart.asks(view, card));
  const groups = await Promise.all(findingQuestions(view, card).map((asked) => book.ask(asked)));
  const measure = card.measures.find((one) => one.id === view.measure)!;
  const finding = partsOf(groups, measure);
  const shown = { view, measure, answers: new Map([[id, answers]]), finding, evidence: null };
  const drawing = chart.draw(answers, view, card, frame);
  const caption = captionOf(card, shown);
  return { chart, card, view, measure, frame, answers, drawing, finding, caption };
}

/** The pictures of a case, one for each of its charts. */
export function picturesOf({ data, view, frame, charts }: Case): Promise<Picture[]> {
  return Promise.all(charts.map((id) => pictureOf(ENGINES[data], id, view, frame)));
}
