import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../../src/export/sheet.ts';
import { draw } from '../../../src/library/draw.ts';
import { toPdf } from '../../../src/library/pdf.ts';
import { readBuiltIn, readDataset } from '../../../src/library/reading.ts';
import { GRANTS } from '../cli/running.ts';

const builtIn = await readBuiltIn();
const grants = await readDataset({ name: 'grants.csv', bytes: new TextEncoder().encode(GRANTS) });

/** A PDF as text of single bytes, and what its packed streams hold. */
async function pdfOf(sheets: Sheet | readonly Sheet[], options?: { readonly table: boolean }) {
  const bytes = Buffer.from(await toPdf(sheets, options));
  const plain = bytes.toString('latin1');
  const streams = [...plain.matchAll(/\/FlateDecode\n>>\nstream\n/g)].map(({ 0: head, index }) => {
    const from = index + head.length;
    return inflateSync(bytes.subarray(from, plain.indexOf('\nendstream', from))).toString('latin1');
  });
  return { bytes, plain, drawn: streams.find((text) => text.includes(' Tf')) ?? '', streams };
}

describe('a figure as PDF', () => {
  test('is of its exact size, tagged, in a language, and says what it shows', async () => {
    const sheet = await draw(grants, { size: '160x90mm' });
    const { plain } = await pdfOf(sheet);
    expect(plain).toMatch(/^%PDF-1\.7/);
    expect(plain).toMatch(/\/MediaBox \[0 0 453\.543\d* 255\.118\d*\]/);
    expect(plain).toContain('/Marked true');
    expect(plain).toContain('/Lang (en-GB)');
    expect(plain).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(plain).toContain('/DisplayDocTitle true');
    const tags = [...plain.matchAll(/\/S \/(\w+)\n/g)].map(([, tag]) => tag);
    expect(tags.sort()).toEqual(['Document', 'Figure', 'H1', 'P', 'P', 'P']);
    const [, alt = ''] = /\/Alt \((.*?)\)\n/s.exec(plain) ?? [];
    expect(Buffer.from(alt, 'latin1').swap16().toString('utf16le')).toContain('Sankey: 86% of');
  });

  test('has every mark at its place and the text in the embedded face', async () => {
    for (const chart of ['sankey', 'timeline', 'treemap']) {
      const sheet = await draw(builtIn, { chart });
      const { drawn, plain } = await pdfOf(sheet);
      const { marks } = sheet.drawing;
      for (const mark of marks) {
        if (mark.shape !== 'rect') continue;
        expect(drawn).toContain(`${mark.x} ${mark.y} ${mark.width} ${mark.height} re`);
      }
      const paths = marks.filter(({ shape }) => shape === 'path').length;
      expect(drawn.match(/^\S+ \S+ m$/gm)?.length ?? 0).toBeGreaterThanOrEqual(paths);
      const texts = marks.filter((mark) => mark.shape === 'text');
      const halos = texts.filter((mark) => mark.shape === 'text' && mark.halo).length;
      const said = sheet.words.reduce((lines, words) => lines + words.lines.length, 0);
      expect(drawn.match(/^BT$/gm)).toHaveLength(texts.length + halos + said);
      expect(plain.match(/\/FontName \/\w+\+Arimo-(Regular|Bold)/g)).toHaveLength(2);
    }
  });

  test('draws textures as patterns of lines', async () => {
    const { plain, drawn } = await pdfOf(await draw(builtIn, { chart: 'timeline' }));
    expect(plain).toContain('/PatternType 1');
    expect(drawn).toMatch(/\/P1 scn/);
  });

  test('has the numbers behind it as a table on further pages, when they are asked for', async () => {
    const sheet = await draw(grants);
    expect((await pdfOf(sheet)).plain).not.toContain('/S /Table');
    const { plain } = await pdfOf(sheet, { table: true });
    const { columns, rows } = sheet.drawing.table;
    expect(plain.match(/\/S \/Table\n/g)).toHaveLength(1);
    expect(plain.match(/\/S \/TH\n/g)).toHaveLength(columns.length);
    expect(plain.match(/\/S \/TD\n/g)).toHaveLength(columns.length * rows.length);
    expect(plain).toContain('/Count 2');
  });

  test('may be one page of several', async () => {
    const sheets = [await draw(grants), await draw(grants, { chart: 'treemap', size: 'slide' })];
    const { plain } = await pdfOf(sheets);
    expect(plain).toContain('/Count 2');
    expect(plain.match(/\/S \/Figure\n/g)).toHaveLength(2);
  });

  test('is the same bytes each time, with the day it was told', async () => {
    const made = await draw(grants, {}, { made: '2020-01-02' });
    const { plain, bytes } = await pdfOf(made);
    expect(plain).toContain('(D:20200102000000Z)');
    expect((await pdfOf(made)).bytes.equals(bytes)).toBe(true);
  });

  test('keeps markup in words out of its XML', async () => {
    const sheet = await draw(grants, { words: { title: 'A & B <i>and</i> C' } });
    const { plain } = await pdfOf(sheet);
    expect(plain).toContain('>A &amp; B &lt;i&gt;and&lt;/i&gt; C</rdf:li>');
    expect(plain).toContain('(A & B <i>and</i> C)');
  });
});
