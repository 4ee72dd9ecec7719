import { toSvg } from '../library/draw.ts';
import type { Funding } from '../library/reading.ts';
import { listed } from '../library/named.ts';
import { toPdf } from '../library/pdf.ts';
import { toPng } from '../library/png.ts';
import type { Sheet } from '../export/sheet.ts';
import type { FigureSpec } from '../model/figure.ts';
import type { Story } from '../story/story.ts';
import { slideNotes, type SceneFigure } from '../state/scenefigures.ts';

/** A figure that was drawn. */
export interface Drawn {
  /** The id of its scene; empty for a figure that is by itself. */
  readonly name: string;
  readonly spec: FigureSpec;
  readonly sheet: Sheet;
  /** The scene it is of; null for a figure that is by itself. */
  readonly scene: SceneFigure | null;
}

/** What a writer is told beside the figures. */
export interface Manner {
  readonly funding: Funding;
  readonly dpi: number;
  /** Whether the numbers behind a figure are to follow it. */
  readonly table: boolean;
  /** The story the figures are of; null where they are of none. */
  readonly story: Story | null;
}

type Written = Promise<Uint8Array | string>;

interface Format {
  /** The ending of its files, without the dot. */
  readonly ending: string;
  /** What it is, for the help. */
  readonly help: string;
}

/** Writes a figure, or several as one, as one kind of file. */
export type Writer = Format &
  (
    | {
        readonly one: (figure: Drawn, manner: Manner) => Written;
        /** Writes a story as one file that presents it, where there is such a kind. */
        readonly deck?: (story: Story, manner: Manner) => Written;
      }
    | { readonly all: (figures: readonly Drawn[], manner: Manner) => Written }
  );

/** Every kind of file there is. What is large is loaded when it is asked for. */
export const WRITERS: readonly Writer[] = [
  {
    ending: 'svg',
    help: 'portable SVG, as the page writes it',
    one: async ({ sheet }) => toSvg(sheet),
  },
  {
    ending: 'png',
    help: 'pixels, as many to the inch as --dpi says',
    one: ({ sheet }, { dpi }) => toPng(sheet, { dpi }),
  },
  {
    ending: 'pdf',
    help: 'vectors, tagged, with the face inside; the numbers too with --table',
    all: (figures, { table }) =>
      toPdf(
        figures.map(({ sheet }) => sheet),
        { table },
      ),
  },
  {
    ending: 'pptx',
    help: 'a slide of native shapes, named; the numbers on another with --table',
    all: async (figures, { table }) => {
      const { pptxOf } = await import('../export/office/pptx.ts');
      return pptxOf(
        figures.map(({ sheet, scene }) => ({
          sheet,
          table,
          ...(scene ? { notes: slideNotes(scene) } : {}),
        })),
      );
    },
  },
  {
    ending: 'docx',
    help: 'a figure in Word with its caption; the numbers too with --table',
    all: async (figures, { table, dpi }) => {
      const { docxOf } = await import('../export/office/docx.ts');
      return docxOf(
        figures.map(({ sheet }) => ({ sheet, table })),
        (picture) => toPng(picture, { dpi }),
      );
    },
  },
  {
    ending: 'html',
    help: 'the explorer and the data in one file, open at this view; with --story, on stage',
    one: async ({ spec, sheet }, { funding }) => {
      const { toHtml } = await import('../library/html.ts');
      return toHtml(funding, spec.view, sheet.caption.headline);
    },
    deck: async (story, { funding }) => {
      const { toDeck } = await import('../library/html.ts');
      return toDeck(funding, story);
    },
  },
  {
    ending: 'csv',
    help: 'the numbers behind it',
    one: async ({ sheet }) => (await import('../export/data/figurecsv.ts')).figureCsv(sheet),
  },
  {
    ending: 'xlsx',
    help: 'the numbers behind it, with a sheet that says where they are from',
    one: async ({ sheet }) => (await import('../export/data/xlsx.ts')).figureXlsx(sheet),
  },
  {
    ending: 'json',
    help: 'the numbers behind it (docs/figure-files.md)',
    one: async ({ sheet }) => (await import('../export/data/figurejson.ts')).figureJson(sheet),
  },
];

/** The writer for files of that ending. Throws with those there are. */
export function writerFor(ending: string): Writer {
  const found = WRITERS.find((writer) => writer.ending === ending.toLowerCase());
  if (found) return found;
  const endings = WRITERS.map((writer) => `.${writer.ending}`);
  throw new Error(`there is no format for "${ending}"; there are: ${listed(endings)}`);
}
