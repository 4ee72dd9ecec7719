import type { Engine } from '../engine/engine.ts';
import type { RemoteReading } from '../engine/remote.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import { firstView, type View } from '../model/view.ts';
import { sentenceCase } from '../words/counts.ts';

/** A dataset as it is opened: its engine and, for a file of the reader's, how it was read. */
export interface Opened {
  readonly engine: Engine;
  readonly reading: ReadingCard | null;
  readonly owner: RemoteReading['owner'];
  readonly unshown: RemoteReading['unshown'];
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

/** The view that is wanted of a dataset, whichever it turns out to be. */
export type Asked = (engine: Pick<Engine, 'card'>) => Pick<Addressed, 'view' | 'notices'>;

/** What a reader sees first of a dataset. */
export const atFirst: Asked = ({ card }) => ({ view: firstView(card), notices: [] });

/** What the page hands in: how files are opened, and how the address is read and written. */
export interface Opening {
  readonly open: (files: readonly File[], options: Options, hooks: Hooks) => Promise<Opened>;
  /** Opens the built-in data; `ready` rejects when it turns out to be missing or damaged. */
  readonly builtIn: () => Promise<Opened & { readonly ready: Promise<unknown> }>;
  /** The view the address asks for, with what had to be left aside. */
  readonly addressed: (data: Pick<Engine, 'card'>) => Addressed;
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

/** How a file that is brought from elsewhere tells of itself. */
export interface FetchHooks {
  readonly onprogress: (bytes: number, size: number | null) => void;
  readonly signal: AbortSignal;
}

/** A reading under way. */
export interface Reading {
  readonly name: string;
  readonly progress: Progress | null;
  /** Seconds that are left, as far as can be told. */
  readonly left: number | null;
}

/** How far a reading is that has taken so many seconds. */
export function readingAt(name: string, progress: Progress, spent: number): Reading {
  const { bytes, size } = progress;
  const left = bytes > 0 && spent > 1 ? (spent * (size - bytes)) / bytes : null;
  return { name, progress, left };
}

/** Why something failed, as a sentence. */
export function reasonOf(error: unknown): string {
  return sentenceCase(error instanceof Error ? error.message : String(error));
}

/** Files by name, as far as a line has room for them. */
export function nameOf(files: readonly File[]): string {
  return someNames(files.map(({ name }) => name));
}

/** That files were not opened, or not `again`, as a sentence. */
export function notOpened(files: readonly File[], again = false): string {
  const names = someNames(files.map(({ name }) => `“${name}”`));
  const isSeveral = files.length > 1;
  if (again) return `${names} ${isSeveral ? 'are' : 'is'} read as before.`;
  return `${names} ${isSeveral ? 'were' : 'was'} not opened.`;
}

function someNames([first, ...others]: readonly string[]): string {
  const more = others.length > 1 ? `${others.length} more` : others[0];
  return [first, more].filter(Boolean).join(' and ');
}
