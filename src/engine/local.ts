import type { Dataset, DatasetCard } from '../model/dataset.ts';
import type {
  Answer,
  AnswerTo,
  FindQuestion,
  PrintsQuestion,
  Question,
} from '../model/question.ts';
import { cardOf } from './card.ts';
import { Columns } from './columns.ts';
import type { Engine } from './engine.ts';
import { answerFigures } from './figures.ts';
import { answerFind } from './find.ts';
import { answerGroups } from './groups.ts';
import { answerPrints } from './prints.ts';
import { answerRecords } from './records.ts';
import { Selection } from './selection.ts';
import { answerSeries } from './series.ts';

/** How many selections are remembered: the views of one screen ask about the same few. */
const REMEMBERED = 4;

type SelectionQuestion = Exclude<Question, FindQuestion | PrintsQuestion>;

/**
 * Answers from a dataset's typed arrays by scanning them: directly in Node, inside a worker on the
 * page. A scan needs no index and holds for any filter.
 */
export class LocalEngine implements Engine {
  readonly card: DatasetCard;
  readonly #columns: Columns;
  readonly #recent = new Map<string, Selection>();

  /** Throws when the money of one measure adds up to more than can be held exactly. */
  constructor(dataset: Dataset) {
    this.#columns = new Columns(dataset);
    this.card = cardOf(this.#columns);
  }

  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]> {
    // The compiler cannot follow that the kind of the answer is that of the question.
    return (await this.#answer(question)) as AnswerTo[Asked['ask']];
  }

  #answer(question: Question): Answer | Promise<Answer> {
    switch (question.ask) {
      case 'groups':
        return answerGroups(this.#select(question), question);
      case 'series':
        return answerSeries(this.#select(question), question);
      case 'figures':
        return answerFigures(this.#select(question), question, this.card.suggested.colour);
      case 'records':
        return answerRecords(this.#select(question), question);
      case 'find':
        return answerFind(this.#columns, question);
      case 'prints':
        return answerPrints(this.#columns.dataset, question);
    }
  }

  #select({ measure, filters }: SelectionQuestion): Selection {
    const key = JSON.stringify([measure, filters]);
    const selection = this.#recent.get(key) ?? new Selection(this.#columns, measure, filters);
    this.#recent.delete(key);
    this.#recent.set(key, selection);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > REMEMBERED && oldest !== undefined) this.#recent.delete(oldest);
    return selection;
  }
}
