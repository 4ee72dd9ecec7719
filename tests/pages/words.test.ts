import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { focused, frame, names, ready, SANKEY, TIMELINE, TITLES, TREEMAP } from './screen.ts';

async function rowsOf(page: Page, title: string): Promise<string[][]> {
  await page.getByRole('button', { name: `${title}: table` }).click();
  const rows = frame(page, title).locator('tbody tr');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
  );
}

inOneBrowser('tables carry the numbers of the pictures', async ({ page, open }) => {
  await open();
  await ready(page);
  const flows = await names(page, SANKEY);
  const bars = await names(page, TIMELINE);
  const tiles = await names(page, TREEMAP);

  const paths = await rowsOf(page, SANKEY);
  expect(paths).toHaveLength(10);
  for (const [announced = '', sector = '', programme = '', amount = '', share = ''] of paths) {
    // A path that shares neither end with another is as wide as its last ribbon.
    const alone = paths.filter((row) => row[1] === sector && row[2] === programme).length === 1;
    const said = flows.find((name) => name.startsWith(`${sector} to ${programme}, `)) ?? '';
    expect(said).not.toBe('');
    if (alone) expect(said).toContain(`, ${amount}`);
    if (alone && share) expect(said).toContain(`${share} of the `);
    const from = `${announced}, `.toLowerCase();
    expect(flows.some((name) => name.toLowerCase().includes(from))).toBe(true);
  }

  const figures = await rowsOf(page, TIMELINE);
  expect(figures).toHaveLength(10);
  for (const [title = '', amount = '', from = '', to = ''] of figures) {
    const period = from === 'not stated' ? 'period not stated' : `${from} to ${to}`;
    const said = bars.find((name) => name.startsWith(`${title}, ${amount}, `)) ?? '';
    expect(said).toContain(period);
  }

  const parts = await rowsOf(page, TREEMAP);
  expect(parts).toHaveLength(10);
  for (const row of parts) {
    const [sector = '', amount = ''] = [row[0], row.find((cell) => /£|not stated$/.test(cell))];
    expect(tiles.some((name) => name.startsWith(`${sector}, `))).toBe(true);
    const leaf = row.slice(0, -3).findLast((cell) => tiles.some((n) => n.startsWith(`${cell}, `)));
    expect(tiles.find((name) => name.startsWith(`${leaf}, `))).toContain(amount);
  }
});

forEachBrowser('outlines say what the pictures say, and act as they do', async ({ page, open }) => {
  await open();
  await ready(page);
  for (const title of TITLES) {
    const said = await names(page, title);
    await page.getByRole('button', { name: `${title}: outline` }).click();
    const list = frame(page, title).getByRole('list', { name: new RegExp(`^${title}\\.`) });
    await list.waitFor();
    const entries = await list.getByRole('listitem').allInnerTexts();
    expect(entries.map((entry) => entry.trim()).sort()).toEqual(said.sort());
  }
  await frame(page, SANKEY)
    .getByRole('button', { name: /^Transport, £680m/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(/is\.sector=Transport/);
  await expect
    .poll(() =>
      frame(page, TREEMAP)
        .getByRole('button', { name: /^Tax, / })
        .count(),
    )
    .toBe(0);
  expect(await focused(page)).toMatch(/^Transport, £680m/);
});
