import type { Engine } from '../engine/engine.ts';
import type { Sheet } from '../export/sheet.ts';
import {
  figureSizeName,
  FIRST_SIZE,
  parseFigureSize,
  WORDS_FROM_DATA,
  type Carries,
  type FigureSize,
  type FigureSpec,
  type FigureTheme,
  type FigureWords,
} from '../model/figure.ts';
import type { View } from '../model/view.ts';
import type { AnswerBook } from './answers.ts';
import { figureOf, NO_FACTS, type FigureFacts } from './figure.ts';

/** What is chosen for one figure and kept for the next, as long as the page is open. */
interface Choices {
  readonly size: FigureSize;
  readonly theme: FigureTheme;
  readonly carries: Carries;
}

const FIRST_CHOICES: Choices = {
  size: parseFigureSize(FIRST_SIZE) ?? { width: 160, height: 100, type: 1 },
  theme: 'print',
  carries: 'settings',
};

export interface PackFrom {
  readonly engine: Engine;
  readonly book: AnswerBook;
  readonly view: View;
  readonly chart: string;
  /** How a picture of it was set that has been opened again. */
  readonly begins:
    ({ readonly words: FigureWords; readonly size: string } & Omit<Choices, 'size'>) | null;
  /** Resolves when what was typed may be set anew. */
  readonly pause: () => Promise<void>;
}

/**
 * A figure on its way out: what it is to be, how it looks so far, and what became of it. A change is
 * set on a new sheet as soon as the last one stands; only the newest is shown.
 */
export class FigurePack {
  static #chosen = FIRST_CHOICES;
  readonly #from: PackFrom;
  #setting: Promise<void> | null = null;
  #stale = false;

  spec: FigureSpec;
  /** The figure as it is now; null until it has first been set. */
  sheet: Sheet | null = $state.raw(null);
  /** Why the figure could not be set. */
  wrong: string | null = $state.raw(null);
  /** Whether its numbers go with it as a table, into files that have pages. */
  table = $state(true);
  /** What was done last, in words. */
  status = $state('');

  constructor(from: PackFrom) {
    const { view, chart, begins } = from;
    this.#from = from;
    if (begins) {
      const { theme, carries } = begins;
      const size = parseFigureSize(begins.size) ?? FigurePack.#chosen.size;
      FigurePack.#chosen = { size, theme, carries };
    }
    const words = begins?.words ?? WORDS_FROM_DATA;
    this.spec = $state.raw({ view, chart, words, ...FigurePack.#chosen });
    this.#setting = this.#set();
  }

  get engine(): Engine {
    return this.#from.engine;
  }

  /** Chooses a size, a theme or what the file carries. */
  choose(choices: Partial<Choices>): void {
    FigurePack.#chosen = { ...FigurePack.#chosen, ...choices };
    this.#change(choices);
  }

  /** Writes words by hand; null gives back those from the data. */
  write(words: Partial<FigureWords>): void {
    this.#change({ words: { ...this.spec.words, ...words } });
  }

  /** Draws another view of the same data, say one whose scale is locked. */
  turn(view: Partial<View>): void {
    this.#change({ view: { ...this.spec.view, ...view } });
  }

  /** The words as they stand: those written by hand, and those from the data in the places of the others. */
  get words(): Readonly<Record<keyof FigureWords, string>> {
    const { words } = this.spec;
    const { caption, spoken, drawing } = this.sheet ?? {};
    return {
      title: words.title ?? caption?.headline ?? '',
      subtitle: words.subtitle ?? caption?.subtitle ?? '',
      notes: words.notes ?? [...(drawing?.notes ?? []), ...(caption?.notes ?? [])].join(' '),
      source: words.source ?? caption?.source ?? '',
      alt: words.alt ?? spoken?.alt ?? '',
      description: words.description ?? spoken?.description ?? '',
    };
  }

  /** "slide" or "160x90mm": the size in a few letters. */
  get sizeName(): string {
    return figureSizeName(this.spec.size);
  }

  /** The figure with all that goes into a file. Rejects with the reason when it cannot be set. */
  made(facts: FigureFacts): Promise<Sheet> {
    return figureOf(this.#from.engine, this.spec, facts, this.#from.book);
  }

  /** Resolves once what is shown is what was asked for. */
  async settled(): Promise<void> {
    while (this.#setting) await this.#setting;
  }

  #change(patch: Partial<FigureSpec>): void {
    this.spec = { ...this.spec, ...patch };
    this.#stale = true;
    this.#setting ??= this.#from.pause().then(() => this.#set());
  }

  async #set(): Promise<void> {
    do {
      this.#stale = false;
      try {
        this.sheet = await this.made(NO_FACTS);
        this.wrong = null;
      } catch (error) {
        this.wrong = error instanceof Error ? error.message : String(error);
      }
      if (this.#stale) await this.#from.pause();
    } while (this.#stale);
    this.#setting = null;
  }
}
