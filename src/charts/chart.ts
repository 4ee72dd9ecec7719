import type { Drawing, Frame } from '../drawing/drawing.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { AnswerTo, Question } from '../model/question.ts';
import type { View } from '../model/view.ts';

/** The questions a chart asks, by names of its own. */
export type Asked = Readonly<Record<string, Question>>;
export type Answers<Questions extends Asked> = {
  readonly [Name in keyof Questions]: AnswerTo[Questions[Name]['ask']];
};

/**
 * A chart says what it needs to know and draws what it is told, both purely: the page, the command
 * line and every export go through these two functions. To add a chart, write one of these and
 * list it in `index.ts`.
 */
export interface Chart<Questions extends Asked = Asked> {
  readonly id: string;
  /** Heading over the picture: "Where it goes". */
  readonly title: string;
  /** One sentence on how to read it. */
  readonly reading: (view: View, card: DatasetCard) => string;
  asks(view: View, card: DatasetCard): Questions;
  draw(answers: Answers<Questions>, view: View, card: DatasetCard, frame: Frame): Drawing;
}
