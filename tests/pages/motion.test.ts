import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import {
  elementsOf,
  fragment,
  frame,
  picture,
  ready,
  SANKEY,
  settled,
  standfirst,
  TREEMAP,
} from './screen.ts';

declare global {
  interface Element {
    seenBefore?: boolean;
  }
}

/** Keys of the marks of a picture that are the very elements marked earlier. */
function kept(page: Page, title: string): Promise<string[]> {
  return picture(page, title)
    .locator('[data-key]')
    .evaluateAll((marks) =>
      marks.filter((mark) => mark.seenBefore).map((mark) => mark.getAttribute('data-key') ?? ''),
    );
}

const markAll = (page: Page, title: string) =>
  picture(page, title)
    .locator('[data-key]')
    .evaluateAll((marks) => marks.forEach((mark) => (mark.seenBefore = true)));

const animations = (page: Page) => page.evaluate(() => document.getAnimations().length);

forEachBrowser('what stays on the screen stays the same element', async ({ page, open }) => {
  await open();
  await ready(page);
  await markAll(page, SANKEY);
  await elementsOf(page, SANKEY, 'sector:Transport').click();
  await expect.poll(() => standfirst(page)).toMatch(/^£680m/);
  expect(await kept(page, SANKEY)).toEqual(
    expect.arrayContaining(['sector:Transport', 'programme:Digital signalling']),
  );

  // The large place takes another chart in; what both are about moves over.
  await page.getByRole('button', { name: `${TREEMAP}: larger` }).click();
  await expect.poll(() => fragment(page)).toMatch(/lead=treemap/);
  await settled(page);
  expect(await kept(page, TREEMAP)).toContain('sector:Transport');
  expect(
    await frame(page, TREEMAP).evaluate((it) => it.parentElement?.firstElementChild === it),
  ).toBe(true);
});

forEachBrowser('nothing moves for a reader who wants no motion', async ({ page, open }) => {
  await open();
  await ready(page);
  await elementsOf(page, SANKEY, 'sector:Transport').hover();
  expect(await animations(page)).toBe(0);
  await elementsOf(page, SANKEY, 'sector:Transport').click();
  await expect.poll(() => standfirst(page)).toMatch(/^£680m/);
  expect(await animations(page)).toBe(0);
});

forEachBrowser(
  'marks travel to their new places where motion is welcome',
  async ({ page, open }) => {
    await open();
    await ready(page);
    const node = elementsOf(page, SANKEY, 'sector:Transport');
    const heightOf = () => node.evaluate((mark) => mark.getBoundingClientRect().height);
    const before = await heightOf();
    await node.click();
    await expect.poll(() => standfirst(page)).toMatch(/^£680m/);
    // Held halfway, the mark is between where it was and where it goes.
    const moving = await page.evaluate(() => {
      const all = document.getAnimations().filter(({ effect }) => effect?.getTiming().duration);
      for (const animation of all) {
        animation.pause();
        animation.currentTime = 225;
      }
      return all.length;
    });
    expect(moving).toBeGreaterThan(10);
    const halfway = await heightOf();
    await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    const after = await heightOf();
    expect(halfway).toBeGreaterThan(before + 10);
    expect(halfway).toBeLessThan(after - 10);
  },
  // The other browser is told for all its windows that no motion is wanted.
  { browsers: ['chromium'], context: { reducedMotion: 'no-preference' } },
);
