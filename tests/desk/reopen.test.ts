import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedOf } from '../../src/carry/carried.ts';
import { encodeCarried } from '../../src/carry/payload.ts';
import { readPictures } from '../../src/carry/pictures.ts';
import { docxOf } from '../../src/export/office/docx.ts';
import { pptxOf } from '../../src/export/office/pptx.ts';
import { sheetSvg } from '../../src/export/portable.ts';
import { toPng } from '../../src/library/png.ts';
import { memorySource } from '../../src/load/formats/bytes.ts';
import { WORDS_FROM_DATA } from '../../src/model/figure.ts';
import { firstView } from '../../src/model/view.ts';
import { ENGINES } from '../pure/gallery/datasets.ts';
import { sheetFor } from '../pure/export/office/figures.ts';
import { converted, lacks, ran, workFolder } from './tools.ts';

/** A picture still opens after the programs that people save it with. */
const folder = workFolder();
const at = (name: string) => join(folder, name);
const { card } = ENGINES.strategy;
const carried = carriedOf(
  {
    view: { ...firstView(card), top: 5 },
    chart: 'sankey',
    size: { width: 160, height: 100, type: 1 },
    theme: 'print',
    words: WORDS_FROM_DATA,
    carries: 'settings',
  },
  { card, reading: null, files: [] },
);

beforeAll(async () => {
  const payload = encodeCarried(carried!);
  const sheet = await sheetFor('strategy', 'sankey', { size: 'column', payload });
  writeFileSync(at('figure.svg'), sheetSvg(sheet));
  writeFileSync(at('figure.png'), await toPng(sheet));
  writeFileSync(at('slides.pptx'), pptxOf([{ sheet }]));
  writeFileSync(at('report.docx'), await docxOf([{ sheet }], (picture) => toPng(picture)));
});

async function expectReopened(file: string): Promise<void> {
  const found = await readPictures(memorySource(basename(file), readFileSync(file)));
  expect(found?.refused).toEqual([]);
  expect(found?.pictures.map((picture) => picture.carried)).toEqual([carried]);
}

test.each(['figure.svg', 'figure.png', 'slides.pptx', 'report.docx'])(
  '%s as it is written',
  (name) => expectReopened(at(name)),
);

test.skipIf(lacks('inkscape'))('an SVG that Inkscape has saved', async () => {
  ran('inkscape', [
    at('figure.svg'),
    '--export-type=svg',
    `--export-filename=${at('inkscape.svg')}`,
  ]);
  await expectReopened(at('inkscape.svg'));
});

test.skipIf(lacks('imagemagick'))('a PNG that was made smaller', async () => {
  ran('convert', [at('figure.png'), '-resize', '50%', at('smaller.png')]);
  await expectReopened(at('smaller.png'));
});

describe.skipIf(lacks('pandoc', 'librsvg'))('a report by Pandoc with', () => {
  test.each([
    ['an SVG', 'figure.svg', 'docx'],
    ['an SVG', 'figure.svg', 'pptx'],
    ['an SVG', 'figure.svg', 'odt'],
    ['a PNG', 'figure.png', 'docx'],
    ['a PNG', 'figure.png', 'pptx'],
  ])('%s (%s) as %s', async (_, picture, ending) => {
    const report = at(`pandoc-${basename(picture)}.${ending}`);
    ran('pandoc', ['-f', 'markdown', '-o', report], `# Report\n\n![A figure](${at(picture)})\n`);
    await expectReopened(report);
  });
});

describe.skipIf(lacks('libreoffice'))('a file that LibreOffice has saved', () => {
  const saved = at('saved');
  beforeAll(() => {
    mkdirSync(saved, { recursive: true });
    converted([at('report.docx')], 'docx', saved);
    converted([at('report.docx')], 'odt', saved);
    converted([at('slides.pptx')], 'pptx', saved);
  });

  test.each(['report.docx', 'report.odt', 'slides.pptx'])('%s', (name) =>
    expectReopened(join(saved, name)),
  );
});
