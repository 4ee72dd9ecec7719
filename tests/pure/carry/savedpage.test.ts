import { describe, expect, test } from 'vitest';
import { readPictures } from '../../../src/carry/pictures.ts';
import { writeOneFile, type PageParts } from '../../../src/export/onefile.ts';
import { memorySource } from '../../../src/load/formats/bytes.ts';
import { scene, story } from '../story/stories.ts';

const PARTS: PageParts = {
  policy: '',
  style: '',
  icon: '',
  start: '',
  page: '',
  worker: '',
  parquetWorker: '',
};
const BYTES = new TextEncoder().encode('Körper,Betrag\nÄmter,3\n');
const SAVED = {
  title: 'Körper & <b>Ämter</b>',
  notes: '',
  views: [{ title: 'All', view: 'v=1&lead=treemap&is.sector=Ämter' }],
  data: {
    id: 'grants',
    files: [{ name: 'grants.csv', bytes: BYTES }],
    changes: [
      { sentence: 'One', options: { amount: 'Net', always: { currency: 'EUR' } } },
      { sentence: 'Two', options: { amount: 'Betrag', always: { kind: 'Grant' } } },
    ],
  },
};
const TOLD = JSON.stringify(story([scene('a', { notes: 'Leise.' })]));

const found = (html: string) =>
  readPictures(memorySource('page.html', new TextEncoder().encode(html)));

describe('a page that was saved', () => {
  test('gives back view, data, decisions and story', async () => {
    const read = await found(await writeOneFile(PARTS, SAVED, TOLD));
    expect(read?.refused).toEqual([]);
    expect(read?.pictures).toMatchObject([
      {
        place: 'page.html',
        title: SAVED.title,
        carried: {
          view: SAVED.views[0]?.view,
          data: { id: 'grants', name: 'grants.csv' },
          options: { amount: 'Betrag', always: { currency: 'EUR', kind: 'Grant' } },
          files: SAVED.data.files,
          story: TOLD,
        },
      },
    ]);
    const plain = await found(await writeOneFile(PARTS, SAVED));
    expect(plain?.pictures[0]?.carried).not.toHaveProperty('story');
  });

  test('of the built-in data holds no file that is needed', async () => {
    const data = { ...SAVED.data, changes: null };
    const read = await found(await writeOneFile(PARTS, { ...SAVED, data }, TOLD));
    expect(read?.pictures[0]?.carried).toMatchObject({
      data: { name: '' },
      files: [],
      options: {},
    });
  });

  test('that is damaged or of another form is refused in a sentence; another page is none', async () => {
    const html = await writeOneFile(PARTS, SAVED, TOLD);
    for (const [part, other] of [
      ['"version":1', '"version":2'],
      ['H4sI', 'H4sJ'],
      ['"options":{"amount":"Net"', '"options":{"amount":7'],
      ['"views":[{', '"views":[],"was":[{'],
      [/id="tranche-contents">[^<]*/, `id="tranche-contents">${'['.repeat(100)}`],
    ] as const) {
      const read = await found(html.replace(part, other));
      expect(read?.pictures, String(part)).toEqual([]);
      expect(read?.refused.join()).toMatch(/damaged, or of another version/);
    }
    expect(await found('<!doctype html><p>None</p>')).toBeNull();
  });
});
