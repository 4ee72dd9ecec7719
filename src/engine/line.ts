import type { Answer } from '../model/question.ts';
import type { Problem } from '../model/problem.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** How many workers may be gone under one question, or while they open the data, before that is given up. */
const MOST_GONE = 2;

/** What opens the data, in whichever worker there is. */
export type Opens = Extract<ToWorker, { type: 'open' | 'read' }>;

/** What a worker tells of the data on the way to its being open, and once it is. */
export type Told = Extract<FromWorker, { type: 'progress' | 'grown' | 'opened' | 'told' }>;

/** Who is told how the first opening goes. */
export interface Opener {
  readonly hear: (told: Told) => void;
  readonly reject: (reason: Error) => void;
}

interface Waiting {
  readonly message: ToWorker;
  readonly resolve: (found: Answer | readonly Problem[]) => void;
  readonly reject: (reason: Error) => void;
  /** How many workers are gone since this was asked. */
  gone: number;
}

/**
 * The page's end of the line to the engine. A worker can be gone at any moment, for the browser ends
 * what takes too much memory: then another opens the same data and is asked what was waiting. Only
 * when the first cannot open the data is the line of no use.
 */
export class Line {
  readonly #start: () => Worker;
  readonly #opens: Opens;
  readonly #opener: Opener;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #worker: Worker | undefined;
  /** Whether the worker may be asked: while the first reads, what has grown so far answers. */
  #isReady = true;
  /** How many workers in a row were gone before they had the data open. */
  #unopened = 0;
  /** Whether the data was ever open. */
  #wasOpened = false;
  /** What the data is, as first opened. */
  #card: string | undefined;
  #ended: Error | undefined;

  constructor(start: () => Worker, opens: Opens, opener: Opener) {
    this.#start = start;
    this.#opens = opens;
    this.#opener = opener;
    this.#begin();
  }

  /** Asks what `message` makes of an id of its own; rejects when it cannot be answered. */
  request(message: (id: number) => ToWorker): Promise<Answer | readonly Problem[]> {
    return new Promise((resolve, reject) => {
      if (this.#ended) throw this.#ended;
      const id = this.#asked++;
      const asked = message(id);
      this.#waiting.set(id, { message: asked, resolve, reject, gone: 0 });
      if (!this.#worker) this.#begin();
      else if (this.#isReady) this.#worker.postMessage(asked);
    });
  }

  /** Ends the worker and the line: every question waiting or asked after that rejects. */
  end(reason: Error): void {
    this.#ended = reason;
    this.#giveUp(reason, () => true);
    if (!this.#wasOpened) this.#opener.reject(reason);
  }

  #begin(): void {
    const worker = this.#start();
    this.#worker = worker;
    this.#isReady = !this.#wasOpened;
    // What a worker of before still says is of no more use.
    const isCurrent = () => this.#worker === worker;
    const lose = (why: string) => isCurrent() && this.#lose(why);
    worker.addEventListener('error', ({ message }) => lose(message || 'its script could not run'));
    worker.addEventListener('messageerror', () => lose('its answer was lost'));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (isCurrent()) this.#hear(data);
    });
    worker.postMessage(this.#opens);
  }

  /** Lets another worker take over, unless nothing waits for one. */
  #lose(why: string): void {
    const reason = new Error(`the engine stopped: ${why}`);
    if (!this.#wasOpened) return this.end(reason);
    // A question is to blame only where it was asked.
    const wasAsked = this.#isReady;
    this.#unopened = wasAsked ? 0 : this.#unopened + 1;
    const isInVain = this.#unopened >= MOST_GONE;
    if (isInVain) this.#unopened = 0;
    this.#giveUp(reason, (waiting) => isInVain || (wasAsked && ++waiting.gone >= MOST_GONE));
    if (this.#waiting.size > 0) this.#begin();
  }

  /** Ends the worker and rejects those questions; the next one asked starts another worker. */
  #giveUp(reason: Error, isGivenUp: (waiting: Waiting) => boolean): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const [id, waiting] of this.#waiting) {
      if (!isGivenUp(waiting)) continue;
      this.#waiting.delete(id);
      waiting.reject(reason);
    }
  }

  #hear(data: FromWorker): void {
    switch (data.type) {
      case 'living':
        return;
      case 'progress':
      case 'grown':
        return this.#wasOpened ? undefined : this.#opener.hear(data);
      case 'told':
        return this.#opener.hear(data);
      case 'opened':
        return this.#open(data);
      case 'refused':
        return this.#refuse(new Error(data.reason));
      default:
        return this.#settle(data);
    }
  }

  #refuse(reason: Error): void {
    if (!this.#wasOpened) return this.end(reason);
    // What is open stays so: it is what comes after, such as its SHA-256, that cannot be told.
    if (this.#isReady) return;
    this.#giveUp(reason, () => true);
  }

  #open(opened: Extract<Told, { type: 'opened' }>): void {
    const card = JSON.stringify(opened.card);
    this.#card ??= card;
    // Answers about other data must not stand beside those there are.
    if (card !== this.#card)
      return this.#refuse(new Error('the file has changed since it was opened'));
    if (!this.#wasOpened) this.#opener.hear(opened);
    this.#wasOpened = true;
    if (this.#isReady) return;
    this.#isReady = true;
    for (const { message } of this.#waiting.values()) this.#worker?.postMessage(message);
  }

  #settle(data: Extract<FromWorker, { readonly id: number }>): void {
    const waiting = this.#waiting.get(data.id);
    this.#waiting.delete(data.id);
    if (data.type === 'answer') waiting?.resolve(data.answer);
    else if (data.type === 'problems') waiting?.resolve(data.problems);
    else waiting?.reject(new Error(data.message));
  }
}
