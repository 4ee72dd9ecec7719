import { expect } from 'vitest';
import { overhang } from './access.ts';
import { forEachBrowser } from './harness.ts';
import { frame, picture, ready, settled, TITLES } from './screen.ts';

const context = { viewport: { width: 320, height: 640 }, hasTouch: true };

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

forEachBrowser('what the sentence opens stays in the window', async ({ page, open }) => {
  await open();
  await ready(page);
  const add = page.getByRole('button', { name: 'Only … add a filter' });
  for (const width of [640, 880, 1024]) {
    await page.setViewportSize({ width, height: 700 });
    await add.click();
    await page.getByRole('combobox', { name: 'Only figures with' }).waitFor();
    expect(await overhang(page)).toEqual([]);
    await add.click();
  }
});
