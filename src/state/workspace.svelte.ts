import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { View } from '../model/view.ts';
import { together, type Change } from './changes.ts';
import type { Explorer } from './explorer.svelte.ts';
import { atFirst, nameOf, notOpened, readingAt, reasonOf } from './opening.ts';
import type { Asked, FetchHooks, Opened, Opening, Reading } from './opening.ts';
import { newsOf } from './readas.ts';
import type { Replacement } from './replacement.ts';
import { explorerOf, type Standing } from './standing.ts';

/**
 * What is open on the page: one dataset with its explorer, and the reading of another while it
 * lasts. Nothing that is on screen goes away before there is something to put in its place.
 */
export class Workspace {
  readonly #opening: Opening;
  #files: readonly File[] = [];
  #stop: AbortController | null = null;
  #opened: Opened | null = null;
  /** What a file that still grows has taken the place of. */
  #displaced: Standing | null = null;
  /** All there is to tell of what an owner has read, once it is known. */
  readonly #told = new WeakMap<object, ReadingCard>();

  explorer: Explorer | null = $state.raw(null);
  reading: ReadingCard | null = $state.raw(null);
  /** The file being read; null when none is. */
  underWay: Reading | null = $state.raw(null);
  /** Why the last file could not be opened. */
  refused: string | null = $state.raw(null);
  changes: readonly Change[] = $state.raw([]);
  /** What is decided of the open files once they are read anew; null when they are not. */
  #decided: readonly Change[] | null = null;
  /** What a decision came to, and what a file did, for the ear; empty once another begins. */
  done: string = $state('');
  news: string = $state('');
  replacement: Replacement | null = $state.raw(null);

  constructor(opening: Opening) {
    this.#opening = opening;
  }

  /**
   * Opens the built-in dataset at the view of the address. Resolves once it is on screen, with what
   * tells whether all of it could be read. Rejects with the reason.
   */
  async openBuiltIn(): Promise<{ readonly ready: Promise<unknown> }> {
    const opened = await this.#opening.builtIn();
    const explorer = await this.#explore(opened, atFirst);
    const { view, notices } = this.#opening.addressed(opened.engine);
    explorer.notices = notices;
    // A view that cannot be worked out leaves the first one standing and says so.
    await explorer.show(view);
    this.#settle({ opened, explorer, files: [], changes: [] });
    return opened;
  }

  /** Opens the built-in dataset in place of a file, at its first view or the one that is asked. */
  async leaveFile(asked: Asked = atFirst): Promise<void> {
    this.cancel();
    this.dismissReplacement();
    this.refused = null;
    try {
      const opened = await this.#opening.builtIn();
      const explorer = await this.#explore(opened, asked);
      this.#settle({ opened, explorer, files: [], changes: [] });
      this.#opening.changed(explorer.view, opened.engine, true);
      await opened.ready;
    } catch (error) {
      this.refused = reasonOf(error);
    }
  }

