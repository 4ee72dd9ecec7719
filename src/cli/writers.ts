import { toSvg } from '../library/draw.ts';
import type { Funding } from '../library/reading.ts';
import { listed } from '../library/named.ts';
import { toPdf } from '../library/pdf.ts';
import { toPng } from '../library/png.ts';
import type { Sheet } from '../export/sheet.ts';
import type { FigureSpec } from '../model/figure.ts';

/** A figure that is to be written, with all that any kind of file is made of. */
export interface Job {
  readonly funding: Funding;
  readonly spec: FigureSpec;
  readonly sheet: Sheet;
  readonly dpi: number;
  /** Whether the numbers behind the figure are to follow it. */
  readonly table: boolean;
}

/** Writes a figure as one kind of file. */
export interface Writer {
  /** The ending of its files, without the dot. */
  readonly ending: string;
  /** What it is, for the help. */
  readonly help: string;
  readonly write: (job: Job) => Promise<Uint8Array | string>;
}

/** Every kind of file there is. What is large is loaded when it is asked for. */
export const WRITERS: readonly Writer[] = [
  {
    ending: 'svg',
    help: 'portable SVG, as the page writes it',
    write: async ({ sheet }) => toSvg(sheet),
  },
  {
    ending: 'png',
    help: 'pixels, as many to the inch as --dpi says',
    write: ({ sheet, dpi }) => toPng(sheet, { dpi }),
  },
  {
    ending: 'pdf',
    help: 'vectors, tagged, with the face inside; the numbers too with --table',
    write: ({ sheet, table }) => toPdf(sheet, { table }),
  },
  {
    ending: 'pptx',
    help: 'a slide of native shapes, named; the numbers on another with --table',
    write: async ({ sheet, table }) => {
      const { pptxOf } = await import('../export/office/pptx.ts');
      return pptxOf([{ sheet, table }]);
    },
  },
  {
    ending: 'docx',
    help: 'a figure in Word with its caption; the numbers too with --table',
    write: async ({ sheet, table, dpi }) => {
      const { docxOf } = await import('../export/office/docx.ts');
      return docxOf([{ sheet, table }], (picture) => toPng(picture, { dpi }));
    },
  },
  {
    ending: 'html',
    help: 'the explorer and the data in one file, open at this view',
    write: async ({ funding, spec, sheet }) => {
      const { toHtml } = await import('../library/html.ts');
      return toHtml(funding, spec.view, sheet.caption.headline);
    },
  },
  {
    ending: 'csv',
    help: 'the numbers behind it',
    write: async ({ sheet }) => (await import('../export/data/figurecsv.ts')).figureCsv(sheet),
  },
  {
    ending: 'xlsx',
    help: 'the numbers behind it, with a sheet that says where they are from',
    write: async ({ sheet }) => (await import('../export/data/xlsx.ts')).figureXlsx(sheet),
  },
  {
    ending: 'json',
    help: 'the numbers behind it (docs/figure-files.md)',
    write: async ({ sheet }) => (await import('../export/data/figurejson.ts')).figureJson(sheet),
  },
];

/** The writer for files of that ending. Throws with those there are. */
export function writerFor(ending: string): Writer {
  const found = WRITERS.find((writer) => writer.ending === ending.toLowerCase());
  if (found) return found;
  const endings = WRITERS.map((writer) => `.${writer.ending}`);
  throw new Error(`there is no format for "${ending}"; there are: ${listed(endings)}`);
}
