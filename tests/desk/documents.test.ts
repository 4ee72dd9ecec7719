import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureCsv } from '../../src/export/data/figurecsv.ts';
import { recordsOf, writtenOf } from '../../src/export/data/records.ts';
import { figureXlsx } from '../../src/export/data/xlsx.ts';
import { docxOf } from '../../src/export/office/docx.ts';
import { sheetSvg } from '../../src/export/portable.ts';
import type { Sheet } from '../../src/export/sheet.ts';
import { sheetFor } from '../pure/export/office/figures.ts';
import { allOf, partsOf } from '../pure/export/office/parts.ts';
import { converted, lacks, ran, textOfPdf, workFolder } from './tools.ts';

const CHARTS = ['sankey', 'timeline', 'treemap'] as const;
const DATA = ['strategy', 'grants', 'hostile'] as const;
const folder = workFolder();

/** A sheet as PNG, drawn by librsvg. */
function rasterised(sheet: Sheet, name: string): string {
  const [svg, png] = [join(folder, `${name}.svg`), join(folder, `${name}.png`)];
  writeFileSync(svg, sheetSvg(sheet));
  ran('rsvg-convert', ['-w', '1200', '-o', png, svg]);
  return png;
}

describe.skipIf(lacks('libreoffice', 'poppler', 'librsvg', 'imagemagick'))(
  'a document in LibreOffice',
  () => {
    const sheets = new Map<string, Sheet[]>();

    beforeAll(async () => {
      const files: string[] = [];
      for (const data of DATA) {
        const all = await Promise.all(
          CHARTS.map((chart) => sheetFor(data, chart, { size: 'column' })),
        );
        sheets.set(data, all);
        const figures = all.map((sheet) => ({ sheet, table: data === 'strategy' }));
        const path = join(folder, `${data}.docx`);
        writeFileSync(
          path,
          await docxOf(figures, async (sheet) => readFileSync(rasterised(sheet, 'figure'))),
        );
        files.push(path);
      }
      converted(files, 'pdf', folder);
    });

    test.each(DATA)('of %s has numbered captions and sources', (data) => {
      const text = textOfPdf(join(folder, `${data}.pdf`));
      sheets.get(data)!.forEach(({ caption }, at) => {
        expect(text).toContain(`Figure ${at + 1}. ${caption.headline}`.replace(/\s+/g, ' '));
        expect(text).toContain(caption.source);
      });
    });

    test('has every number of its tables', () => {
      const text = textOfPdf(join(folder, 'strategy.pdf'));
      for (const { drawing } of sheets.get('strategy')!) {
        for (const { cells } of drawing.table.rows) {
          for (const cell of cells) expect(text).toContain(cell);
        }
      }
    });

    test('keeps its pictures and their alternative texts when it is saved there', () => {
      const [saved = ''] = converted(
        [join(folder, 'strategy.docx')],
        'docx',
        join(folder, 'saved'),
      );
      const parts = partsOf(readFileSync(saved));
      const alts = allOf(parts.xml('word/document.xml'), 'wp:docPr').map(({ attributes }) =>
        attributes.get('descr'),
      );
      expect(alts).toEqual(sheets.get('strategy')!.map(({ spoken }) => spoken?.alt));
      expect(parts.paths.filter((path) => path.endsWith('.png'))).toHaveLength(CHARTS.length);
    });
  },
);

describe.skipIf(lacks('libreoffice'))('a workbook in LibreOffice', () => {
  const sheets = new Map<string, Sheet>();
  const out = join(folder, 'calc');
  const FORMULA = /table:formula=/;

  beforeAll(async () => {
    const files: string[] = [];
    for (const data of DATA) {
      for (const chart of CHARTS) {
        const sheet = await sheetFor(data, chart);
        sheets.set(`${data}-${chart}`, sheet);
        files.push(join(folder, `${data}-${chart}.xlsx`), join(folder, `${data}-${chart}-t.csv`));
        writeFileSync(files.at(-2)!, figureXlsx(sheet));
        writeFileSync(files.at(-1)!, figureCsv(sheet));
      }
    }
    const books = files.filter((file) => file.endsWith('.xlsx'));
    // Comma, quotation marks, UTF-8, values as they are and not as shown, every sheet in a file of its own.
    converted(
      books,
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      out,
    );
    converted(files, 'fods', out);
  });

  const names = DATA.flatMap((data) => CHARTS.map((chart) => `${data}-${chart}`));

  test.each(names)('%s has the numbers of the picture, and no formula', (name) => {
    const { heads, rows } = recordsOf(sheets.get(name)!.drawing.numbers);
    const csv = readFileSync(join(out, `${name}-Data.csv`), 'utf8');
    const [head, ...read] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
    expect(head).toEqual(heads);
    const numbers = heads.flatMap((label, at) => (/^(low|high|figures)/.test(label) ? [at] : []));
    expect(read.length).toBe(rows.length);
    rows.forEach((cells, nth) => {
      for (const at of numbers) {
        const written = writtenOf(cells[at] ?? null);
        const found = read[nth]![at]!;
        expect(found === '' ? '' : Number(found)).toBe(written === '' ? '' : Number(written));
      }
    });
    for (const file of [`${name}.fods`, `${name}-t.fods`]) {
      expect(readFileSync(join(out, file), 'utf8')).not.toMatch(FORMULA);
    }
  });
});
