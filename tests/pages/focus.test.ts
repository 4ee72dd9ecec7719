import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { frame, ready, SANKEY, TITLES } from './screen.ts';

/** What axe does not look at: names of marks, the ring of the focus, the size of what is pressed. */

/** What the element with the focus shows of it, as faults in words; none when it is seen. */
function faultsOfFocus(): string[] {
  const element = document.activeElement;
  if (!element || element === document.body) return ['the focus is lost'];
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  const box = element.getBoundingClientRect();
  const faults: string[] = [];
  const svg = element.closest('svg');
  if (svg) {
    const line = svg.querySelector('.ring .line');
    const ring = line?.getBoundingClientRect();
    const { stroke = 'none', strokeWidth = '0' } = line ? getComputedStyle(line) : {};
    if (!ring || stroke === 'none' || parseFloat(strokeWidth) < 2) faults.push('no ring');
    else if (ring.left > box.left + 1 || ring.right < box.right - 1)
      faults.push('ring is elsewhere');
  } else {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push('no outline');
  }
  // Some of it is in the window, and not under what stays in place when the page is scrolled.
  const shares = [0.02, 0.5, 0.98];
  const seen = shares.some((down) =>
    shares.some((along) => {
      const [x, y] = [box.left + box.width * along, box.top + box.height * down];
      const top = document.elementFromPoint(x, y);
      const over = top?.closest('footer, aside');
      return top !== null && (!over || over.contains(element));
    }),
  );
  if (!seen) faults.push('out of sight');
  return faults.map((fault) => `${name}: ${fault}`);
}

/** Goes through the page by Tab until the focus leaves it; the faults on the way and the number of stops. */
async function walk(page: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  for (let stops = 0; stops < 90; stops++) {
    await page.keyboard.press('Tab');
    const left = await page.evaluate(() => document.activeElement === document.body);
    if (left) return { stops, faults };
    let found = await page.evaluate(faultsOfFocus);
    // What has the focus is scrolled into sight a moment later where the machine is busy.
    if (found.length > 0) await page.waitForTimeout(400);
    if (found.length > 0) found = await page.evaluate(faultsOfFocus);
    faults.push(...found);
  }
  return { stops: Infinity, faults: ['Tab never leaves the page'] };
}

const NARROW = { viewport: { width: 320, height: 640 } };

for (const [where, context] of [
  ['on a desk', {}],
  ['at 320 px', NARROW],
] as const) {
  forEachBrowser(
    `the focus is seen at every stop ${where}`,
    async ({ page, open }) => {
      await open('v=1&is.sector=Transport&evidence=sector:Transport');
      await ready(page);
      await page.locator('aside h2').waitFor();
      const { stops, faults } = await walk(page);
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(30);
    },
    { context },
  );

  forEachBrowser(
    `every control is large enough to be hit ${where}`,
    async ({ page, open }) => {
      await open('v=1&is.sector=Transport&evidence=sector:Transport&nonsense=1');
      await ready(page);
      await page.locator('aside h2').waitFor();
      const small = await page
        .locator('button, select, summary, input, .skip')
        .evaluateAll((controls) =>
          controls
            .map((control) => ({ control, box: control.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
            .map(
              ({ control, box }) => `${control.outerHTML.slice(0, 90)} ${box.width}×${box.height}`,
            ),
        );
      expect(small).toEqual([]);
    },
    { context },
  );
}

forEachBrowser('every mark one can reach says what it is and how much', async ({ page, open }) => {
  await open('v=1&split');
  await ready(page);
  for (const title of TITLES) {
    const marks = await frame(page, title)
      .locator('svg [tabindex]')
      .evaluateAll((all) =>
        all.map((mark) => ({
          key: mark.getAttribute('data-key') ?? '',
          role: mark.getAttribute('role'),
          name: mark.getAttribute('aria-label') ?? '',
        })),
      );
    expect(marks.length).toBeGreaterThan(10);
    for (const { key, role, name } of marks) {
      expect(name).toMatch(
        key.startsWith('milestone:')
          ? /, (done|planned|intended)$/
          : /£\d[\d.]*(bn|m)?\b|size not stated|\d+ pledges/,
      );
      expect(role).toMatch(/^(button|img)$/);
    }
  }
  const description = await frame(page, SANKEY)
    .getByRole('group')
    .evaluate(
      (svg) => document.getElementById(svg.getAttribute('aria-describedby') ?? '')?.textContent,
    );
  expect(description).toMatch(/Arrow keys.*Enter.*Space.*Escape/s);
});
