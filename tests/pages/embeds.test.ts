import { expect } from 'vitest';
import { frameOf, isVisible } from './embedding.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';

/** `embeds.html` shows every way to put a chart into a page. */
const WAYS = ['picture', 'frame', 'script', 'frozen'] as const;

inOneBrowser('the page of examples shows each chart, live where it can be', async (visit) => {
  const { page, address } = visit;
  await page.goto(`${address}embeds.html`);
  for (const way of WAYS) await page.locator(`#${way}`).scrollIntoViewIfNeeded();
  await expect.poll(() => page.frames().length).toBe(4);
  for (const frame of page.frames().slice(1)) {
    await frame.locator('[tabindex="0"][data-key]').waitFor({ state: 'attached' });
  }
  await page.locator('tranche-chart').scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator('tranche-chart iframe').evaluate(isVisible)).toBe(true);
  const pictures = page.locator('img');
  expect(await pictures.count()).toBe(4);
  for (let at = 0; at < 4; at++) {
    const image = pictures.nth(at);
    expect(await image.getAttribute('alt')).toMatch(/^W|^H/);
    expect(await image.evaluate((drawn: HTMLImageElement) => drawn.naturalWidth)).toBeGreaterThan(
      0,
    );
  }
});

forEachBrowser(
  'a frame is as high as what is in it, where the browser can',
  async ({ page, address }) => {
    await page.goto(`${address}embeds.html`);
    const frame = await frameOf(page);
    await frame.locator('[tabindex="0"][data-key]').waitFor({ state: 'attached' });
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight))
      .toBe(0);
  },
  { browsers: ['chromium'] },
);

forEachBrowser('a chart as one file asks nothing of anybody', async (visit) => {
  const { page, address, requests } = visit;
  await page.goto(`${address}embeds/sankey.frozen.html`);
  await page.locator('[tabindex="0"][data-key]').waitFor();
  expect(await page.getByRole('heading').innerText()).toMatch(/^Two-thirds/);
  await page.locator('[role="button"][aria-label^="Transport, "]').first().click();
  await page.getByText('Two-thirds of the £680m is for').waitFor();
  const asked = requests.filter((url) => !/^(blob|data):|favicon/.test(url));
  expect(asked).toEqual([`${address}embeds/sankey.frozen.html`]);
});
