import type { Chart } from '../charts/chart.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { AnswerTo, Question } from '../model/question.ts';
import { firstView } from '../model/view.ts';
import { AnswerBook } from './answers.ts';
import { answered } from './shown.ts';

/**
 * What the first view of a dataset asks, with the answers: made when the page is built, by the same
 * reader and engine that answer everything after it. The first picture then waits for no worker.
 */
export interface Prepared {
  readonly card: DatasetCard;
  readonly answers: readonly (readonly [question: string, answer: AnswerTo[Question['ask']]])[];
}

export async function prepare(engine: Engine, charts: readonly Chart[]): Promise<Prepared> {
  const answers: [string, AnswerTo[Question['ask']]][] = [];
  const recording: Engine = {
    card: engine.card,
    ask: async (question) => {
      const answer = await engine.ask(question);
      answers.push([JSON.stringify(question), answer]);
      return answer;
    },
  };
  await answered(firstView(engine.card), engine.card, new AnswerBook(recording), charts);
  return { card: engine.card, answers };
}

/** An engine that has the prepared answers at once and asks what `rest` gives for all others. */
export function preparedEngine({ card, answers }: Prepared, rest: () => Promise<Engine>): Engine {
  const known = new Map(answers);
  return {
    card,
    ask: async <Asked extends Question>(question: Asked) => {
      const answer = known.get(JSON.stringify(question)) ?? (await rest()).ask(question);
      // The key spells the whole question, so what is kept under it answers this kind of question.
      return answer as Promise<AnswerTo[Asked['ask']]>;
    },
  };
}
