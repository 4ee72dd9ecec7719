import { describe, expect, test } from 'vitest';
import { THEMES } from '../../../../src/drawing/themes.ts';
import { pptxOf } from '../../../../src/export/office/pptx.ts';
import type { Sheet } from '../../../../src/export/sheet.ts';
import type { XmlElement } from '../xml.ts';
import { sheetFor } from './figures.ts';
import { allOf, faultsOf, partsOf, textOf, type Parts } from './parts.ts';

const CHARTS = ['sankey', 'timeline', 'treemap'] as const;
const slideOf = (parts: Parts, nth = 1) => parts.xml(`ppt/slides/slide${nth}.xml`);
const idsOf = (root: XmlElement) => allOf(root, 'p:cNvPr').map(({ attributes }) => attributes);

describe.each(CHARTS)('a %s on a slide', (chart) => {
  test.each(['strategy', 'grants', 'hostile'] as const)(
    'is a file in order, with a named shape for every mark, of %s',
    { timeout: 60_000 },
    async (data) => {
      const sheet = await sheetFor(data, chart, { payload: 'p' });
      const parts = partsOf(pptxOf([{ sheet, table: true }]));
      expect(faultsOf(parts)).toEqual([]);
      const group = allOf(slideOf(parts), 'p:grpSp')[0]!;
      const names = idsOf(group).map((attributes) => attributes.get('name'));
      expect(names.slice(1)).toEqual(sheet.drawing.marks.map(({ key }) => key));
      const says = idsOf(group).map((attributes) => attributes.get('descr'));
      expect(says).toEqual([sheet.spoken?.alt, ...sheet.drawing.marks.map(({ label }) => label)]);
      const ids = idsOf(slideOf(parts)).map((attributes) => attributes.get('id'));
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

describe('a presentation', () => {
  const made = async (changes: Parameters<typeof sheetFor>[2] = {}) => {
    const sheet = await sheetFor('strategy', 'sankey', changes);
    return { sheet, parts: partsOf(pptxOf([{ sheet }])) };
  };
  const sizeOf = (parts: Parts) => {
    const { attributes } = allOf(parts.xml('ppt/presentation.xml'), 'p:sldSz')[0]!;
    return [Number(attributes.get('cx')), Number(attributes.get('cy'))];
  };

  test('is as large as the sheet measures, or a wide screen', async () => {
    const { sheet, parts } = await made({ size: 'column' });
    expect(sizeOf(parts)).toEqual([160 * 36_000, 100 * 36_000]);
    const screen: Sheet = { ...sheet, physical: null };
    expect(sizeOf(partsOf(pptxOf([{ sheet: screen }])))).toEqual([12_192_000, 6_858_000]);
    const small: Sheet = { ...sheet, physical: { width: 20, height: 10 } };
    expect(sizeOf(partsOf(pptxOf([{ sheet: small }])))).toEqual([1_828_800, 914_400]);
  });

  test('has its title in the placeholder, and its other words as text', async () => {
    const { sheet, parts } = await made();
    const shapes = allOf(slideOf(parts), 'p:sp');
    const title = shapes.filter((shape) =>
      allOf(shape, 'p:ph').some(({ attributes }) => attributes.get('type') === 'title'),
    );
    expect(title.map(textOf)).toEqual([sheet.caption.headline]);
    const texts = shapes.map(textOf);
    for (const { text } of sheet.words) expect(texts).toContain(text.replace(/\s+/g, ' '));
  });

  test('sets every label in Arial at its size, one paragraph each, from its own side', async () => {
    const { sheet, parts } = await made();
    const perPx = sizeOf(parts)[0]! / sheet.width;
    const group = allOf(slideOf(parts), 'p:grpSp')[0]!;
    const labels = allOf(group, 'p:sp').filter((shape) => allOf(shape, 'a:t').length > 0);
    const marks = sheet.drawing.marks.filter((mark) => mark.shape === 'text');
    expect(labels.map(textOf)).toEqual(marks.map(({ text }) => text));
    labels.forEach((label, at) => {
      const { size, anchor = 'start', x } = marks[at]!;
      const points = (size * perPx) / 12_700;
      expect(Number(allOf(label, 'a:rPr')[0]!.attributes.get('sz')) / 100).toBeCloseTo(points, 1);
      expect(allOf(label, 'a:latin')[0]!.attributes.get('typeface')).toBe('Arial');
      const offset = Number(allOf(label, 'a:off')[0]!.attributes.get('x'));
      const width = Number(allOf(label, 'a:ext')[0]!.attributes.get('cx'));
      const before = { start: 0, middle: width / 2, end: width }[anchor];
      expect(Math.abs(offset + before - (sheet.at.x + x) * perPx)).toBeLessThan(perPx / 100);
      expect(allOf(label, 'a:pPr')[0]!.attributes.get('algn')).toBe(
        { start: 'l', middle: 'ctr', end: 'r' }[anchor],
      );
    });
  });

  test('keeps the paints: opacity, hatching, dashes, and what is only decoration', async () => {
    const { sheet, parts } = await made();
    const shapes = allOf(slideOf(parts), 'p:sp');
    const named = (key: string) =>
      shapes.find((shape) => idsOf(shape)[0]?.get('name') === key) ?? shapes[0]!;
    const link = sheet.drawing.marks.find((mark) => mark.shape === 'path' && mark.fillOpacity)!;
    expect(allOf(named(link.key), 'a:alpha')[0]?.attributes.get('val')).toBe('34000');
    const dashed = sheet.drawing.marks.find((mark) => mark.shape !== 'text' && mark.dash)!;
    expect(allOf(named(dashed.key), 'a:ds')).toHaveLength(1);
    const torn = sheet.drawing.marks.find((mark) => mark.shape === 'path' && !mark.label)!;
    expect(allOf(named(torn.key), 'adec:decorative')).toHaveLength(1);
    expect(allOf(named(link.key), 'adec:decorative')).toHaveLength(0);
    const timeline = await sheetFor('strategy', 'timeline', { theme: 'grey' });
    const slide = slideOf(partsOf(pptxOf([{ sheet: timeline }])));
    const [hatched] = allOf(slide, 'a:pattFill');
    expect(hatched?.attributes.get('prst')).toBe('ltDnDiag');
    const inks = Object.values(THEMES.grey).map((hex) => hex.slice(1));
    expect(inks).toContain(allOf(hatched!, 'a:srgbClr')[0]?.attributes.get('val'));
  });

  test('speaks its description and provenance in the notes, or what it is given', async () => {
    const { sheet, parts } = await made();
    const notes = parts.xml('ppt/notesSlides/notesSlide1.xml');
    const lines = allOf(notes, 'a:p').map(textOf);
    for (const line of sheet.spoken!.description.split('\n')) expect(lines).toContain(line);
    expect(lines).toContain(`File: a.csv, SHA-256 ${'ab'.repeat(32)}.`);
    const own = partsOf(pptxOf([{ sheet, notes: 'One.\nTwo.' }]));
    const said = allOf(own.xml('ppt/notesSlides/notesSlide1.xml'), 'a:p').map(textOf);
    expect(said).toEqual(['One.', 'Two.']);
    const core = parts.xml('docProps/core.xml');
    expect(textOf(allOf(core, 'dc:title')[0]!)).toBe(sheet.caption.headline);
    expect(textOf(core)).toContain('2020-01-02T00:00:00Z');
  });

  test('carries what the picture carries, related to its slide', async () => {
    const { parts } = await made({ payload: 'abc.DEF-1' });
    const item = parts.xml('customXml/item1.xml');
    expect(item.attributes.get('data-tranche')).toBe('abc.DEF-1');
    const id = allOf(slideOf(parts), 'p:custData')[0]!.attributes.get('r:id');
    const relation = parts
      .xml('ppt/slides/_rels/slide1.xml.rels')
      .children.find(({ attributes }) => attributes.get('Id') === id);
    expect(relation?.attributes.get('Target')).toBe('/customXml/item1.xml');
    expect((await made()).parts.paths.some((path) => path.startsWith('customXml'))).toBe(false);
  });

  test('gives the table whole on slides of its own, or says how much is left out', async () => {
    const short = await sheetFor('strategy', 'sankey');
    const parts = partsOf(pptxOf([{ sheet: short, table: true }]));
    const rows = allOf(slideOf(parts, 2), 'a:tr').map((row) => allOf(row, 'a:tc').map(textOf));
    const { columns, rows: printed } = short.drawing.table;
    expect(rows).toEqual([columns.map(({ label }) => label), ...printed.map(({ cells }) => cells)]);

    const long = await sheetFor('grants', 'sankey');
    const many = partsOf(pptxOf([{ sheet: long, table: true }]));
    const slides = many.paths.filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    const tables = slides.flatMap((path) => allOf(many.xml(path), 'a:tbl'));
    const given = tables.reduce((sum, table) => sum + allOf(table, 'a:tr').length - 1, 0);
    const left = long.drawing.table.rows.length - given;
    expect(given).toBeGreaterThan(20);
    expect(left).toBeGreaterThan(0);
    expect(textOf(many.xml(slides.at(-1)!))).toContain(`${left} rows more: they are in the data`);
  });

  test('holds several pictures, each on a slide of the first one’s size', async () => {
    const sheets = await Promise.all(CHARTS.map((chart) => sheetFor('strategy', chart)));
    const slides = sheets.map((sheet) => ({ sheet, table: sheet === sheets[1] }));
    const parts = partsOf(pptxOf(slides));
    expect(faultsOf(parts)).toEqual([]);
    const order = allOf(parts.xml('ppt/presentation.xml'), 'p:sldId');
    expect(order).toHaveLength(4);
    expect(allOf(slideOf(parts, 3), 'a:tbl')).toHaveLength(1);
  });

  test('is the same for the same picture', async () => {
    const [one, two] = await Promise.all([made(), made()]);
    expect(pptxOf([{ sheet: one.sheet }])).toEqual(pptxOf([{ sheet: two.sheet }]));
    expect(() => pptxOf([])).toThrow('at least one picture');
  });
});
