import type { Sheet } from '../../export/sheet.ts';

/** A figure with what a writer needs to know beside its sheet. */
export interface Taken {
  readonly sheet: Sheet;
  /** Dots in an inch, for what is made of dots. */
  readonly dpi: number;
  /** Its numbers as a table, where the file has pages. */
  readonly table: boolean;
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

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const SVG: Kind = {
  name: 'SVG',
  use: 'Sharp at any size: web pages, Inkscape, Illustrator, recent Office.',
  ending: 'svg',
  type: 'image/svg+xml',
  write: async ({ sheet }) => (await import('../../export/portable.ts')).sheetSvg(sheet),
};

export const PNG: Kind = {
  name: 'PNG',
  use: 'Dots: goes wherever a photograph goes.',
  ending: 'png',
  type: 'image/png',
  write: async ({ sheet, dpi }) => (await import('./png.ts')).pngOf(sheet, dpi),
};

export const DOCUMENTS: readonly Kind[] = [
  {
    name: 'PowerPoint',
    use: 'A slide whose marks are shapes you can edit, with notes.',
    ending: 'pptx',
    type: `${OFFICE}.presentationml.presentation`,
    write: async ({ sheet, table }) =>
      partOf((await import('../../export/office/pptx.ts')).pptxOf([{ sheet, table }])),
  },
  {
    name: 'Word',
    use: 'The figure with caption, alternative text and source.',
    ending: 'docx',
    type: `${OFFICE}.wordprocessingml.document`,
    write: async ({ sheet, dpi, table }) => {
      const [{ docxOf }, { drawPng }] = await Promise.all([
        import('../../export/office/docx.ts'),
        import('./canvas.ts'),
      ]);
      const drawn = async (picture: Sheet) =>
        new Uint8Array(await (await drawPng(picture, dpi)).arrayBuffer());
      return partOf(await docxOf([{ sheet, table }], drawn));
    },
  },
];

export const NUMBERS: readonly Kind[] = [
  {
    name: 'CSV',
    use: 'A line a number, for any tool.',
    ending: 'csv',
    type: 'text/csv;charset=utf-8',
    write: async ({ sheet }) => (await import('../../export/data/figurecsv.ts')).figureCsv(sheet),
  },
  {
    name: 'Excel',
    use: 'With a sheet that says what it is and where it comes from.',
    ending: 'xlsx',
    type: `${OFFICE}.spreadsheetml.sheet`,
    write: async ({ sheet }) =>
      partOf((await import('../../export/data/xlsx.ts')).figureXlsx(sheet)),
  },
  {
    name: 'JSON',
    use: 'For programs.',
    ending: 'json',
    type: 'application/json',
    write: async ({ sheet }) => (await import('../../export/data/figurejson.ts')).figureJson(sheet),
  },
];

/** Bytes as a browser takes them: those of a writer are never shared with another thread. */
function partOf(bytes: Uint8Array): BlobPart {
  return new Uint8Array(bytes);
}
