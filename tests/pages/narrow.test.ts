import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { frame, picture, ready, settled, TITLES } from './screen.ts';

const context = { viewport: { width: 320, height: 640 }, hasTouch: true };

/** How far the page is wider than its window, in px, and what sticks out. */
async function overhang(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .map((element) => element.outerHTML.slice(0, 80));
  });
}

forEachBrowser(
  'nothing has to be scrolled sideways at 320 px',
  async ({ page, open }) => {
    await open();
    await ready(page);
    expect(await overhang(page)).toEqual([]);
    for (const title of TITLES) {
      const box = await picture(page, title).boundingBox();
      expect(box?.width).toBeGreaterThan(250);
    }
    await page.evaluate(
      () =>
        (location.hash =
          'v=1&is.sector=Transport&period=2018-04-01,2020-04-01&evidence=sector:Transport&nonsense=1'),
    );
    await page.locator('aside h2').waitFor();
    expect(await overhang(page)).toEqual([]);
    await page.evaluate(() => (location.hash = ''));
    await settled(page);
    for (const form of ['table', 'outline']) {
      for (const title of TITLES) {
        await page.getByRole('button', { name: `${title}: ${form}` }).click();
        await frame(page, title).locator('tbody tr, li').first().waitFor();
      }
      expect(await overhang(page)).toEqual([]);
    }
    await page.getByRole('button', { name: 'Only … add a filter' }).click();
    expect(await overhang(page)).toEqual([]);
  },
  { context },
);
