import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheetSvg } from '../../src/export/portable.ts';
import type { Sheet } from '../../src/export/sheet.ts';
import { toPdf } from '../../src/library/pdf.ts';
import { sheetFor } from '../pure/export/office/figures.ts';
import { difference } from './alike.ts';
import { lacks, pagesOf, ran, textOfPdf, workFolder } from './tools.ts';

const CHARTS = ['sankey', 'timeline', 'treemap'] as const;
const WIDTH = 1200;
const ALIKE = 0.015;
const folder = workFolder();
const pdf = join(folder, 'figures.pdf');
const bare = (text: string) => text.replace(/\s+/g, '');

describe.skipIf(lacks('poppler', 'librsvg', 'imagemagick'))('a PDF', () => {
  let sheets: readonly Sheet[] = [];

  beforeAll(async () => {
    sheets = await Promise.all(CHARTS.map((chart) => sheetFor('strategy', chart)));
    writeFileSync(pdf, await toPdf(sheets));
  });

  test('is tagged, with a title, and every figure in it has its alternative text', () => {
    const info = ran('pdfinfo', [pdf]).toString();
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain(sheets[0]!.caption.headline);
    const structure = bare(ran('pdfinfo', ['-struct-text', pdf]).toString());
    expect(structure.match(/Figure/g)?.length).toBeGreaterThanOrEqual(CHARTS.length);
    for (const { caption } of sheets) expect(structure).toContain(bare(caption.headline));
    // Poppler tells of a figure's place and not of its alternative text.
    const written = readFileSync(pdf, 'latin1');
    for (const { spoken } of sheets) expect(written).toContain(`/Alt (${spoken!.alt})`);
  });

  test('has its words as text, in letters that are in the file', () => {
    const text = textOfPdf(pdf);
    for (const { caption } of sheets) {
      expect(bare(text)).toContain(bare(caption.headline));
      expect(bare(text)).toContain(bare(caption.source));
    }
    const [, , ...fonts] = ran('pdffonts', [pdf]).toString().trim().split('\n');
    for (const font of fonts) expect(font).toMatch(/\byes\s+(yes|no)\s+(yes|no)\s+\d/);
  });

  test.each(CHARTS)('shows the %s as its SVG does', (chart) => {
    const nth = CHARTS.indexOf(chart);
    const sheet = sheets[nth]!;
    const [svg, png] = [join(folder, `${chart}.svg`), join(folder, `${chart}.png`)];
    writeFileSync(svg, sheetSvg(sheet));
    ran('rsvg-convert', ['-w', String(WIDTH), '-o', png, svg]);
    const page = pagesOf(pdf, WIDTH)[nth]!;
    expect(difference(png, page, sheet.width, sheet.height)).toBeLessThan(ALIKE);
  });
});
