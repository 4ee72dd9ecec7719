import type { NamedBytes } from '../load/companions.ts';
import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import type { Progress } from '../load/source.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { Answer, AnswerTo, Question, Unshown } from '../model/question.ts';
import type { Engine } from './engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** Files of the reader's as the worker has read them. */
export interface RemoteReading {
  readonly engine: Engine;
  readonly reading: ReadingCard;
  /** Records that could not be read, or lines that are no rows, in the file's order. */
  unshown(of: Unshown, offset: number, limit: number): Promise<readonly Problem[]>;
  /** Reads the same files with other options; rejects with the reason, and what was open stays. */
  replan(options: Options, hooks?: ReadHooks): Promise<RemoteReading>;
  /** Ends the worker; every question waiting or asked after that rejects. */
  close(): void;
}

export interface ReadHooks {
  readonly onprogress?: (progress: Progress) => void;
  /** Called as the data grows; the engine answers from the newest rows there are. */
  readonly onpartial?: (grown: RemoteReading) => void;
  /** Called with all there is to tell of the reading, its SHA-256 too; for a large file later. */
  readonly ontold?: (reading: ReadingCard) => void;
  /** Stops the reading and, for the first reading of a worker, the worker. */
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly resolve: (found: Answer | readonly Problem[]) => void;
  readonly reject: (reason: Error) => void;
}

/** A reading under way: what becomes of it, and whom to tell on the way. */
interface UnderWay {
  readonly hooks: ReadHooks;
  readonly resolve: (card: DatasetCard, reading: ReadingCard | null) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens files in the engine's worker and gives the page's side of the door. The bytes are moved
 * to the worker and are gone from the page. Rejects with the reason when the files are refused or
 * the worker cannot run; when it dies later, every question waiting or asked after that rejects.
 */
export function openRemote(worker: Worker, files: readonly NamedBytes[]): Promise<Engine> {
  const line = new Line(worker);
  return new Promise((resolve, reject) => {
    line.begin({ hooks: {}, resolve: (card) => resolve(line.engine(card)), reject });
    line.send({ type: 'open', files }, [...new Set(files.map(({ bytes }) => bytes.buffer))]);
  });
}

/**
 * Reads files of the reader's in the engine's worker. Only small messages cross: the files are read
 * there, and questions about the rows so far are answered while the rest arrives.
 */
export function readRemote(
  worker: Worker,
  files: readonly File[],
  options: Options,
  hooks: ReadHooks = {},
): Promise<RemoteReading> {
  return new Line(worker).read(files, options, hooks);
}

/** The page's end of the line to one worker. */
class Line {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | undefined;
  #underWay: UnderWay | undefined;
  #hooks: ReadHooks = {};
  /** Whether anything was ever opened; until then a worker that refuses is of no use. */
  #open = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('error', ({ message }) => {
      this.end(`the engine stopped: ${message || 'its script could not run'}`);
    });
    worker.addEventListener('messageerror', () => {
      this.end('the engine stopped: its answer was lost');
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
  }

  send(message: ToWorker, move: Transferable[] = []): void {
    this.#worker.postMessage(message, move);
  }

  begin(underWay: UnderWay): void {
    this.#underWay?.reject(new Error('another reading was begun'));
    this.#underWay = underWay;
    this.#hooks = underWay.hooks;
  }

  read(
    files: readonly File[] | undefined,
    options: Options,
    hooks: ReadHooks,
  ): Promise<RemoteReading> {
    return new Promise((resolve, reject) => {
      const { signal } = hooks;
      signal?.throwIfAborted();
      const stop = () => {
        // A worker that has nothing open is ended, and with it all it has read so far.
        if (!this.#open) return this.end('the reading was stopped');
        this.#underWay = undefined;
        reject(new Error('the reading was stopped'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      const settled = () => signal?.removeEventListener('abort', stop);
      this.begin({
        hooks,
        resolve: (card, reading) => {
          settled();
          if (reading) resolve(this.#readingOf(card, reading));
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      });
      this.send({ type: 'read', ...(files ? { files } : {}), options });
    });
  }

  engine(card: DatasetCard): Engine {
    return { card, ask: (question) => this.#ask(question) };
  }

  end(reason: string): void {
    this.#ended = new Error(reason);
    this.#worker.terminate();
    this.#underWay?.reject(this.#ended);
    this.#underWay = undefined;
    for (const question of this.#waiting.values()) question.reject(this.#ended);
    this.#waiting.clear();
  }

  #readingOf(card: DatasetCard, reading: ReadingCard): RemoteReading {
    return {
      engine: this.engine(card),
      reading,
      unshown: (of, offset, limit) =>
        // The compiler cannot follow that what comes back for an id is what was asked for.
        this.#request((id) => ({ type: 'problems', id, of, offset, limit })) as Promise<Problem[]>,
      replan: (options, hooks = {}) => this.read(undefined, options, hooks),
      close: () => this.end('the file was closed'),
    };
  }

  #ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]> {
    // The compiler cannot follow that the answer to a question's id is of the question's kind.
    return this.#request((id) => ({ type: 'ask', id, question })) as Promise<
      AnswerTo[Asked['ask']]
    >;
  }

  #request(message: (id: number) => ToWorker): Promise<Answer | readonly Problem[]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended;
      const id = this.#asked++;
      this.send(message(id));
      this.#waiting.set(id, { resolve, reject });
    });
  }

  #hear(data: FromWorker): void {
    switch (data.type) {
      case 'progress':
        return this.#underWay?.hooks.onprogress?.(data.progress);
      case 'grown':
        return this.#underWay?.hooks.onpartial?.(this.#readingOf(data.card, data.reading));
      case 'opened': {
        this.#open = true;
        const done = this.#underWay;
        this.#underWay = undefined;
        return done?.resolve(data.card, data.reading);
      }
      case 'refused': {
        if (!this.#open) return this.end(data.reason);
        const refused = this.#underWay;
        this.#underWay = undefined;
        return refused?.reject(new Error(data.reason));
      }
      case 'told':
        return this.#hooks.ontold?.(data.reading);
      default: {
        const waiting = this.#waiting.get(data.id);
        this.#waiting.delete(data.id);
        if (data.type === 'answer') waiting?.resolve(data.answer);
        else if (data.type === 'problems') waiting?.resolve(data.problems);
        else waiting?.reject(new Error(data.message));
      }
    }
  }
}
