import type { Chart } from '../charts/chart.ts';
import type { Action } from '../drawing/drawing.ts';
import type { Focus } from '../drawing/emphasis.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { amongOf, choose, withFilter, withoutMatter, type Filter } from '../model/filter.ts';
import type { MeasureId } from '../model/measure.ts';
import type { Found, GroupsAnswer, RecordsAnswer, RecordsQuestion } from '../model/question.ts';
import { dimensionOf, isOther, subjectOf, valueOf, type Subject } from '../model/subject.ts';
import { firstView, nestingOf, type BookPart, type View } from '../model/view.ts';
import { AnswerBook } from './answers.ts';
import { answered, type Shown } from './shown.ts';

/** How many things a search shows. */
const FOUND = 8;

/**
 * What a reader explores: one view, what is shown of it, and what is pointed at. A change of view
 * asks and then replaces all that is shown at once; pointing only changes `focus`.
 */
export class Explorer {
  readonly card: DatasetCard;
  readonly engine: Engine;
  /** What has been asked of the engine, and what it said. */
  readonly book: AnswerBook;
  readonly #charts: readonly Chart[];
  /** Called after each change of view, with whether the step deserves a place in the history. */
  readonly #changed: (view: View, step: boolean) => void;
  #turn = 0;

  view: View;
  shown: Shown;
  focus: Focus = $state.raw([]);
  /** Sentences about what could not be done; the reader can put them away. */
  notices: readonly string[] = $state.raw([]);

  private constructor(
    engine: Engine,
    book: AnswerBook,
    shown: Shown,
    charts: readonly Chart[],
    changed: (view: View, step: boolean) => void,
  ) {
    this.engine = engine;
    this.card = engine.card;
    this.book = book;
    this.#charts = charts;
    this.#changed = changed;
    this.view = $state.raw(shown.view);
    this.shown = $state.raw(shown);
  }

  /** An explorer of some charts with its first answers; of the first view of its data where none is given. */
  static async open(
    engine: Engine,
    view: View | undefined,
    charts: readonly Chart[],
    changed: (view: View, step: boolean) => void,
  ): Promise<Explorer> {
    const book = new AnswerBook(engine);
    const first = view ?? firstView(engine.card);
    return new Explorer(
      engine,
      book,
      await answered(first, engine.card, book, charts),
      charts,
      changed,
    );
  }

  /** True while answers to the newest view are awaited. */
  get pending(): boolean {
    return this.view !== this.shown.view;
  }

  /** Changes the view by one step; a change that changes nothing is no step. */
  change(patch: Partial<View>): void {
    const view = { ...this.view, ...patch };
    if (JSON.stringify(view) === JSON.stringify(this.view)) return;
    this.#changed(view, true);
    void this.show(view);
  }

  /** Turns to another kind of money. Amounts to filter by are of one measure, and are left behind. */
  turnTo(measure: MeasureId): void {
    const filters = withoutMatter(this.view.filters, 'amount');
    this.change({ measure, filters, zoom: [], evidence: null });
  }

  /** Shows a view without telling the address: the reader went back, or followed a link. */
  async show(view: View): Promise<void> {
    this.view = view;
    this.focus = [];
    const turn = ++this.#turn;
    try {
      const shown = await answered(view, this.card, this.book, this.#charts);
      if (turn === this.#turn) this.shown = shown;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.view = this.shown.view;
      this.#changed(this.view, false);
      this.notices = [...this.notices, `That could not be worked out: ${String(error)}`];
    }
  }

  /** Asks all that a view will ask, so that showing it later waits for nothing. */
  async foresee(view: View): Promise<void> {
    await answered(view, this.card, this.book, this.#charts);
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
        const chosen = action.subjects.every((subject) =>
          amongOf(filters, dimensionOf(subject)).includes(valueOf(subject)),
        );
        this.change({ filters, book: null, evidence: chosen ? action.subjects : null });
        return;
      }
      case 'zoom':
        // One picture of small multiples becomes a part of the nested treemap, which nests as it did.
        this.change({ zoom: action.to, levels: nestingOf(this.view), split: null });
        return;
      case 'open':
        this.change({ opened: [...this.view.opened, action.dimension] });
        return;
      case 'explain':
        this.explain(action.subjects);
    }
  }

  /**
   * Opens the evidence for subjects that all hold; none means the whole selection. A gathered tail
   * has no evidence of its own: it is opened instead.
   */
  explain(subjects: readonly Subject[]): void {
    const tail = subjects.find(isOther);
    if (tail === undefined) this.change({ evidence: subjects, book: null });
    else this.act({ do: 'open', dimension: dimensionOf(tail) });
  }

  /** Opens the evidence of something found, in the kind of money it has. */
  jumpTo({ subject, measure }: Found): void {
    const { filters } = this.view;
    const kept = measure === this.view.measure ? filters : withoutMatter(filters, 'amount');
    this.change({ measure, filters: kept, evidence: [subject], book: null });
  }

  /** Opens a part of the book; null closes it. */
  openBook(book: BookPart | null): void {
    this.change({ book, evidence: null });
  }

  /** Holds the scale of what is shown now, for whatever is shown next; or lets each picture have its own. */
  holdScale(hold: boolean): void {
    const { high } = this.shown.finding.whole;
    this.change({ scale: hold && high > 0 ? high : null });
  }

  filter(filter: Filter): void {
    this.change({ filters: withFilter(this.view.filters, filter) });
  }

  unfilter(matter: string): void {
    this.change({ filters: withoutMatter(this.view.filters, matter) });
  }

  /** One step back out: the panel closes, then the zoom widens, then the last filter goes. */
  backOut(): void {
    const { evidence, book, zoom, filters } = this.view;
    if (evidence !== null || book !== null) this.openBook(null);
    else if (zoom.length > 0) this.change({ zoom: zoom.slice(0, -1) });
    else if (filters.length > 0) this.change({ filters: filters.slice(0, -1) });
  }

  /**
   * Values that contain a text, and parts of the source that have pledges and no figure. What is
   * found is of the measure on screen where it has any rows of it.
   */
  async find(text: string): Promise<readonly Found[]> {
    const { measure } = this.view;
    const { found } = await this.book.ask({ ask: 'find', text, measure, limit: FOUND });
    const { colour } = this.card.suggested;
    const sought = text.trim().toLowerCase();
    const pledged = new Set(
      this.card.companions.pledges
        .map(({ sector }) => subjectOf(colour, sector))
        .filter((subject) => valueOf(subject).toLowerCase().includes(sought))
        .filter((subject) => !found.some((other) => other.subject === subject)),
    );
    return [...found, ...[...pledged].map((subject) => ({ subject, rows: 0, measure }))];
  }

  /** Values of a dimension with their sums, whatever the selection: what a filter can choose from. */
  choices(dimension: string): Promise<GroupsAnswer> {
    return this.book.ask({
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
    return this.book.ask({ ask: 'records', measure, filters, ...question });
  }
}
