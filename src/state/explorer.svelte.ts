import type { Answers, Asked } from '../charts/chart.ts';
import { CHARTS } from '../charts/index.ts';
import type { Action } from '../drawing/drawing.ts';
import type { Focus } from '../drawing/emphasis.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { choose, withFilter, withoutMatter, type Filter } from '../model/filter.ts';
import type { Measure } from '../model/measure.ts';
import type {
  FindAnswer,
  GroupsAnswer,
  RecordsAnswer,
  RecordsQuestion,
} from '../model/question.ts';
import { isOther, type Subject } from '../model/subject.ts';
import type { View } from '../model/view.ts';
import { AnswerBook } from './answers.ts';
import { findingQuestions, partsOf, type Finding } from './finding.ts';

/** A view with everything that was answered for it: what is on the screen, all of one moment. */
export interface Shown {
  readonly view: View;
  readonly measure: Measure;
  readonly answers: ReadonlyMap<string, Answers<Asked>>;
  readonly finding: Finding;
  /** The rows behind what the evidence panel is open on; null when it is closed. */
  readonly evidence: RecordsAnswer | null;
}

export const EVIDENCE_ROWS = 50;

/**
 * What a reader explores: one view, what is shown of it, and what is pointed at. A change of view
 * asks and then replaces all that is shown at once; pointing only changes `focus`.
 */
export class Explorer {
  readonly card: DatasetCard;
  readonly #book: AnswerBook;
  /** Called after each change of view, with whether the step deserves a place in the history. */
  readonly #changed: (view: View, step: boolean) => void;
  #turn = 0;

  view: View;
  shown: Shown;
  focus: Focus = $state.raw([]);
  /** Sentences about what could not be done; the reader can put them away. */
  notices: readonly string[] = $state.raw([]);

  private constructor(
    card: DatasetCard,
    book: AnswerBook,
    shown: Shown,
    changed: (view: View, step: boolean) => void,
  ) {
    this.card = card;
    this.#book = book;
    this.#changed = changed;
    this.view = $state.raw(shown.view);
    this.shown = $state.raw(shown);
  }

  /** An explorer with its first answers, so that the first picture is the whole one. */
  static async open(
    engine: Engine,
    view: View,
    changed: (view: View, step: boolean) => void,
  ): Promise<Explorer> {
    const book = new AnswerBook(engine);
    return new Explorer(engine.card, book, await answered(view, engine.card, book), changed);
  }

  /** True while answers to the newest view are awaited. */
  get pending(): boolean {
    return this.view !== this.shown.view;
  }

  change(patch: Partial<View>): void {
    const view = { ...this.view, ...patch };
    this.#changed(view, true);
    void this.show(view);
  }

  /** Shows a view without telling the address: the reader went back, or followed a link. */
  async show(view: View): Promise<void> {
    this.view = view;
    this.focus = [];
    const turn = ++this.#turn;
    try {
      const shown = await answered(view, this.card, this.#book);
      if (turn === this.#turn) this.shown = shown;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.view = this.shown.view;
      this.#changed(this.view, false);
      this.notices = [...this.notices, `That could not be worked out: ${String(error)}`];
    }
  }

  /** Points at subjects; only the emphasis of marks changes. */
  point(focus: Focus): void {
    if (
      focus.length === this.focus.length &&
      focus.every((subject, i) => subject === this.focus[i])
    )
      return;
    this.focus = focus;
  }

  /** Does what a mark does when it is chosen; `more` adds to a filter instead of replacing it. */
  act(action: Action, more = false): void {
    switch (action.do) {
      case 'filter': {
        const filters = choose(this.view.filters, action.subjects, more);
        const chosen = filters.length >= this.view.filters.length;
        this.change({ filters, evidence: chosen ? action.subjects : null });
        return;
      }
      case 'zoom':
        this.change({ zoom: action.to, split: null });
        return;
      case 'open':
        this.change({ opened: [...new Set([...this.view.opened, action.dimension])] });
        return;
      case 'explain':
        this.explain(action.subjects);
    }
  }

  /** Opens the evidence for subjects that all hold; none means the whole selection. */
  explain(subjects: readonly Subject[]): void {
    this.change({ evidence: subjects.filter((subject) => !isOther(subject)) });
  }

  filter(filter: Filter): void {
    this.change({ filters: withFilter(this.view.filters, filter) });
  }

  unfilter(matter: string): void {
    this.change({ filters: withoutMatter(this.view.filters, matter) });
  }

  /** One step back out: the evidence closes, then the zoom widens, then the last filter goes. */
  backOut(): void {
    const { evidence, zoom, filters } = this.view;
    if (evidence !== null) this.change({ evidence: null });
    else if (zoom.length > 0) this.change({ zoom: zoom.slice(0, -1) });
    else if (filters.length > 0) this.change({ filters: filters.slice(0, -1) });
  }

  find(text: string): Promise<FindAnswer> {
    return this.#book.ask({ ask: 'find', text, limit: 8 });
  }

  /** Values of a dimension with their sums, whatever the selection: what a filter can choose from. */
  choices(dimension: string): Promise<GroupsAnswer> {
    return this.#book.ask({
      ask: 'groups',
      measure: this.view.measure,
      filters: this.view.filters.filter(
        (filter) => !(filter.on === 'values' && filter.dimension === dimension),
      ),
      by: [{ dimension, top: 200 }],
      also: [],
    });
  }

  records(
    question: Pick<RecordsQuestion, 'from' | 'subjects' | 'offset' | 'limit'>,
  ): Promise<RecordsAnswer> {
    const { measure, filters } = this.view;
    return this.#book.ask({ ask: 'records', measure, filters, ...question });
  }
}

async function answered(view: View, card: DatasetCard, book: AnswerBook): Promise<Shown> {
  const measure = card.measures.find(({ id }) => id === view.measure);
  if (!measure) throw new Error(`no measure "${view.measure}"`);
  const [charts, groups, evidence] = await Promise.all([
    Promise.all(
      CHARTS.map(
        async (chart) => [chart.id, await book.askAll(chart, chart.asks(view, card))] as const,
      ),
    ),
    Promise.all(findingQuestions(view, card).map((question) => book.ask(question))),
    view.evidence === null
      ? null
      : book.ask({
          ask: 'records',
          measure: view.measure,
          filters: view.filters,
          subjects: view.evidence,
          from: 'selection',
          offset: 0,
          limit: EVIDENCE_ROWS,
        }),
  ]);
  return { view, measure, answers: new Map(charts), finding: partsOf(groups, measure), evidence };
}
