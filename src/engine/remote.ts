import type { NamedBytes } from '../load/companions.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { AnswerTo, Question, Unshown } from '../model/question.ts';
import type { Engine } from './engine.ts';
import { Line } from './line.ts';

/** A dataset that a worker has open. */
export interface Remote {
  readonly engine: Engine;
  /** Ends the worker; every question waiting or asked after that rejects. */
  readonly close: () => void;
}

/** Files of the reader's as a worker has read them. */
export interface RemoteReading extends Remote {
  readonly reading: ReadingCard;
  /** What answers for it: the same while one file grows. */
  readonly owner: object;
  /** Records that could not be read, or lines that are no rows, in the file's order. */
  readonly unshown: (of: Unshown, offset: number, limit: number) => Promise<readonly Problem[]>;
}

export interface ReadHooks {
  readonly onprogress?: (progress: Progress) => void;
  /** Called as the data grows; the engine answers from the newest rows there are. */
  readonly onpartial?: (grown: RemoteReading) => void;
  /** Called with all there is to tell of the reading, its SHA-256 too; for a large file later. */
  readonly ontold?: (reading: ReadingCard) => void;
  /** Stops the reading and ends its worker. */
  readonly signal?: AbortSignal;
}

/**
 * Opens files in a worker that `start` gives, and gives the page's side of the door. The bytes stay
 * with the page, for the worker that takes over when this one is gone. Rejects with the reason when
 * the files are refused or the worker cannot run.
 */
export function openRemote(start: () => Worker, files: readonly NamedBytes[]): Promise<Remote> {
  return new Promise((resolve, reject) => {
    const line: Line = new Line(
      start,
      { type: 'open', files },
      {
        hear: (told) => {
          if (told.type === 'opened') resolve(remoteOn(line, told.card));
        },
        reject,
      },
    );
  });
}

/**
 * Reads files of the reader's in a worker that `start` gives. Only small messages cross: the files are
 * read there, and questions about the rows so far are answered while the rest arrives. A worker that
 * takes over reads the files anew. Rejects with the reason when they are refused, the reading is
 * stopped or the worker cannot run.
 */
export function readRemote(
  start: () => Worker,
  files: readonly File[],
  options: Options,
  { onprogress, onpartial, ontold, signal }: ReadHooks = {},
): Promise<RemoteReading> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => line.end(new Error('the reading was stopped'));
    const settled = () => signal?.removeEventListener('abort', stop);
    const line: Line = new Line(
      start,
      { type: 'read', files, options },
      {
        hear: (told) => {
          switch (told.type) {
            case 'progress':
              return onprogress?.(told.progress);
            case 'grown':
              return onpartial?.(readingOn(line, told.card, told.reading));
            case 'told':
              return ontold?.(told.reading);
            case 'opened':
              settled();
              if (told.reading) resolve(readingOn(line, told.card, told.reading));
          }
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      },
    );
    signal?.addEventListener('abort', stop);
  });
}

function readingOn(line: Line, card: DatasetCard, reading: ReadingCard): RemoteReading {
  return {
    ...remoteOn(line, card),
    reading,
    owner: line,
    unshown: (of, offset, limit) =>
      // The compiler cannot follow that what comes back for an id is what was asked for.
      line.request((id) => ({ type: 'problems', id, of, offset, limit })) as Promise<Problem[]>,
  };
}

function remoteOn(line: Line, card: DatasetCard): Remote {
  const ask = <Asked extends Question>(question: Asked) =>
    // The compiler cannot follow that the answer to a question's id is of the question's kind.
    line.request((id) => ({ type: 'ask', id, question })) as Promise<AnswerTo[Asked['ask']]>;
  return { engine: { card, ask }, close: () => line.end(new Error('the file was closed')) };
}
