import { embedCode } from '../export/embedcode.ts';
import type { SceneFigure } from '../state/scenefigures.ts';

/** Where scenes can be had live. */
export interface LiveScenes {
  /** Where the built app is, ending in a slash. */
  readonly app: string;
  /** The name by which the app serves the story. */
  readonly story: string;
}

/**
 * Slides of reveal.js, or of Quarto's decks, as HTML: a section a scene, with the live scene in the
 * place of its picture, whose file lies beside the deck. The speaker's notes are not in them.
 */
export function slideLines(
  pictures: readonly { readonly file: string; readonly figure: SceneFigure }[],
  { app, story }: LiveScenes,
): string {
  const sections = pictures.map(({ file, figure: { scene, sheet } }) => {
    const { width, height } = sheet;
    const code = embedCode('script', {
      app,
      asks: `scene=${story}/${scene.id}`,
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
