import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import {
  elementsOf,
  fragment,
  frame,
  names,
  ready,
  settled,
  SANKEY,
  standfirst,
  TIMELINE,
  TREEMAP,
} from './screen.ts';

const choose = async (page: Page, name: string, label: string) => {
  await page.getByRole('combobox', { name }).selectOption({ label });
  await settled(page);
};

forEachBrowser('a stretch of time dragged out filters the others', async ({ page, open }) => {
  await open();
  await ready(page);
  await frame(page, TIMELINE).scrollIntoViewIfNeeded();
  const strip = await frame(page, TIMELINE).locator('.strip').boundingBox();
  if (!strip) throw new Error('the timeline has no strip to drag along');
  const y = strip.y + strip.height / 2;
  await page.mouse.move(strip.x + strip.width * 0.8, y);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.9, y);
  await page.mouse.move(strip.x + strip.width * 0.98, y);
  await page.mouse.up();
  await expect.poll(() => fragment(page)).toMatch(/^v=1&period=20\d\d-/);
  await expect.poll(() => standfirst(page)).toMatch(/^£4\.245bn committed in 2 figures/);
  expect((await names(page, SANKEY)).join('\n')).not.toMatch(/Digital signalling/);
  expect((await names(page, TREEMAP)).join('\n')).not.toMatch(/Making Tax Digital/);
});

inOneBrowser('the same can be chosen in words', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, 'First year kept', '2021-22');
  expect(fragment(page)).toBe('v=1&period=2021-04-01,2022-04-01');
  expect(await standfirst(page)).toMatch(/^£4\.245bn committed in 2 figures/);
  await choose(page, 'First year kept', '2016-17');
  expect(await standfirst(page)).toMatch(/^£4\.695bn committed in 3 figures/);
  await page.getByRole('button', { name: 'all years' }).click();
  await expect.poll(() => standfirst(page)).toMatch(/^At least £6\.335bn/);
});

inOneBrowser('a sum can stand spread or whole, and says which', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, 'How a sum stands in its period', 'as a lump at its start');
  expect(fragment(page)).toBe('v=1&time=lump');
  const timeline = frame(page, TIMELINE);
  expect(await timeline.innerText()).toMatch(/Each sum stands whole where its period starts/);
  await choose(page, 'How a sum stands in its period', 'spread evenly over its period');
  expect(await timeline.innerText()).toMatch(/spread a sum evenly over its period: our assumption/);
});

forEachBrowser('the nested treemap zooms in and its trail leads back', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, 'Treemap as', 'one nested treemap');
  const all = await names(page, TREEMAP);
  await elementsOf(page, TREEMAP, 'sector:Transport').first().dispatchEvent('click');
  await expect.poll(() => fragment(page)).toMatch(/zoom=Transport/);
  await settled(page);
  const zoomed = await names(page, TREEMAP);
  expect(zoomed.join('\n')).toMatch(/Digital signalling, £450m/);
  expect(zoomed.join('\n')).not.toMatch(/Making Tax Digital/);
  const trail = page.getByRole('navigation', { name: 'Zoom' });
  expect((await trail.innerText()).replace(/\s+/g, ' ')).toBe('All › Transport');
  await trail.getByRole('button', { name: 'All' }).click();
  await expect.poll(() => names(page, TREEMAP)).toEqual(all);
});

inOneBrowser('stages can be added, changed and taken out', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, 'Stage 1', 'funder');
  expect(fragment(page)).toBe('v=1&by=funder,sector,programme');
  await choose(page, 'Stage 1', 'sector');
  expect(fragment(page)).toBe('v=1&by=sector,funder,programme');
  await choose(page, 'Stage 3', '(take this stage out)');
  expect(fragment(page)).toBe('v=1&by=sector,funder');
  await page.getByRole('button', { name: 'add a stage' }).click();
  await page.getByRole('button', { name: 'place', exact: true }).click();
  await expect.poll(() => fragment(page)).toBe('v=1&by=sector,funder,place');
  await settled(page);
  expect((await names(page, SANKEY)).join('\n')).toMatch(
    /^Tax to HM Revenue and Customs, £1\.3bn/m,
  );
});
