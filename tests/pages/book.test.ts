import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
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
  const leftOut = await rowsOf(page, /not added in/);
  expect(leftOut).toHaveLength(5);
  for (const row of [
    /^Smart energy benefits to consumers .*£17–40bn$/,
    /^School spending on EdTech .*£900m a year$/,
  ]) {
    expect(leftOut).toContainEqual(expect.stringMatching(row));
  }
  expect(await book(page).innerText()).toMatch(/15 rows in the file, 15 accounted for/);
});

forEachBrowser('the evidence gives the figure as printed, its row and its place', async (visit) => {
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
