import type { Engine } from '../engine/engine.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import type { Problem } from '../model/problem.ts';
import type { View } from '../model/view.ts';
import { Explorer } from './explorer.svelte.ts';
import { fitting } from './fitting.ts';
import { compareReadings, type Difference } from './replacement.ts';

/** A dataset as it is opened: its engine and, for a file of the reader's, how it was read. */
export interface Opened {
  readonly engine: Engine;
  readonly reading: ReadingCard | null;
  /** What answers for it: the same while one file grows. */
  readonly owner: object;
  /** Records that could not be read, in the file's order. */
  readonly unread: (offset: number, limit: number) => Promise<readonly Problem[]>;
  /** Lets go of its owner. */
  readonly close: () => void;
}

/** The view an address asks for, and what had to be left aside to read it. */
export interface Addressed {
  readonly view: View;
  readonly notices: readonly string[];
  /** The address is about other data than what is open; the view is then the first one. */
  readonly isOfOtherData: boolean;
}

/** What the page hands in: how files are opened, and how the address is read and written. */
export interface Opening {
  readonly open: (files: readonly File[], options: Options, hooks: Hooks) => Promise<Opened>;
  /** Opens the built-in data; `ready` rejects when it turns out to be missing or damaged. */
  readonly builtIn: () => Promise<Opened & { readonly ready: Promise<unknown> }>;
  /** The view the address asks for, with what had to be left aside. */
  readonly addressed: (engine: Engine) => Addressed;
  readonly changed: (view: View, engine: Engine, step: boolean) => void;
  /** Seconds since some moment; for telling how long a reading will still take. */
  readonly clock: () => number;
}

export interface Hooks {
  readonly onprogress: (progress: Progress) => void;
  /** Called as the data grows, each time with an engine over what has been read. */
  readonly onpartial: (opened: Opened) => void;
  /** What takes long to tell of a large file, its SHA-256 too, comes after it has opened. */
  readonly ontold: (reading: ReadingCard) => void;
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
  /** Seconds that are left, as far as can be told. */
  readonly left: number | null;
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
  #opened: Opened | null = null;

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

  /**
   * Opens the built-in dataset at the view of the address. Resolves once it is on screen, with what
   * tells whether all of it could be read. Rejects with the reason.
   */
  async openBuiltIn(): Promise<{ readonly ready: Promise<unknown> }> {
    const opened = await this.#opening.builtIn();
    const explorer = await this.#explore(opened);
    const { view, notices } = this.#opening.addressed(opened.engine);
    explorer.notices = notices;
    // A view that cannot be worked out leaves the first one standing and says so.
    await explorer.show(view);
    this.#settle(opened, explorer, [], []);
    return opened;
  }

  /** Opens files in place of what is open; with several, those of one shape are appended. */
  openFiles(files: readonly File[]): Promise<void> {
    return this.#read(files, [], false);
  }

  /** Reads the same files again with one more thing decided by hand. */
  decide(sentence: string, options: Options): Promise<void> {
    return this.#read(this.#files, [...this.changes, { sentence, options }], true);
  }

  undo(): Promise<void> {
    return this.#read(this.#files, this.changes.slice(0, -1), true);
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
    if (!this.replacement) return;
    const { opened, files } = this.replacement;
    this.replacement = null;
    this.#settle(opened, await this.#explore(opened, this.explorer?.view), files, this.changes);
  }

  dismissReplacement(): void {
    this.replacement?.opened.close();
    this.replacement = null;
  }

  /** Takes a file from a host the reader has just named; `fetched` brings it. */
  async fetchFrom(
    host: string,
    fetched: (hooks: {
      onprogress: (bytes: number, size: number | null) => void;
      signal: AbortSignal;
    }) => Promise<File>,
  ): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.refused = null;
    this.underWay = { name: `from ${host}`, progress: null, left: null };
    try {
      const file = await fetched({
        signal: stop.signal,
        onprogress: (bytes, size) => {
          const progress = { bytes, size: size ?? bytes, rows: 0 };
          this.underWay = { name: `from ${host}`, progress, left: null };
        },
      });
      await this.openFiles([file]);
    } catch (error) {
      if (!stop.signal.aborted) this.refused = messageOf(error);
      this.underWay = null;
    }
  }

  cancel(): void {
    this.#stop?.abort();
    this.underWay = null;
  }

  /** Reads files and puts them on screen as they grow; a view is carried over while its columns are there. */
  async #read(
    files: readonly File[],
    changes: readonly Change[],
    keepsView: boolean,
  ): Promise<void> {
    let owner: object | undefined;
    let shown = Promise.resolve();
    const show = (opened: Opened) => {
      shown = shown.then(async () => {
        if (this.#stop?.signal.aborted) return;
        const grows = opened.owner === owner;
        owner = opened.owner;
        const view =
          keepsView || grows ? this.explorer?.view : this.#opening.addressed(opened.engine).view;
        const explorer = await this.#explore(opened, view);
        this.#settle(opened, explorer, files, changes);
        if (!grows) this.#opening.changed(explorer.view, opened.engine, !keepsView);
      });
      return shown;
    };
    const opened = await this.#attempt(files, changes, (grown) => void show(grown));
    if (opened) await show(opened);
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
    this.underWay = { name, progress: null, left: null };
    const begun = this.#opening.clock();
    try {
      return await this.#opening.open(files, together(changes), {
        signal: stop.signal,
        onpartial,
        ontold: (reading) => {
          if (this.#stop === stop && this.reading) this.reading = reading;
        },
        onprogress: (progress) => {
          if (stop.signal.aborted) return;
          const { bytes, size } = progress;
          const spent = this.#opening.clock() - begun;
          const left = bytes > 0 && spent > 1 ? (spent * (size - bytes)) / bytes : null;
          this.underWay = { name, progress, left };
        },
      });
    } catch (error) {
      if (!stop.signal.aborted) this.refused = messageOf(error);
      return null;
    } finally {
      if (this.#stop === stop) this.underWay = null;
    }
  }

  #explore({ engine }: Opened, view?: View): Promise<Explorer> {
    return Explorer.open(engine, view && fitting(view, engine), (changed, step) =>
      this.#opening.changed(changed, engine, step),
    );
  }

  #settle(
    opened: Opened,
    explorer: Explorer,
    files: readonly File[],
    changes: readonly Change[],
  ): void {
    const before = this.#opened;
    this.#opened = opened;
    this.explorer = explorer;
    this.reading = opened.reading;
    this.changes = changes;
    // A file that grows is one worker's; only what it takes the place of is let go.
    if (before && before.owner !== opened.owner) before.close();
    this.#files = files;
  }

  /** Records of the open file that could not be read. */
  unread(offset: number, limit: number): Promise<readonly Problem[]> {
    return this.#opened?.unread(offset, limit) ?? Promise.resolve([]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Decisions taken one after another; the last word on a matter stands. */
function together(changes: readonly Change[]): Options {
  return changes.reduce<Options>(
    (all, { options }) => ({ ...all, ...options, always: { ...all.always, ...options.always } }),
    {},
  );
}
