import { AnswerBook } from './answers.ts';
import type { Sheet } from '../export/sheet.ts';
import type { Engine } from '../engine/engine.ts';
import { decodeView } from '../model/address.ts';
import { WORDS_FROM_DATA, type FigureSize, type FigureTheme } from '../model/figure.ts';
import type { Scene, Story } from '../story/story.ts';
import { figureOf, type FigureFacts } from './figure.ts';
import { pointedOut, saidOn } from './pointing.ts';

/** A scene set as a figure: its title and words in the place of those from the data, and what it points out. */
export interface SceneFigure {
  readonly scene: Scene;
  readonly sheet: Sheet;
  /** What the scene asks for that the data does not have. */
  readonly missing: readonly string[];
}

/**
 * The figures of a story, scene by scene: for handouts, for slides, and for the speaker's window.
 * Nothing of a scene's notes is in a figure. Rejects as `figureOf` does.
 */
export async function figuresOf(
  engine: Engine,
  story: Story,
  size: FigureSize,
  theme: FigureTheme,
  facts: FigureFacts,
  answers: AnswerBook = new AnswerBook(engine),
): Promise<SceneFigure[]> {
  const figures: SceneFigure[] = [];
  for (const scene of story.scenes) {
    const { view, ignored } = decodeView(scene.view, engine.card);
    const words = {
      ...WORDS_FROM_DATA,
      title: scene.title || null,
      subtitle: scene.words || null,
    };
    const spec = { view, chart: view.lead, size, theme, words, carries: 'picture' } as const;
    const said = await saidOn(scene, view, engine.card, answers);
    let missing: readonly string[] = [];
    const sheet = await figureOf(engine, spec, facts, answers, (drawing) => {
      const pointed = pointedOut(drawing, said);
      missing = pointed.missing;
      return pointed.drawing;
    });
    figures.push({ scene, sheet, missing: [...ignored, ...missing] });
  }
  return figures;
}
