import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedOf } from '../../src/carry/carried.ts';
import { pictureLink } from '../../src/carry/link.ts';
import { encodeCarried } from '../../src/carry/payload.ts';
import { readPictures } from '../../src/carry/pictures.ts';
import { sheetSvg } from '../../src/export/portable.ts';
import { memorySource } from '../../src/load/formats/bytes.ts';
import { WORDS_FROM_DATA } from '../../src/model/figure.ts';
import { firstView } from '../../src/model/view.ts';
import { ENGINES } from '../pure/gallery/datasets.ts';
import { sheetFor } from '../pure/export/office/figures.ts';
import { launched } from './chromium.ts';
import { converted, lacks, ran, workFolder } from './tools.ts';

/** Where a program draws a picture anew, what it carried is lost; a link around it is not. */
const folder = workFolder();
const at = (name: string) => join(folder, name);
const { card } = ENGINES.strategy;
const carried = carriedOf(
  {
    view: firstView(card),
    chart: 'timeline',
    size: { width: 160, height: 100, type: 1 },
    theme: 'print',
    words: WORDS_FROM_DATA,
    carries: 'settings',
  },
  { card, reading: null, files: [] },
);
const link = pictureLink('https://tranche.example/', encodeCarried(carried!))!;

beforeAll(async () => {
  // The picture itself carries nothing: what is found is the link.
  writeFileSync(at('bare.svg'), sheetSvg(await sheetFor('strategy', 'timeline')));
});

async function expectReopened(file: string): Promise<void> {
  const found = await readPictures(memorySource(basename(file), readFileSync(file)));
  expect(found?.pictures.map((picture) => picture.carried)).toEqual([carried]);
}

test('a PDF that Chromium prints of a linked picture', async () => {
  const browser = await launched();
  try {
    const page = await browser.newPage();
    const svg = readFileSync(at('bare.svg'), 'utf8');
    await page.setContent(`<h1>Report</h1><a href="${link}">${svg}</a>`);
    writeFileSync(at('printed.pdf'), await page.pdf({ tagged: true }));
  } finally {
    await browser.close();
  }
  await expectReopened(at('printed.pdf'));
});

describe.skipIf(lacks('pandoc', 'librsvg', 'libreoffice'))('a linked picture in a report', () => {
  const saved = at('saved');

  beforeAll(() => {
    mkdirSync(saved, { recursive: true });
    const report = `[![A figure](${at('bare.svg')})](${link})\n\n[Open it](${link})\n`;
    for (const ending of ['docx', 'pptx', 'odt']) {
      ran('pandoc', ['-f', 'markdown', '-o', at(`report.${ending}`)], report);
    }
    converted([at('report.docx')], 'docx', saved);
    converted([at('report.docx')], 'odt', saved);
    converted([at('report.pptx')], 'pptx', saved);
    converted([at('report.docx')], 'pdf', saved);
  });

  test.each(['docx', 'pptx', 'odt'])('of Pandoc as %s', (ending) =>
    expectReopened(at(`report.${ending}`)),
  );
  test.each(['docx', 'odt', 'pptx', 'pdf'])('that LibreOffice has saved as %s', (ending) =>
    expectReopened(join(saved, `report.${ending}`)),
  );
});
