import type { Engine } from '../engine/engine.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import type { View } from '../model/view.ts';
import { Explorer } from './explorer.svelte.ts';
import { compareReadings, type Difference } from './replacement.ts';

/** A dataset as it is opened: its engine and, for a file of the reader's, how it was read. */
export interface Opened {
  readonly engine: Engine;
  readonly reading: ReadingCard | null;
}

/** What the page hands in: how files are opened, and how the address is read and written. */
export interface Opening {
  readonly open: (files: readonly File[], options: Options, hooks: Hooks) => Promise<Opened>;
  readonly builtIn: () => Promise<Opened>;
  /** The view the address asks for, with what had to be left aside. */
  readonly addressed: (engine: Engine) => { view: View; notices: string[] };
  readonly changed: (view: View, engine: Engine, step: boolean) => void;
}

export interface Hooks {
  readonly onprogress: (progress: Progress) => void;
  /** Called as the data grows, each time with an engine over what has been read. */
  readonly onpartial: (opened: Opened) => void;
  readonly signal: AbortSignal;
}

/** A decision made by hand, with the sentence that undoes it by name. */
export interface Change {
  readonly sentence: string;
  readonly options: Options;
}

interface Reading {
  readonly name: string;
  readonly progress: Progress | null;
}

/** Next month's file, read and waiting to be accepted. */
export interface Replacement {
  readonly files: readonly File[];
  readonly opened: Opened;
  readonly differences: readonly Difference[];
}

/**
 * What is open on the page: one dataset with its explorer, and the reading of another while it
 * lasts. Nothing that is on screen goes away before there is something to put in its place.
 */
export class Workspace {
  readonly #opening: Opening;
  #files: readonly File[] = [];
  #stop: AbortController | null = null;

  explorer: Explorer | null = $state.raw(null);
  reading: ReadingCard | null = $state.raw(null);
  /** The file being read; null when none is. */
  underWay: Reading | null = $state.raw(null);
  /** Why the last file could not be opened. */
  refused: string | null = $state.raw(null);
  changes: readonly Change[] = $state.raw([]);
  replacement: Replacement | null = $state.raw(null);

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  /** Opens the built-in dataset at the view of the address. Rejects with the reason. */
  async openBuiltIn(): Promise<void> {
    const opened = await this.#opening.builtIn();
    const { view, notices } = this.#opening.addressed(opened.engine);
    const explorer = await this.#explore(opened, view);
    explorer.notices = notices;
    this.#settle(explorer, null, [], []);
  }

  /** Opens files in place of what is open; with several, those of one shape are appended. */
  openFiles(files: readonly File[]): Promise<void> {
    return this.#read(files, []);
  }

  /** Reads the same files again with one more thing decided by hand. */
  decide(sentence: string, options: Options): Promise<void> {
    return this.#read(this.#files, [...this.changes, { sentence, options }]);
  }

  undo(): Promise<void> {
    return this.#read(this.#files, this.changes.slice(0, -1));
  }

  /** Reads next month's file with this month's decisions and tells what differs, before anything changes. */
  async replace(files: readonly File[]): Promise<void> {
    const before = this.reading;
    const explorer = this.explorer;
    if (!before || !explorer) return this.openFiles(files);
    const opened = await this.#attempt(files, this.changes, () => undefined);
    if (!opened?.reading) return;
    const differences = compareReadings(
      { reading: before, card: explorer.card },
      { reading: opened.reading, card: opened.engine.card },
    );
    this.replacement = { files, opened, differences };
  }

  async acceptReplacement(): Promise<void> {
    const replacement = this.replacement;
    const view = this.explorer?.view;
    if (!replacement || !view) return;
    this.replacement = null;
    const { opened, files } = replacement;
    const explorer = await this.#explore(opened, fitting(view, opened.engine));
    this.#settle(explorer, opened.reading, files, this.changes);
  }

  cancel(): void {
    this.#stop?.abort();
    this.underWay = null;
  }

  async #read(files: readonly File[], changes: readonly Change[]): Promise<void> {
    const grown = (opened: Opened) => {
      void this.#explore(opened).then((explorer) => {
        if (this.underWay) this.#settle(explorer, opened.reading, files, changes);
      });
    };
    const opened = await this.#attempt(files, changes, grown);
    if (opened) this.#settle(await this.#explore(opened), opened.reading, files, changes);
  }

  /** Reads files; null when they were refused or the reader stopped it. */
  async #attempt(
    files: readonly File[],
    changes: readonly Change[],
    onpartial: (opened: Opened) => void,
  ): Promise<Opened | null> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const name = files.map((file) => file.name).join(', ');
    this.refused = null;
    this.underWay = { name, progress: null };
    try {
      return await this.#opening.open(files, together(changes), {
        signal: stop.signal,
        onpartial,
        onprogress: (progress) => {
          if (!stop.signal.aborted) this.underWay = { name, progress };
        },
      });
    } catch (error) {
      if (!stop.signal.aborted)
        this.refused = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      if (this.#stop === stop) this.underWay = null;
    }
  }

  #explore({ engine }: Opened, view?: View): Promise<Explorer> {
    return Explorer.open(engine, view, (changed, step) =>
      this.#opening.changed(changed, engine, step),
    );
  }

  #settle(
    explorer: Explorer,
    reading: ReadingCard | null,
    files: readonly File[],
    changes: readonly Change[],
  ): void {
    this.explorer = explorer;
    this.reading = reading;
    this.changes = changes;
    this.#files = files;
  }
}

/** Decisions taken one after another; the last word on a matter stands. */
function together(changes: readonly Change[]): Options {
  return changes.reduce<Options>(
    (all, { options }) => ({ ...all, ...options, always: { ...all.always, ...options.always } }),
    {},
  );
}

/** A view carried over to other data, without what that data does not have. */
function fitting(view: View, { card }: Engine): View {
  const has = (id: string) => card.dimensions.some((dimension) => dimension.id === id);
  const stages = view.stages.filter(has);
  const levels = view.levels.filter(has);
  return {
    ...view,
    dataset: card.id,
    measure: card.measures.some(({ id }) => id === view.measure)
      ? view.measure
      : (card.measures[0]?.id ?? ''),
    stages: stages.length > 1 ? stages : card.suggested.stages,
    levels: levels.length > 0 ? levels : card.suggested.levels,
    split: view.split !== null && has(view.split) ? view.split : null,
    filters: view.filters.filter((filter) => filter.on !== 'values' || has(filter.dimension)),
    zoom: [],
    evidence: null,
  };
}
