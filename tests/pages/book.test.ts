import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { given, openWith } from './openingfiles.ts';
import { focused, ready } from './screen.ts';

const book = (page: Page) => page.getByRole('region', { name: 'Where every row of the file went' });

/** Titles and amounts of the rows a part of the book opens to. */
async function rowsOf(page: Page, words: RegExp): Promise<string[]> {
  await book(page).getByRole('button', { name: words }).click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect.poll(() => focused(page)).toBe('Evidence');
  await evidence.locator('summary').first().waitFor();
  const rows = await evidence.locator('summary').allInnerTexts();
  await page.keyboard.press('Escape');
  await evidence.waitFor({ state: 'hidden' });
  return rows.map((row) => row.replace(/\s+/g, ' ').trim());
}

forEachBrowser('every part of the book opens to its rows', async ({ page, open }) => {
  await open('v=1&is.sector=Transport');
  await ready(page);
  expect(await rowsOf(page, /shown, in 3 figures/)).toEqual([
    'Digital signalling £450m',
    'Smart ticketing in cities £80m',
    'Smart ticketing in the North £150m',
  ]);
  expect(await rowsOf(page, /filtered out by you/)).toHaveLength(7);
  expect(await book(page).innerText()).toMatch(/15 rows in the file, 15 accounted for/);
});

inOneBrowser('what is left out stands by rule, each with its money and its rows', async (visit) => {
  const { page, open, downloads } = visit;
  await open('v=1&is.sector=Transport');
  await ready(page);
  await book(page)
    .getByRole('button', { name: /not added in/ })
    .click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  const group = (words: string) => evidence.locator('details.group', { hasText: words });
  await group('benefit estimate').first().waitFor();
  const groups = await evidence.locator('details.group > summary').allInnerTexts();
  expect(groups.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    '3 benefit estimates about £29.7–52.7bn Of another kind than “commitment”: never added to what is shown.',
    '1 market estimate at least £30bn Of another kind than “commitment”: never added to what is shown.',
    '1 yearly spend £900m a year Of another kind than “commitment” and by the year: never added to what is shown.',
  ]);

  // By keyboard: the group opens, and its rows are the next stop.
  await group('benefit estimate').locator('> summary').focus();
  await page.keyboard.press('Enter');
  const row = group('benefit estimate').locator('summary', { hasText: 'Smart energy benefits' });
  await row.waitFor();
  expect(await row.innerText()).toContain('£17–40bn');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await group('benefit estimate')
    .getByText(/row \d+ of the file/)
    .first()
    .waitFor();
  await group('benefit estimate').getByRole('button', { name: 'Download these rows' }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  const [file] = await downloads();
  expect(file?.name).toMatch(/left-out-3-benefit-estimates\.csv$/);
  const lines = (file?.text ?? '').trim().split('\r\n');
  expect(lines[0]).toMatch(/^Row,Kind,Currency,Amount shown,/);
  expect(lines).toHaveLength(4);
});

const WITH_TOTALS = given(
  'spend.csv',
  `Body Name,Supplier Name,Payment Date,Net Amount
Anytown,Bolt Ltd,13/01/2018,100.00
Anytown,Nut plc,14/01/2018,250.00
Anytown,Screw & Co,15/01/2018,n/k
Total,,,350.00

Produced by the finance team
`,
);

inOneBrowser('totals and notes of a file are listed with their rows', async (visit) => {
  const { page, downloads } = visit;
  await openWith(visit, WITH_TOTALS);
  const told = await book(page).innerText();
  expect(told).toContain('3 rows in the file, 3 accounted for.');
  await book(page).getByRole('button', { name: '2 totals or notes are no rows' }).click();
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect.poll(() => focused(page)).toBe('Evidence');
  await evidence.getByRole('listitem').first().waitFor();
  const lines = await evidence.getByRole('listitem').allInnerTexts();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/Row 5: A total, left out: it repeats the rows.*Total · 350\.00/s);
  expect(lines[1]).toMatch(/Row 7: A line under the table.*Produced by the finance team/s);
  await evidence.getByRole('button', { name: 'Download these rows' }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  const [file] = await downloads();
  expect(file?.text).toMatch(/^Row,Column,Text found,Why\r\n5,,Total · 350\.00,/);
});

inOneBrowser('the evidence gives the figure as printed, its row and its place', async (visit) => {
  const { page, open } = visit;
  await open('v=1&evidence=title:Smart%20energy%20innovation');
  await ready(page);
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await evidence.getByRole('heading', { name: 'Smart energy innovation' }).waitFor();
  const text = await evidence.innerText();
  expect(text).toMatch(/at least £50m in 1 figure/);
  expect(text).toMatch(/A lower end only/);
  expect(text).toMatch(/at least £50 million in UK Digital Strategy, policy paper/);
  expect(text).toMatch(/row 24 of the file/);
  const link = evidence.getByRole('link', { name: 'Open the source' });
  expect(await link.getAttribute('href')).toMatch(/^https:\/\/www\.gov\.uk\//);
  expect(await link.getAttribute('rel')).toMatch(/noopener/);
});
