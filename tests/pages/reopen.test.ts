import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Carried } from '../../src/carry/carried.ts';
import { pictureLink } from '../../src/carry/link.ts';
import { encodeCarried } from '../../src/carry/payload.ts';
import { withChunks } from '../../src/carry/png.ts';
import { WORDS_FROM_DATA } from '../../src/model/figure.ts';
import { dotPng, zipOf } from '../pure/carry/files.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { choose, drop, given, grantsCsv, howRead, opened } from './openingfiles.ts';
import { ready, standfirst } from './screen.ts';

const BUILT_IN: Carried = {
  version: 1,
  chart: 'timeline',
  view: 'v=1&is.sector=Health%20and%20care&unit=year',
  figure: { size: 'column', theme: 'print', words: WORDS_FROM_DATA, carries: 'settings' },
  data: { id: 'digital-strategy-2017', name: '', sha256: '', link: '' },
  options: {},
  files: [],
};
const CSV = grantsCsv(12);
const GRANTS: Carried = {
  ...BUILT_IN,
  chart: 'treemap',
  view: 'v=1&is.funder=Mill%20Trust',
  data: {
    id: 'grants',
    name: 'grants.csv',
    sha256: createHash('sha256').update(CSV).digest('hex'),
    link: 'https://example.org/grants',
  },
};
const WITH_DATA: Carried = {
  ...GRANTS,
  figure: { ...GRANTS.figure, carries: 'data' },
  files: [{ name: 'grants.csv', bytes: new TextEncoder().encode(CSV) }],
};

function svgOf(carried: Carried, title = 'A picture'): string {
  return svgAround(encodeCarried(carried), title);
}

function svgAround(payload: string, title = 'A picture'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" data-tranche="${payload}"><title>${title}</title><script>alert(1)</script></svg>`;
}

function pngOf(carried: Carried): Buffer {
  const texts = new Map([['tranche', encodeCarried(carried)]]);
  return Buffer.from(withChunks(dotPng(), { texts, pixelsPerMetre: null }));
}

forEachBrowser('a dropped picture of the built-in data shows its view again', async (visit) => {
  const { page, open, address } = visit;
  await open();
  await ready(page);
  await drop(page, given('figure.svg', svgOf(BUILT_IN)));
  await page.getByText('Opened from “figure.svg”.').waitFor();
  await ready(page);
  expect(page.url()).toBe(`${address}#v=1&lead=timeline&unit=year&is.sector=Health%20and%20care`);
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
});

forEachBrowser(
  'a picture that holds its data opens it, in place of what is open',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    await choose(page, given('figure.png', pngOf(WITH_DATA)));
    await opened(page, 'grants.csv');
    // 1000 + 4000 + 7000 + 10000: every third of twelve grants.
    expect(await standfirst(page)).toContain('£22,000');
    await page.getByText('Opened from “figure.png”.').waitFor();
    expect(page.url()).toContain('is.funder=Mill%20Trust');
    expect(page.url()).toContain('data=grants');
  },
);

inOneBrowser('a picture without its data asks for the file by name and hash', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  await drop(page, given('figure.svg', svgOf(GRANTS)));
  const dialog = page.getByRole('dialog', { name: 'Which file is behind this picture?' });
  await dialog.getByText(GRANTS.data.sha256.slice(0, 8)).waitFor();
  await dialog.getByLabel('Choose grants.csv').setInputFiles(given('grants.csv', CSV));
  await opened(page, 'grants.csv');
  expect(await standfirst(page)).toContain('£22,000');
  await expect.poll(() => page.getByText('another file').count()).toBe(0);
  // What is open is known again: the same picture needs no file.
  await drop(page, given('figure.svg', svgOf({ ...GRANTS, view: 'v=1&is.funder=Harbour%20Fund' })));
  await expect.poll(() => standfirst(page)).toContain('£26,000');
});

inOneBrowser(
  'next month’s file opens in the picture’s view, and the page says so',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    await drop(page, given('figure.svg', svgOf(GRANTS)), given('grants may.csv', grantsCsv(24)));
    await opened(page, 'grants may.csv');
    await page
      .getByText('“grants may.csv” is another file than the picture was made from')
      .waitFor();
    expect(page.url()).toContain('is.funder=Mill%20Trust');
  },
);

forEachBrowser('a report lists its charts and reopens any, by keyboard', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const broken = svgAround(encodeCarried(BUILT_IN).replace(/.{8}$/, '00000000'));
  const report = zipOf({
    'word/document.xml': '<w:document/>',
    'word/media/image1.svg': svgOf(BUILT_IN, 'Health &amp; care by year <img src=x>'),
    'word/media/image2.png': new Uint8Array(pngOf(WITH_DATA)),
    'word/media/image3.svg': broken,
  });
  await drop(page, given('report.docx', Buffer.from(report)));
  const dialog = page.getByRole('dialog', { name: '2 charts in “report.docx”' });
  await dialog.waitFor();
  await dialog.getByText('Health & care by year').waitFor();
  await dialog.getByText(/One more could not be opened.*damaged/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Open this chart' }).count()).toBe(2);
  // From the way out, past the first chart, to the second.
  for (let press = 0; press < 2; press++) await page.keyboard.press('Tab');
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'));
  await expect.poll(focused).toContain('choice-1');
  await page.keyboard.press('Enter');
  await opened(page, 'grants.csv');
  expect(await standfirst(page)).toContain('£22,000');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

forEachBrowser('a link to a picture opens it', async ({ page, address }) => {
  await page.goto(pictureLink(address, encodeCarried(BUILT_IN)) ?? '');
  await page.getByText('Opened from the link.').waitFor();
  await ready(page);
  expect(page.url()).toContain('is.sector=Health%20and%20care');
  expect(await page.getByText('Left aside').count()).toBe(0);
  expect(page.url()).not.toContain('picture');
});

forEachBrowser('what is hostile gets a sentence and nothing else', async ({ page, open }) => {
  await open();
  await ready(page);
  const before = await standfirst(page);
  const payload = encodeCarried(BUILT_IN);
  const cases: [string, string | Buffer, RegExp][] = [
    ['cut.svg', svgAround(payload).slice(0, 200), /“cut.svg”.*damaged or was cut off/],
    ['later.svg', svgAround(payload.replace(/^1/, '7')), /another version \(7\)/],
    ['plain.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /nothing in it to open again/],
    ['plain.png', Buffer.from(dotPng()), /nothing in it to open again/],
    ['report.pdf', '%PDF-1.7\n%%EOF', /nothing in it to open again/],
  ];
  for (const [name, content, sentence] of cases) {
    await drop(page, given(name, content));
    await page.getByRole('status').getByText(sentence).waitFor();
    await page.getByRole('button', { name: 'Put away' }).click();
  }
  expect(await standfirst(page)).toBe(before);
  expect(page.url()).not.toContain('#');
  expect(await howRead(page).count()).toBe(0);
});
