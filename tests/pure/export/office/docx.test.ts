import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../../../src/export/office/docx.ts';
import type { Sheet } from '../../../../src/export/sheet.ts';
import { departuresOf } from '../profile.ts';
import { sheetFor } from './figures.ts';
import { allOf, faultsOf, partsOf, textOf } from './parts.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const PATIENCE = { timeout: 60_000 };
const made = async (figures: Parameters<typeof docxOf>[0]) =>
  partsOf(await docxOf(figures, async () => PNG));

describe.each(['strategy', 'grants', 'hostile'] as const)('a document of %s', (data) => {
  test('has its figures in order: caption, picture, source, table', PATIENCE, async () => {
    const sheets = await Promise.all(
      ['sankey', 'timeline', 'treemap'].map((chart) => sheetFor(data, chart, { payload: 'p' })),
    );
    const parts = await made(sheets.map((sheet) => ({ sheet, table: true })));
    expect(faultsOf(parts)).toEqual([]);
    const root = parts.xml('word/document.xml');
    const paragraphs = allOf(root, 'w:p').map(textOf);
    sheets.forEach(({ caption, spoken, drawing }, at) => {
      expect(paragraphs).toContain(`Figure ${at + 1}. ${caption.headline}`);
      expect(paragraphs).toContain(caption.source);
      const named = allOf(root, 'wp:docPr')[at]!.attributes;
      expect(named.get('descr')).toBe(spoken?.alt);
      const table = allOf(root, 'w:tbl')[at]!;
      const rows = allOf(table, 'w:tr').map((row) => allOf(row, 'w:tc').map(textOf));
      const heads = drawing.table.columns.map(({ label }) => label);
      expect(rows).toEqual([heads, ...drawing.table.rows.map(({ cells }) => cells)]);
      expect(allOf(table, 'w:tblHeader')).toHaveLength(1);
      const svg = strFromU8(parts.bytes(`word/media/figure${at + 1}.svg`));
      expect(departuresOf(svg)).toEqual([]);
      expect(svg).toContain('data-tranche="p"');
    });
  });
});

test('Word counts the figures itself', async () => {
  const sheet = await sheetFor('strategy', 'sankey');
  const root = (await made([{ sheet }, { sheet }])).xml('word/document.xml');
  const fields = allOf(root, 'w:fldSimple').map(({ attributes }) => attributes.get('w:instr'));
  expect(fields).toEqual([' SEQ Figure \\* ARABIC ', ' SEQ Figure \\* ARABIC ']);
});

test('the picture stands without its words, in its own proportions, within the margins', async () => {
  for (const size of ['column', 'slide', 'page']) {
    const sheet = await sheetFor('strategy', 'treemap', { size });
    let drawn: Sheet | undefined;
    const bytes = await docxOf([{ sheet }], async (picture) => {
      drawn = picture;
      return PNG;
    });
    const parts = partsOf(bytes);
    const svg = strFromU8(parts.bytes('word/media/figure1.svg'));
    expect(svg).not.toContain(`>${sheet.words[0]!.lines[0]!.text}</text>`);
    const { attributes } = allOf(parts.xml('word/document.xml'), 'wp:extent')[0]!;
    const [cx, cy] = [Number(attributes.get('cx')), Number(attributes.get('cy'))];
    expect(cx / cy).toBeCloseTo(drawn!.width / drawn!.height, 2);
    expect(cx).toBeLessThanOrEqual(160 * 36_000);
    expect(cy).toBeLessThanOrEqual(247 * 36_000);
    const marks = drawn!.at.y + drawn!.drawing.height;
    expect(marks).toBeLessThanOrEqual(drawn!.height);
  }
});

test('it is the same for the same picture', async () => {
  const [one, two] = [await sheetFor('strategy', 'sankey'), await sheetFor('strategy', 'sankey')];
  const write = (sheet: Sheet) => docxOf([{ sheet, table: true }], async () => PNG);
  expect(await write(one)).toEqual(await write(two));
});
