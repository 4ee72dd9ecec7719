import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { given, howRead, openBoard, openWith } from './openingfiles.ts';
import { standfirst } from './screen.ts';

const ROWS = Array.from({ length: 20 }, (_, row) => row);
const spend = (row: number) => `Body ${row % 7},Dept ${row % 3},2018-01-${10 + row},${row + 1}000`;
const HEADER = 'Supplier,Department,Date,Amount';

/** Opens the first of the rows that are shown, and gives the panel it is in. */
async function firstRow(page: Page): Promise<Locator> {
  await page
    .getByRole('region', { name: 'Where every row of the file went' })
    .getByRole('button', { name: /shown/ })
    .click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await evidence.locator('summary').first().click();
  return evidence;
}

const WIDE = given(
  'wide.csv',
  [
    [HEADER, ...Array.from({ length: 10_000 }, (_, column) => `Extra ${column}`)].join(','),
    ...ROWS.map((row) => `${spend(row)}${',x'.repeat(10_000)}`),
  ].join('\n'),
);

inOneBrowser('ten thousand columns are no more than a page can show', async (visit) => {
  const { page } = visit;
  await openWith(visit, WIDE);
  expect(await standfirst(page)).toContain('£210,000');
  const board = await openBoard(page);
  const columns = () => board.locator('tbody tr').count();
  expect(await columns()).toBe(100);
  await howRead(page).getByText('9,904 more columns without a part in it.').waitFor();
  await howRead(page).getByRole('button', { name: 'Show 100 more' }).click();
  await expect.poll(columns).toBe(200);

  const evidence = await firstRow(page);
  await evidence.getByText(/more cells of this row are in the download/).waitFor();
  expect(await page.locator('*').count()).toBeLessThan(10_000);
});

const LONG = given(
  'long.csv',
  [
    `${HEADER},Notes`,
    ...ROWS.map((row) => `${spend(row)},"${row === 0 ? 'x y '.repeat(2_500_000) : 'n'}"`),
  ].join('\n'),
);

forEachBrowser(
  'a cell of ten million letters is opened as far as it can be read',
  async (visit) => {
    const { page } = visit;
    await openWith(visit, LONG);
    expect(await standfirst(page)).toContain('£210,000');
    const evidence = await firstRow(page);
    await evidence.getByText('(9,999,999 characters in all)').waitFor();
    expect((await evidence.innerText()).length).toBeLessThan(10_000);
  },
);
