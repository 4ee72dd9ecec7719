import type { Answers, Asked, Chart } from '../charts/chart.ts';
import type { Engine } from '../engine/engine.ts';
import type { AnswerTo, Question } from '../model/question.ts';

/** How many answers are kept; the least lately used goes first. */
export const ANSWERS_KEPT = 400;

/** Asks an engine each question once and keeps what it said, so that going back costs nothing. */
export class AnswerBook {
  readonly #engine: Engine;
  readonly #kept = new Map<string, Promise<AnswerTo[Question['ask']]>>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  ask<Asking extends Question>(question: Asking): Promise<AnswerTo[Asking['ask']]> {
    const key = JSON.stringify(question);
    const kept = this.#kept.get(key);
    const answer = kept ?? this.#engine.ask(question);
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    if (!kept) {
      answer.catch(() => this.#kept.delete(key));
      const oldest = this.#kept.keys().next();
      if (this.#kept.size > ANSWERS_KEPT && !oldest.done) this.#kept.delete(oldest.value);
    }
    // The key spells the whole question, so what is kept under it answers this kind of question.
    return answer as Promise<AnswerTo[Asking['ask']]>;
  }

  /** All that a chart asks, by the chart's names. */
  async askAll(chart: Chart, questions: Asked): Promise<Answers<Asked>> {
    const entries = await Promise.all(
      Object.entries(questions).map(
        async ([name, question]) => [name, await this.ask(question)] as const,
      ),
    );
    if (entries.length === 0) throw new Error(`chart "${chart.id}" asks nothing`);
    return Object.fromEntries(entries);
  }
}
