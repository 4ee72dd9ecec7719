import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { carriedOf, type Carried } from '../../../src/carry/carried.ts';
import { encodeCarried } from '../../../src/carry/payload.ts';
import { readPictures } from '../../../src/carry/pictures.ts';
import { withChunks } from '../../../src/carry/png.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { sheetSvg } from '../../../src/export/portable.ts';
import type { Sheet } from '../../../src/export/sheet.ts';
import { memorySource } from '../../../src/load/formats/bytes.ts';
import { WORDS_FROM_DATA, type FigureSpec } from '../../../src/model/figure.ts';
import { firstView } from '../../../src/model/view.ts';
import { figureOf, NO_FACTS } from '../../../src/state/figure.ts';
import { strategy } from '../data/strategy.ts';
import { anyFigure, anyFiles, anyOptions } from './anycarried.ts';
import { dotPng, pdfOf, zipOf } from './files.ts';

const engine = new LocalEngine(strategy());
const { card } = engine;
const spec: FigureSpec = {
  view: firstView(card),
  chart: 'treemap',
  size: { width: 160, height: 100, type: 1 },
  theme: 'light',
  words: WORDS_FROM_DATA,
  carries: 'data',
};
const PATIENCE = { timeout: 60_000 };
let sheet: Sheet;
beforeAll(async () => {
  const whole = await figureOf(engine, spec, NO_FACTS);
  // Its words are enough: what it draws is no matter here, and would be written a thousand times.
  sheet = { ...whole, drawing: { ...whole.drawing, marks: [] } };
});

/** The same figure under another title, so that there are several. */
function carriedAs(title: string): Carried {
  const words = { ...WORDS_FROM_DATA, title };
  const carried = carriedOf({ ...spec, words }, { card, reading: null, files: [] });
  if (!carried) throw new Error('it carries nothing');
  return carried;
}

function svgWith(payload: string): string {
  return sheetSvg({ ...sheet, payload });
}

function pngWith(payload: string): Uint8Array {
  const texts = new Map([
    ['tranche', payload],
    ['Title', 'A dot'],
  ]);
  return withChunks(dotPng(), { texts, pixelsPerMetre: null });
}

function found(name: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readPictures(memorySource(name, bytes));
}

async function titlesIn(name: string, content: string | Uint8Array) {
  const pictures = (await found(name, content))?.pictures;
  return pictures?.map(({ carried }) => carried.figure.words.title);
}

describe('a picture', () => {
  test(
    'of any state reopens to an equal one, from SVG, PNG and every kind of report',
    PATIENCE,
    async () => {
      const anyCarried = fc
        .tuple(anyFigure(card), anyOptions, anyFiles)
        .map(([figure, options, files]) => {
          const carried = carriedOf(figure, { card, reading: null, files });
          return carried && { ...carried, options };
        })
        .filter((carried) => carried !== null);
      await fc.assert(
        fc.asyncProperty(anyCarried, async (carried) => {
          const payload = encodeCarried(carried);
          const [svg, png] = [svgWith(payload), pngWith(payload)];
          const made: [string, string | Uint8Array][] = [
            ['a.svg', svg],
            ['a.png', png],
            ['a.docx', zipOf({ 'word/document.xml': '<w/>', 'word/media/a.svg': svg })],
            ['a.odt', odtOf({ 'Pictures/a.png': png })],
            ['a.pdf', pdfOf([`<</Desc(tranche:${payload})>>`])],
          ];
          for (const [name, content] of made) {
            const read = await found(name, content);
            expect(read?.refused, name).toEqual([]);
            expect(
              read?.pictures.map((picture) => picture.carried),
              name,
            ).toEqual([carried]);
          }
        }),
        { numRuns: 200 },
      );
    },
  );

  test('is listed by what it says it shows', async () => {
    const payload = encodeCarried(carriedAs('One'));
    const alt = sheet.spoken?.alt ?? '';
    expect(alt).not.toBe('');
    const [fromSvg] = (await found('a.svg', svgWith(payload)))?.pictures ?? [];
    expect(fromSvg).toMatchObject({ place: 'a.svg', title: alt });
    const [fromPng] = (await found('a.png', pngWith(payload)))?.pictures ?? [];
    expect(fromPng).toMatchObject({ place: 'a.png', title: 'A dot' });
  });

  test('that carries nothing is told from what is no picture', async () => {
    const nothing = { pictures: [], refused: [] };
    expect(await found('a.svg', sheetSvg(sheet))).toEqual(nothing);
    expect(await found('a.png', dotPng())).toEqual(nothing);
    expect(await found('a.pdf', pdfOf(['text']))).toEqual(nothing);
    expect(await found('a.csv', 'Funder,Amount\ntranche:1.5,3')).toBeNull();
    expect(await found('a.html', '<!doctype html><p><svg></svg>')).toBeNull();
    expect(await found('a.xlsx', zipOf({ 'xl/workbook.xml': svgWith('1.a.b') }))).toBeNull();
    expect(await found('empty', '')).toBeNull();
  });
});

function odtOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const mimetype = 'application/vnd.oasis.opendocument.text';
  return zipOf({ mimetype, 'content.xml': '<office/>', ...files });
}

describe('a report', () => {
  const payloads = ['One', 'Two', 'Three'].map((title) => encodeCarried(carriedAs(title)));
  const [one = '', two = '', three = ''] = payloads;

  test('lists each picture once, in the order of its files', async () => {
    const docx = zipOf({
      'word/document.xml': '<w:document/>',
      'word/_rels/document.xml.rels': `<r Target="https://a.example/#tranche=${three}"/><r Target="https://a.example/#tranche=${one}"/>`,
      'word/media/image10.svg': svgWith(two),
      'word/media/image2.png': pngWith(one),
      'word/media/image2.svg': svgWith(one),
    });
    expect(await titlesIn('r.docx', docx)).toEqual(['One', 'Two', 'Three']);
  });

  test('of slides keeps what its parts carry', async () => {
    const item = `<picture xmlns="urn:tranche:picture" data-tranche="${two}"/>`;
    const pptx = zipOf({ 'ppt/presentation.xml': '<p/>', 'customXml/item1.xml': item });
    expect(await titlesIn('r.pptx', pptx)).toEqual(['Two']);
  });

  test('in PDF is looked through in its links, its words and its packed streams', async () => {
    const plain = `<</URI(https://a.example/#tranche=${one})>> <</Title(x tranche:${two})>>`;
    expect(await titlesIn('r.pdf', pdfOf([`(tranche:${three})`], plain))).toEqual([
      ...['One', 'Two', 'Three'],
    ]);
  });

  test('with a picture that is damaged lists the others, and says so', async () => {
    const docx = zipOf({
      'word/document.xml': '<w:document/>',
      'word/media/image1.svg': svgWith(`${one.slice(0, -9)}.00000000`),
      'word/media/image2.svg': svgWith(two),
    });
    const read = await found('r.docx', docx);
    expect(read?.pictures).toHaveLength(1);
    expect(read?.refused).toEqual([expect.stringContaining('is damaged')]);
  });
});

describe('a hostile file', () => {
  const payload = encodeCarried(carriedAs('One'));

  test('cut off anywhere gives a message or nothing', async () => {
    const files = [
      ['a.svg', new TextEncoder().encode(svgWith(payload).slice(0, 1500))],
      ['a.png', pngWith(payload)],
      ['a.docx', zipOf({ 'word/document.xml': '<w/>', 'word/media/a.svg': svgWith(payload) })],
      ['a.pdf', pdfOf([`(tranche:${payload})`])],
    ] as const;
    for (const [name, bytes] of files) {
      for (let end = 0; end < bytes.length; end += 7) {
        const read = await found(name, bytes.subarray(0, end));
        for (const { carried } of read?.pictures ?? []) expect(carried).toEqual(carriedAs('One'));
      }
    }
    const half = svgWith(payload).slice(0, svgWith(payload).indexOf(payload) + 100);
    expect((await found('a.svg', half))?.refused).toEqual([expect.stringContaining('is damaged')]);
  });

  test('that unpacks to far more than it is costs no more than its cap', PATIENCE, async () => {
    const zeros = new Uint8Array(40_000_000);
    expect(await found('a.pdf', pdfOf([zeros, `(tranche:${payload})`]))).toMatchObject({
      pictures: [{ place: 'a.pdf' }],
    });
    const docx = zipOf({ 'word/document.xml': '<w/>', 'word/media/a.svg': zeros });
    expect(await found('a.docx', docx)).toEqual({ pictures: [], refused: [] });
  });

  test('of a thousand pictures lists the first two hundred', async () => {
    const words = Array.from({ length: 1000 }, (_, at) => encodeCarried(carriedAs(String(at))));
    const read = await found('a.pdf', pdfOf([], words.map((text) => `tranche:${text}`).join(' ')));
    expect(read?.pictures).toHaveLength(200);
  });

  test('is not taken at its word in prose', async () => {
    const prose = 'tranche:1.5 million; tranche=2.abc.def; data-tranche=1.x; tranche:';
    expect(await found('a.pdf', pdfOf([prose], prose))).toEqual({ pictures: [], refused: [] });
  });
});
