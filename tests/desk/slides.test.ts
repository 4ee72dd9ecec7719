import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pptxOf } from '../../src/export/office/pptx.ts';
import { sheetSvg } from '../../src/export/portable.ts';
import type { Sheet } from '../../src/export/sheet.ts';
import { sheetFor } from '../pure/export/office/figures.ts';
import { allOf, partsOf, textOf } from '../pure/export/office/parts.ts';
import { readFileSync } from 'node:fs';
import { difference } from './alike.ts';
import { converted, lacks, pagesOf, ran, textOfPdf, workFolder } from './tools.ts';

const CHARTS = ['sankey', 'timeline', 'treemap'] as const;
const DECKS = [
  { data: 'strategy', size: 'slide', theme: 'print' },
  { data: 'grants', size: 'column', theme: 'light' },
  { data: 'hostile', size: 'slide43', theme: 'dark' },
] as const;
const PAGE_WIDTH = 1200;
/** Hatchings and the plates behind labels are Office's own, so a slide is less alike than an SVG. */
const ALIKE = 0.04;

describe.skipIf(lacks('libreoffice', 'poppler', 'librsvg', 'imagemagick'))(
  'a presentation in LibreOffice',
  () => {
    const folder = workFolder();
    const sheets = new Map<string, Sheet[]>();
    const pages = new Map<string, string[]>();

    beforeAll(async () => {
      const files: string[] = [];
      for (const { data, size, theme } of DECKS) {
        const all = await Promise.all(
          CHARTS.map((chart) =>
            sheetFor(data, chart, { size, theme, payload: `${data}-${chart}` }),
          ),
        );
        sheets.set(data, all);
        files.push(join(folder, `${data}.pptx`));
        writeFileSync(files.at(-1)!, pptxOf(all.map((sheet) => ({ sheet }))));
      }
      const pdfs = converted(files, 'pdf', folder);
      DECKS.forEach(({ data }, at) => pages.set(data, pagesOf(pdfs[at]!, PAGE_WIDTH)));
    });

    const slides = DECKS.flatMap(({ data }) => CHARTS.map((chart, at) => ({ data, chart, at })));

    test.each(slides)('shows the $chart of $data as its SVG does', ({ data, chart, at }) => {
      const sheet = sheets.get(data)![at]!;
      const svg = join(folder, `${data}-${chart}.svg`);
      writeFileSync(svg, sheetSvg(sheet));
      const png = svg.replace('.svg', '.png');
      ran('rsvg-convert', ['-w', String(PAGE_WIDTH), '-o', png, svg]);
      expect(pages.get(data)).toHaveLength(CHARTS.length);
      expect(difference(png, pages.get(data)![at]!, sheet.width, sheet.height)).toBeLessThan(ALIKE);
    });

    test('has the words of the picture as text', () => {
      const text = textOfPdf(join(folder, 'strategy.pdf'));
      for (const { caption, drawing } of sheets.get('strategy')!) {
        for (const words of [caption.headline, caption.subtitle, caption.source]) {
          expect(text).toContain(words);
        }
        const labels = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? [mark.text] : []));
        for (const label of labels) expect(text).toContain(label.replace(/\s+/g, ' '));
      }
    });

    test('keeps names, notes and what it carries when it is saved there', () => {
      const again = join(folder, 'saved');
      const [saved = ''] = converted([join(folder, 'strategy.pptx')], 'pptx', again);
      const parts = partsOf(readFileSync(saved));
      sheets.get('strategy')!.forEach(({ drawing }, at) => {
        const slide = parts.xml(`ppt/slides/slide${at + 1}.xml`);
        const names = allOf(slide, 'p:cNvPr').map(({ attributes }) => attributes.get('name'));
        for (const { key } of drawing.marks) expect(names).toContain(key);
      });
      const carried = parts.paths
        .filter((path) => /^customXml\/item\d+\.xml$/.test(path))
        .map((path) => parts.xml(path).attributes.get('data-tranche'));
      expect(carried.sort()).toEqual(CHARTS.map((chart) => `strategy-${chart}`));
      expect(textOf(parts.xml('ppt/notesSlides/notesSlide1.xml'))).toContain(
        'Rows: 15 in the file',
      );
    });
  },
);
