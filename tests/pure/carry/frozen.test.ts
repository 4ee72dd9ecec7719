import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Carried } from '../../../src/carry/carried.ts';
import { readPictures } from '../../../src/carry/pictures.ts';
import { memorySource } from '../../../src/load/formats/bytes.ts';
import { WORDS_FROM_DATA } from '../../../src/model/figure.ts';

/**
 * Pictures as every version wrote them. They stand in reports that nobody will write again, so they
 * open for ever: these files are never made anew, and what is read from them may only gain fields.
 */
const SETTINGS: Carried = {
  version: 1,
  chart: 'timeline',
  view: 'v=1&lead=timeline&unit=year&is.sector=Health%20and%20care',
  figure: {
    size: '160x90mm',
    theme: 'print',
    words: { ...WORDS_FROM_DATA, title: 'Health, “care” & £4.2bn', notes: '' },
    carries: 'settings',
  },
  data: { id: 'digital-strategy-2017', name: '', sha256: '', link: 'https://www.gov.uk/' },
  options: {},
  files: [],
};
const WITH_DATA: Carried = {
  ...SETTINGS,
  chart: 'treemap',
  view: 'v=1&is.funder=Mill%20Trust',
  figure: { size: 'slide', theme: 'dark', words: WORDS_FROM_DATA, carries: 'data' },
  data: { id: 'grants', name: 'grants.csv', sha256: 'ab'.repeat(32), link: '' },
  options: { amount: 'Sum', dateOrder: 'day first', always: { currency: 'GBP' }, headerRow: 2 },
  files: [{ name: 'grants.csv', bytes: new TextEncoder().encode('Funder,Sum\nMill Trust,£5\n') }],
};

test.each([
  ['version1.svg', SETTINGS],
  ['version1.png', WITH_DATA],
])('%s opens', async (name, carried) => {
  const bytes = new Uint8Array(readFileSync(`tests/fixtures/pictures/${name}`));
  const found = await readPictures(memorySource(name, bytes));
  expect(found?.refused).toEqual([]);
  expect(found?.pictures.map((picture) => picture.carried)).toEqual([carried]);
});
