import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { oneFileHtml, readOneFile, type PageParts } from '../../src/export/onefile.ts';
import { toHtml } from '../../src/library/html.ts';
import { readBuiltIn, readDataset } from '../../src/library/reading.ts';
import { firstView } from '../../src/model/view.ts';
import { forEachBrowser } from './harness.ts';
import { block, openFromDisk } from './onefile.ts';
import { choose, given, howRead, opened } from './openingfiles.ts';
import { headline, ready, standfirst } from './screen.ts';

/** Pages that are written without a browser. */
const SPEND = `Supplier,Department,Net Amount,Gross Amount,Date
Bright Ltd,Roads,100.00,120.00,2021-04-13
Stone plc,Parks,200.00,240.00,2021-04-14
Reed & Co,Roads,50.00,60.00,2021-05-20
`;
const PARQUET = readFileSync('tests/fixtures/formats/grants.brotli.parquet');

forEachBrowser('a page written in a terminal opens as the file was read there', async (visit) => {
  const file = { name: 'spend.csv', bytes: new TextEncoder().encode(SPEND) };
  const funding = await readDataset(file, { amount: 'Gross Amount' });
  const view = { ...firstView(funding.engine.card), lead: 'treemap' };
  const html = await toHtml(funding, view, 'Spend');
  await openFromDisk(visit, html);
  const { page } = visit;
  await opened(page, 'spend.csv');
  expect(await standfirst(page)).toContain('£420');
  await howRead(page)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect.poll(() => standfirst(page)).not.toContain('£420');
});

forEachBrowser(
  'a page with Parquet inside reads it; another says that it cannot',
  async (visit) => {
    const { page } = visit;
    const funding = await readDataset({ name: 'grants.parquet', bytes: new Uint8Array(PARQUET) });
    await openFromDisk(visit, await toHtml(funding, firstView(funding.engine.card), 'Grants'));
    await opened(page, 'grants.parquet');

    const own = await readBuiltIn();
    await openFromDisk(visit, await toHtml(own, firstView(own.engine.card), 'Grants'));
    await ready(page);
    await choose(page, given('grants.parquet', PARQUET));
    await page.getByText(/saved without what reads Parquet/).waitFor();
  },
);

forEachBrowser('the views kept in a page are links, and back leads to the first', async (visit) => {
  const { page } = visit;
  const own = await readBuiltIn();
  const html = await toHtml(own, firstView(own.engine.card), 'Grants');
  const contents = readOneFile(block(html, 'contents'));
  if ('refused' in contents) throw new Error(contents.refused);
  // What the build wrote.
  const parts = JSON.parse(readFileSync('dist/onefile.json', 'utf8')) as PageParts;
  const views = [...contents.views, { title: 'Tax alone', view: 'v=1&is.sector=Tax' }];
  await openFromDisk(visit, oneFileHtml(parts, { ...contents, views }));
  await ready(page);
  const first = await headline(page);
  await page
    .getByRole('navigation', { name: /^Views kept/ })
    .getByText('Tax alone')
    .click();
  await page.getByRole('heading', { level: 1, name: /£1.3bn/ }).waitFor();
  await page.evaluate(() => history.back());
  await expect.poll(() => headline(page)).toBe(first);
});

forEachBrowser(
  'a page whose data is damaged or unknown says so',
  async (visit) => {
    const own = await readBuiltIn();
    const html = await toHtml(own, firstView(own.engine.card), 'Grants');
    const contents = block(html, 'contents');
    const alert = visit.page.getByRole('alert');
    await openFromDisk(visit, html.replace(contents, '{"version":9}'));
    await alert.getByText(/a version of Tranche that this one/).waitFor();
    await openFromDisk(visit, html.replace(contents, contents.replaceAll('H4sI', 'H4sJ')));
    await alert.getByText(/is damaged/).waitFor();
  },
  // One browser also tells the console of the damage that the page has just told of.
  { allow: /input data is corrupted/ },
);
