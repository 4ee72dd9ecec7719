import type { Engine } from '../engine/engine.ts';
import type { Sheet } from '../export/sheet.ts';
import type { Drawing, Mark } from '../drawing/drawing.ts';
import { decodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import {
  WORDS_FROM_DATA,
  type FigureSize,
  type FigureSpec,
  type FigureTheme,
  type FigureWords,
} from '../model/figure.ts';
import type { View } from '../model/view.ts';
import type { Scene, Story } from '../story/story.ts';
import { provenanceLines } from '../words/provenance.ts';
import { AnswerBook } from './answers.ts';
import { figureOf, type FigureFacts } from './figure.ts';
import { nameOf, pointedOut, saidOn } from './pointing.ts';
import { lostValues, unseen } from './scenegaps.ts';

/** A scene set as a figure: its title and words in the place of those from the data, and what it points out. */
export interface SceneFigure {
  readonly scene: Scene;
  readonly sheet: Sheet;
  /** What the scene asks for that the data does not have, or its picture has no room for. */
  readonly missing: readonly string[];
}

/** How the figures of a story are set. */
export interface Setting {
  readonly size: FigureSize;
  readonly theme: FigureTheme;
  readonly facts: FigureFacts;
  /** What a figure carries to be opened again; without it they carry nothing. */
  readonly payloadOf?: (spec: FigureSpec) => Promise<string | null>;
  /** Awaited before each figure, so that a page has time for something else between two. */
  readonly between?: () => Promise<void>;
}

/** What the figure of a scene begins with, and what of its view the data does not have. */
export interface SceneStart {
  readonly view: View;
  readonly words: FigureWords;
  readonly ignored: readonly string[];
}

export function sceneStart({ view: fragment, title, words }: Scene, card: DatasetCard): SceneStart {
  const { view, ignored } = decodeView(fragment, card);
  return {
    view,
    ignored,
    words: { ...WORDS_FROM_DATA, title: title || null, subtitle: words || null },
  };
}

/**
 * The figure of a scene: what it dims stands back, what it points out is drawn over it, and what it
 * shows step by step on stage is named under it in that order. Nothing of its notes is in it. The one
 * way from a scene to any file, for the page and the command line. Rejects as `figureOf` does.
 */
export async function sceneFigure(
  engine: Engine,
  scene: Scene,
  spec: FigureSpec,
  facts: FigureFacts,
  answers: AnswerBook = new AnswerBook(engine),
): Promise<SceneFigure> {
  const { card } = engine;
  const said = await saidOn(scene, spec.view, card, answers);
  // A figure is drawn several times until it fits; what one lacks another may have room for.
  const lacking = new Map<readonly Mark[], readonly string[]>();
  const over = (drawing: Drawing) => {
    const pointed = pointedOut(drawing, said);
    lacking.set(pointed.drawing.marks, pointed.missing);
    return pointed.drawing;
  };
  const notes = [...said.notes, ...orderOf(scene)];
  const sheet = await figureOf(engine, spec, facts, answers, { over, notes });
  const { marks } = sheet.drawing;
  const missing = [
    ...(await lostValues(spec.view, card, answers)),
    ...(lacking.get(marks) ?? []),
    ...unseen(scene, marks),
  ];
  return { scene, sheet, missing };
}

/** The figures of a story, scene by scene: for handouts, for slides, and for the speaker's window. */
export async function figuresOf(
  engine: Engine,
  story: Story,
  { size, theme, facts, payloadOf, between }: Setting,
  answers: AnswerBook = new AnswerBook(engine),
): Promise<SceneFigure[]> {
  const figures: SceneFigure[] = [];
  for (const scene of story.scenes) {
    await between?.();
    const { view, words, ignored } = sceneStart(scene, engine.card);
    const carries = payloadOf ? 'settings' : 'picture';
    const spec = { view, chart: view.lead, size, theme, words, carries } as const;
    const payload = payloadOf ? await payloadOf(spec) : null;
    const figure = await sceneFigure(engine, scene, spec, { ...facts, payload }, answers);
    figures.push({ ...figure, missing: [...ignored, ...figure.missing] });
  }
  return figures;
}

/** What a speaker finds under the slide of a scene: the notes, what it shows and where it comes from. */
export function slideNotes({ scene, sheet }: SceneFigure): string {
  return [
    scene.notes,
    sheet.spoken?.description,
    ...(sheet.provenance ? provenanceLines(sheet.provenance) : []),
  ]
    .filter(Boolean)
    .join('\n');
}

/** "Look at Tax, then at Transport.": paper has no steps, and a reader wants to know what was shown first. */
function orderOf({ reveals }: Scene): string[] {
  const names = reveals.map((place) => nameOf(place));
  return names.length > 0 ? [`Look at ${names.join(', then at ')}.`] : [];
}
