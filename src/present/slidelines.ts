import { embedCode } from '../export/embedcode.ts';
import type { SceneFigure } from '../state/scenefigures.ts';
import type { Scene } from '../story/story.ts';

/** Where scenes can be had live. */
export interface LiveScenes {
  /** Where the built app is, ending in a slash. */
  readonly app: string;
  /** The story of a scene, by the name that the app serves it by, or as an address carries it. */
  readonly storyOf: (scene: Scene) => string;
}

/**
 * Slides of reveal.js, or of Quarto's decks, as HTML: a section a scene, with the live scene in the
 * place of its picture, whose file lies beside the deck. The speaker's notes are not in them.
 */
export function slideLines(
  pictures: readonly { readonly file: string; readonly figure: SceneFigure }[],
  { app, storyOf }: LiveScenes,
): string {
  const sections = pictures.map(({ file, figure: { scene, sheet } }) => {
    const { width, height } = sheet;
    const code = embedCode('script', {
      app,
      asks: `scene=${storyOf(scene)}/${scene.id}`,
      explore: `${app}#${scene.view}`,
      picture: { address: file, width, height },
      title: sheet.caption.headline,
      alt: sheet.spoken?.alt ?? sheet.caption.headline,
      height,
      styles: true,
    });
    return `<section>\n${code}\n</section>`;
  });
  return `${sections.join('\n')}\n`;
}
