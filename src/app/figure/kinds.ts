import { sheetSvg } from '../../export/portable.ts';
import type { Sheet } from '../../export/sheet.ts';

/** A figure with what a writer needs to know beside its sheet. */
export interface Taken {
  readonly sheet: Sheet;
  /** Dots in an inch, for what is made of dots. */
  readonly dpi: number;
}

/** A kind of file that a figure is taken away as. Its writer is fetched when it is first wanted. */
export interface Kind {
  readonly name: string;
  /** What it is good for, in a line. */
  readonly use: string;
  readonly ending: string;
  readonly type: string;
  readonly write: (taken: Taken) => Promise<BlobPart>;
}

export const SVG: Kind = {
  name: 'SVG',
  use: 'Sharp at any size; for web pages, Inkscape, Illustrator and recent Office.',
  ending: 'svg',
  type: 'image/svg+xml',
  write: async ({ sheet }) => sheetSvg(sheet),
};

export const PNG: Kind = {
  name: 'PNG',
  use: 'Dots; goes anywhere a photograph goes.',
  ending: 'png',
  type: 'image/png',
  write: async ({ sheet, dpi }) => {
    const { drawPng } = await import('./canvas.ts');
    return drawPng(sheet, dpi);
  },
};
