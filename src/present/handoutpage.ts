import { mount, unmount } from 'svelte';
import type { FigureSize, FigureSpec, FigureTheme } from '../model/figure.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import type { FigureFacts } from '../state/figure.ts';
import { figuresOf, type SceneFigure } from '../state/scenefigures.ts';
import type { Story } from '../story/story.ts';
import { addressOf } from './faceaddress.ts';
import Handout from './Handout.svelte';
import type { LiveScenes } from './slidelines.ts';
import type { StagePage } from './stagepage.ts';

/** What the handout needs of the page it stands on. */
export interface HandoutHome {
  readonly target: HTMLElement;
  readonly explorer: Explorer;
  readonly story: Story;
  /** Names the story in the address. */
  readonly name: string;
  readonly facts: FigureFacts;
  /** What a figure carries to be opened again, with the story. */
  readonly payloadOf: (spec: FigureSpec) => Promise<string | null>;
  /** Null where no page has the story's data. */
  readonly live: LiveScenes | null;
  /** Saves a story with its data as one HTML file. Rejects with a sentence. */
  readonly saveDeck: (story: Story) => Promise<void>;
  /** Back to the explorer. */
  readonly leave: () => void;
}

/** A sheet of A4, lying, without its margins of 12 mm. */
const PAPER = { width: 273, height: 184, type: 1.15 };
/** A wide slide of 13⅓ × 7½ inches. */
const SLIDE = { width: 338.667, height: 190.5, type: 1.5 };

/**
 * Sets a story for paper, a scene a page, and gives what puts it in place of what the page shows.
 * Rejects as `figuresOf` does.
 */
export async function makeHandoutPage(home: HandoutHome): Promise<() => StagePage> {
  const { explorer, story, facts, payloadOf } = home;
  const { engine, book } = explorer;
  const set = (size: FigureSize, theme: FigureTheme) =>
    figuresOf(engine, story, { size, theme, facts, payloadOf }, book);
  const figures = await set(PAPER, 'print');
  return () => openPage(home, figures, () => set(SLIDE, 'light'));
}

function openPage(
  { target, story, name, live, saveDeck, leave }: HandoutHome,
  figures: readonly SceneFigure[],
  slides: () => Promise<readonly SceneFigure[]>,
): StagePage {
  target.replaceChildren();
  const paper = new CSSStyleSheet();
  paper.replaceSync('@page { size: A4 landscape; margin: 12mm }');
  document.adoptedStyleSheets.push(paper);
  const stage = addressOf('present', name);
  const page = mount(Handout, {
    target,
    props: { story, figures, live, stage, slides, saveDeck, onleave: leave },
  });
  return {
    viewed: () => undefined,
    close: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== paper);
      void unmount(page);
    },
  };
}
