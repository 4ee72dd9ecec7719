import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  oneFileHtml,
  pack,
  readOneFile,
  unpack,
  writeOneFile,
  type OneFile,
  type PageParts,
} from '../../../src/export/onefile.ts';

const PARTS: PageParts = {
  policy: "default-src 'none'",
  style: 'c3R5bGU=',
  icon: 'data:,',
  start: 'start()',
  page: 'cGFnZQ==',
  worker: 'd29ya2Vy',
  parquetWorker: 'cGFycXVldA==',
};
const CONTENTS: OneFile = {
  version: 1,
  title: 'Grants',
  notes: '',
  views: [{ title: 'All', view: '' }],
  data: { id: 'grants', files: [], changes: null },
};

/** What a page holds in its block of data. */
function blockOf(html: string): string {
  return (
    /<script type="application\/json" id="tranche-contents">([^]*?)<\/script>/.exec(html)?.[1] ?? ''
  );
}

describe('one HTML file', () => {
  test('gives back what was put in, whatever it is, and keeps the page as it was', () => {
    const plain = oneFileHtml(PARTS, CONTENTS);
    const withoutWords = (html: string) =>
      html.replace(blockOf(html), '').split('<noscript>')[1]?.split('</noscript>')[1];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (notes, id) => {
        const contents = { ...CONTENTS, notes, data: { ...CONTENTS.data, id } };
        const html = oneFileHtml(PARTS, contents);
        expect(readOneFile(blockOf(html))).toEqual(contents);
        expect(withoutWords(html)).toBe(withoutWords(plain));
      }),
    );
  });

  test.each(['</script><script>taken()</script>', '<!--<script>', '</title><img src=x>', '"><b>'])(
    'keeps %s text wherever it stands',
    (text) => {
      const html = oneFileHtml(PARTS, {
        ...CONTENTS,
        title: text,
        notes: text,
        views: [{ title: text, view: text }],
        data: { ...CONTENTS.data, files: [{ name: text, packed: '' }] },
      });
      const tags = (page: string) => page.match(/<[!/]?[a-z-]+/gi);
      expect(tags(html)).toEqual(tags(oneFileHtml(PARTS, CONTENTS)));
    },
  );

  test('holds a story packed, in an element that can be taken out, and none without one', async () => {
    const savable = { ...CONTENTS, data: { ...CONTENTS.data, files: [] } };
    const story = '{"scenes":[{"notes":"Ask for more.</script>"}]}';
    const html = await writeOneFile(PARTS, savable, story);
    const element = /\n<script type="text\/plain" id="tranche-story">([^<]*)<\/script>/;
    const packed = element.exec(html)?.[1] ?? '';
    expect(new TextDecoder().decode(await unpack(packed))).toBe(story);
    expect(html.replace(element, '')).toBe(await writeOneFile(PARTS, savable));
  });

  test('packs bytes of any length and gives them back', async () => {
    for (const length of [0, 1, 2, 24_575, 24_576, 24_577, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * index) % 251);
      expect(await unpack(await pack(bytes))).toEqual(bytes);
    }
  });

  test.each(['?', 'H4sI', 'aGVsbG8='])(
    'says that the packed text %j is damaged',
    async (packed) => {
      await expect(unpack(packed)).rejects.toThrow(/damaged/);
    },
  );

  test.each([
    ['', /damaged/],
    ['{"version":1', /damaged/],
    ['null', /does not know/],
    ['{"version":2}', /does not know/],
  ])('refuses the block %j with a sentence', (text, says) => {
    expect(readOneFile(text)).toEqual({ refused: expect.stringMatching(says) });
  });

  test.each([
    ['grants.csv', 'PAR,1', false],
    ['grants.csv', 'PAR1...PAR1', true],
    ['grants.parquet.gz', '\u001f\u008b', true],
    ['grants.zip', 'PK..data/grants.parquet..', true],
    ['grants.zip', 'PK..data/grants.csv..', false],
  ])('takes what reads Parquet along for %s with %j: %s', async (name, text, isTaken) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const data = { id: 'grants', files: [{ name, bytes }], changes: [] };
    const html = await writeOneFile(PARTS, { ...CONTENTS, data });
    expect(html.includes(PARTS.parquetWorker)).toBe(isTaken);
    expect(html.includes(PARTS.worker)).toBe(!isTaken);
  });

  test('refuses more data than a page can hold, and says how much that is', async () => {
    const bytes = new Uint8Array(100_000_001);
    const files = [
      { name: 'a.csv', bytes },
      { name: 'b.csv', bytes },
    ];
    const data = { id: 'grants', files, changes: [] };
    await expect(writeOneFile(PARTS, { ...CONTENTS, data })).rejects.toThrow(
      'The data has 201 MB; one HTML file takes up to 200 MB.',
    );
  });
});