  /**
   * Opens files in place of what is open, with what was decided about them before, at the view that
   * is asked or else that of the address; with several, those of one shape are appended.
   */
  openFiles(files: readonly File[], changes: readonly Change[] = [], asked?: Asked): Promise<void> {
    // What the address says of other data is told once, when the page opens.
    const addressed: Asked = (engine) => ({ ...this.#opening.addressed(engine), notices: [] });
    return this.#read(files, changes, asked ?? addressed);
  }

  /** The files that are open; none for the built-in data. */
  get files(): readonly File[] {
    return this.#files;
  }

  /** Reads the same files again with one more thing decided by hand, also while they are read so. */
  decide(sentence: string, options: Options): Promise<void> {
    const changes = [...(this.#decided ?? this.changes), { sentence, options }];
    return this.#read(this.#files, changes, null, `Decided: ${sentence}.`);
  }

  undo(): Promise<void> {
    const said = `Undone: ${this.changes.at(-1)?.sentence}.`;
    return this.#read(this.#files, this.changes.slice(0, -1), null, said);
  }

  /** Reads next month's file with this month's decisions and tells what differs, before anything changes. */
  async replace(files: readonly File[]): Promise<void> {
    const stop = this.#begin(nameOf(files));
    const { reading: before, explorer } = this;
    if (!before || !explorer) return this.openFiles(files);
    const opened = await this.#attempt(stop, files, this.changes, () => undefined);
    if (!opened?.reading) return;
    const now = { reading: opened.reading, engine: opened.engine };
    try {
      const { compareFiles } = await import('./replacement.ts');
      const differences = await compareFiles({ reading: before, engine: explorer.engine }, now);
      if (stop.signal.aborted) return opened.close();
      this.replacement = { files, opened, differences };
      this.underWay = null;
    } catch (error) {
      opened.close();
      this.#fail(stop, error);
    }
  }

  async acceptReplacement(): Promise<void> {
    if (!this.replacement) return;
    const { opened, files } = this.replacement;
    this.replacement = null;
    const explorer = await this.#explore(opened, null);
    this.#settle({ opened, explorer, files, changes: this.changes });
    this.#tell('');
    this.#opening.changed(explorer.view, opened.engine, false);
  }

  dismissReplacement(): void {
    this.replacement?.opened.close();
    this.replacement = null;
  }

  /** Takes a file from a host the reader has just named; `fetched` brings it. */
  async fetchFrom(host: string, fetched: (hooks: FetchHooks) => Promise<File>): Promise<void> {
    const stop = this.#begin(`from ${host}`);
    try {
      const file = await fetched({
        signal: stop.signal,
        onprogress: (bytes, size) => {
          this.underWay = readingAt(`from ${host}`, { bytes, size: size ?? bytes, rows: 0 }, 0);
        },
      });
      await this.openFiles([file]);
    } catch (error) {
      if (!stop.signal.aborted) this.refused = reasonOf(error);
      if (this.#stop === stop) this.underWay = null;
    }
  }

  /** Stops what is being read; what was open before is as it was. */
  cancel(): void {
    this.#stop?.abort();
    this.#end();
    this.done = this.news = '';
    this.#giveBack();
  }

  /** Makes way for another reading: what is under way or waiting to be accepted is let go. */
  #begin(name: string): AbortController {
    this.cancel();
    this.dismissReplacement();
    const stop = new AbortController();
    this.#stop = stop;
    this.refused = null;
    this.underWay = { name, progress: null, left: null };
    return stop;
  }

  /**
   * Reads files and puts them on screen as they grow, at the view that is asked until the reader
   * turns to another; null carries over the view on screen, while its columns are there. `said` is
   * told of a decision once all is read.
   */
  async #read(
    files: readonly File[],
    changes: readonly Change[],
    asked: Asked | null,
    said = '',
  ): Promise<void> {
    const stop = this.#begin(nameOf(files));
    this.#decided = asked ? null : changes;
    let owner: object | undefined;
    let given: View | undefined;
    let shown = Promise.resolve();
    const show = (opened: Opened, whole: boolean) => {
      shown = shown.then(async () => {
        if (stop.signal.aborted) return opened.close();
        const grows = opened.owner === owner;
        const turned = grows && this.explorer?.view !== given;
        const explorer = await this.#explore(opened, turned ? null : asked);
        if (stop.signal.aborted) return opened.close();
        owner = opened.owner;
        given = turned ? undefined : explorer.view;
        const before = this.#standing();
        if (!grows) this.#displaced = before;
        this.#settle({ opened, explorer, files, changes }, whole);
        if (whole) this.#tell(said);
        if (!grows) this.#opening.changed(explorer.view, opened.engine, !!before && !!asked);
      });
      return shown;
    };
    const grown = (opened: Opened) =>
      void show(opened, false).catch((error: unknown) => this.#fail(stop, error));
    const opened = await this.#attempt(stop, files, changes, grown, asked === null);
    if (opened) await show(opened, true).catch((error: unknown) => this.#fail(stop, error));
    // Until all of a file is on screen, what is there is said to be a part of it.
    if (this.#stop === stop) this.#end();
  }

  #end(): void {
    this.underWay = null;
    this.#decided = null;
  }

  /** Says what was done to the file that is open, else what it was read as. */
  #tell(done: string): void {
    this.done = done;
    this.news = done === '' && this.reading ? newsOf(this.reading) : '';
  }

  /** Reads files, perhaps those that are open `again`; null when they were refused or it was stopped. */
  async #attempt(
    stop: AbortController,
    files: readonly File[],
    changes: readonly Change[],
    onpartial: (opened: Opened) => void,
    again = false,
  ): Promise<Opened | null> {
    const name = nameOf(files);
    const begun = this.#opening.clock();
    let opened: Opened | null = null;
    try {
      opened = await this.#opening.open(files, together(changes), {
        signal: stop.signal,
        onpartial,
        ontold: (reading) => {
          if (!opened) return;
          this.#told.set(opened.owner, reading);
          if (this.#opened?.owner === opened.owner) this.reading = reading;
        },
        onprogress: (progress) => {
          if (stop.signal.aborted) return;
          this.underWay = readingAt(name, progress, this.#opening.clock() - begun);
        },
      });
      return opened;
    } catch (error) {
      this.#fail(stop, new Error(`${notOpened(files, again)} ${reasonOf(error)}`));
      return null;
    }
  }

  /** Says why a reading came to nothing, unless it was stopped, and puts back what was open. */
  #fail(stop: AbortController, error: unknown): void {
    if (stop.signal.aborted) return;
    this.cancel();
    this.refused = reasonOf(error);
  }

  #explore(opened: Opened, asked: Asked | null): Promise<Explorer> {
    return explorerOf(opened, asked, this.explorer, this.#opening.changed);
  }

  #standing(): Standing | null {
    const { explorer, changes } = this;
    const opened = this.#opened;
    return opened && explorer && { opened, explorer, files: this.#files, changes };
  }

  /** Puts on screen what was opened; once it is whole, what it took the place of is let go. */
  #settle(standing: Standing, whole = true): void {
    const { opened, explorer, files, changes } = standing;
    const before = this.#displaced?.opened ?? this.#opened;
    this.#opened = opened;
    this.explorer = explorer;
    this.reading = this.#told.get(opened.owner) ?? opened.reading;
    this.changes = changes;
    this.#files = files;
    if (!whole) return;
    this.#displaced = null;
    if (before && before.owner !== opened.owner) before.close();
  }

  /** Puts back what a file that came to nothing had taken the place of. */
  #giveBack(): void {
    const before = this.#displaced;
    if (!before) return;
    const growing = this.#opened;
    this.#displaced = null;
    this.#settle(before, false);
    this.#opening.changed(before.explorer.view, before.opened.engine, false);
    growing?.close();
  }

  /** Records of the open file that could not be read, or lines that are no rows. */
  unshown: Opened['unshown'] = (...asked) => this.#opened?.unshown(...asked) ?? Promise.resolve([]);
}
