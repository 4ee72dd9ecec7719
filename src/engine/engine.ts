import type { DatasetCard } from '../model/dataset.ts';
import type { AnswerTo, Question } from '../model/question.ts';

/**
 * The one door to the numbers. Nothing above it touches a row. The local engine answers from typed
 * arrays; any other store may answer the same questions.
 */
export interface Engine {
  readonly card: DatasetCard;
  /** Rejects only for a programmer's mistake: a dimension or measure the dataset does not have. */
  ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]>;
}
