import { LocalEngine } from '../engine/local.ts';
import { oembedJson, type Embed } from '../export/embedcode.ts';
import { sheetSvg } from '../export/portable.ts';
import type { NamedBytes } from '../load/companions.ts';
import { readDataset } from '../load/read.ts';
import { PX_PER_MM, WORDS_FROM_DATA, type FigureSize } from '../model/figure.ts';
import { firstView } from '../model/view.ts';
import { figureOf, NO_FACTS } from '../state/figure.ts';

/** Millimetres: across a column of a page, as high as each chart needs, and on a phone. */
const COLUMN = 160;
const NARROW: FigureSize = { width: 80, height: 190, type: 1 };

/** The charts of `public/embeds.html`, with what their pictures are of. */
export const EXAMPLES: ReadonlyMap<string, Embed> = new Map(
  [
    ['sankey', 'Where it goes', 130] as const,
    ['timeline', 'When it runs', 190] as const,
    ['treemap', 'How large the parts are', 160] as const,
  ].map(([chart, title, height]) => [
    chart,
    {
      app: './',
      asks: `v=1&chart=${chart}&height=${pixels(height)}`,
      explore: `./#v=1&lead=${chart}`,
      picture: pictureAt(`embeds/${chart}.svg`, { width: COLUMN, height }),
      narrow: pictureAt(`embeds/${chart}-narrow.svg`, NARROW),
      title,
      alt: `${title}. Two-thirds of the priced money is for Health and care.`,
      height: pixels(height),
      styles: true,
    },
  ]),
);

/** Pictures and oEmbed JSON of the examples, from the files of the built-in data. Throws when those cannot be read. */
export async function exampleFiles(
  files: readonly NamedBytes[],
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const read = readDataset(files);
  if ('refused' in read) throw new Error(read.refused);
  const engine = new LocalEngine(read.dataset);
  const made: { name: string; text: string }[] = [];
  for (const [chart, embed] of EXAMPLES) {
    const wide: FigureSize = { width: COLUMN, height: embed.height / PX_PER_MM, type: 1 };
    for (const [ending, size] of [['', wide] as const, ['-narrow', NARROW] as const]) {
      const view = { ...firstView(engine.card), lead: chart };
      const spec = { view, chart, size, theme: 'light', words: WORDS_FROM_DATA } as const;
      const sheet = await figureOf(engine, { ...spec, carries: 'picture' }, NO_FACTS);
      made.push({ name: `embeds/${chart}${ending}.svg`, text: sheetSvg(sheet) });
    }
    made.push({ name: `embeds/${chart}.oembed.json`, text: oembedJson(embed) });
  }
  return made;
}

function pictureAt(address: string, size: Pick<FigureSize, 'width' | 'height'>) {
  return { address, width: pixels(size.width), height: pixels(size.height) };
}

function pixels(millimetres: number): number {
  return Math.round(millimetres * PX_PER_MM);
}
