import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import {
  elementsOf,
  fragment,
  headline,
  mark,
  names,
  picture,
  ready,
  SANKEY,
  settled,
  standfirst,
  step,
  TIMELINE,
  TITLES,
  TREEMAP,
} from './screen.ts';

declare global {
  var asked: number;
  var changed: string[];
}

/** Runs before the page's scripts: counts what is sent to workers. */
function countQuestions(): void {
  globalThis.asked = 0;
  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...sent: [unknown]) {
    globalThis.asked++;
    send.apply(this, sent);
  };
}

/** Notes every attribute of a mark that changes from now on, classes apart. */
function watchGeometry(): void {
  globalThis.changed = [];
  const watch = new MutationObserver((changes) => {
    for (const { attributeName } of changes) {
      if (attributeName && attributeName !== 'class') globalThis.changed.push(attributeName);
    }
  });
  for (const svg of document.querySelectorAll('.charts svg')) {
    watch.observe(svg, { attributes: true, subtree: true });
  }
}

async function dimmed(page: Page, title: string, name: string): Promise<boolean> {
  const opacity = await mark(page, title, name).evaluate((el) => getComputedStyle(el).opacity);
  return Number(opacity) < 0.5;
}

forEachBrowser(
  'pointing at a mark lights its subject in all three, and asks and lays out nothing',
  async ({ page, open }) => {
    await page.addInitScript(countQuestions);
    await open();
    await ready(page);
    // The first view comes with its answers; another one has to be asked.
    await page.getByLabel('Unit of time').selectOption('quarter');
    await expect.poll(() => page.evaluate(() => globalThis.asked)).toBeGreaterThan(0);
    await settled(page);
    await page.evaluate(watchGeometry);
    const before = await page.evaluate(() => globalThis.asked);

    await elementsOf(page, SANKEY, 'sector:Transport').hover();
    await expect.poll(() => dimmed(page, SANKEY, 'Health and care,')).toBe(true);
    for (const [title, lit, dim] of [
      [SANKEY, 'Digital signalling,', 'Making Tax Digital,'],
      [TIMELINE, 'Digital signalling,', 'NHS digital technology,'],
      [TREEMAP, 'Transport,', 'Culture,'],
    ] as const) {
      expect(await dimmed(page, title, lit)).toBe(false);
      expect(await dimmed(page, title, dim)).toBe(true);
    }
    await elementsOf(page, TREEMAP, 'title:Making Tax Digital').hover();
    await expect.poll(() => dimmed(page, SANKEY, 'Making Tax Digital,')).toBe(false);
    expect(await dimmed(page, TIMELINE, 'Digital signalling,')).toBe(true);

    await page.mouse.move(2, 2);
    await expect.poll(() => dimmed(page, SANKEY, 'Health and care,')).toBe(false);
    expect(await page.evaluate(() => globalThis.asked)).toBe(before);
    expect(await page.evaluate(() => globalThis.changed)).toEqual([]);
  },
);

forEachBrowser(
  'choosing a mark filters all three and is in the address; back, forward and reload keep step',
  async ({ page, open }) => {
    await open();
    await ready(page);
    const all = await Promise.all(TITLES.map((title) => names(page, title)));

    await elementsOf(page, SANKEY, 'sector:Transport').click();
    await expect.poll(() => standfirst(page)).toMatch(/^£680m committed in 3 figures; .*filtered/);
    expect(fragment(page)).toMatch(/(^|&)is\.sector=Transport(&|$)/);
    const some = await Promise.all(TITLES.map((title) => names(page, title)));
    some.forEach((marks, chart) => {
      expect(marks.length).toBeLessThan(all[chart]?.length ?? 0);
      expect(marks.join('\n')).toMatch(/Digital signalling, £450m/);
      expect(marks.join('\n')).not.toMatch(/£1\.3bn/);
    });

    await step(page, 'back');
    await expect.poll(() => standfirst(page)).toMatch(/^At least £6\.335bn/);
    expect(await Promise.all(TITLES.map((title) => names(page, title)))).toEqual(all);
    await step(page, 'forward');
    await expect.poll(() => standfirst(page)).toMatch(/^£680m/);
    expect(await Promise.all(TITLES.map((title) => names(page, title)))).toEqual(some);

    const address = page.url();
    const finding = await headline(page);
    await page.reload();
    await ready(page);
    expect(page.url()).toBe(address);
    expect(await headline(page)).toBe(finding);
    expect(await Promise.all(TITLES.map((title) => names(page, title)))).toEqual(some);
    await page.getByRole('complementary', { name: 'Evidence' }).waitFor();
  },
);

inOneBrowser('clauses of the selection can be taken away', async ({ page, open }) => {
  await open('v=1&is.sector=Transport&is.announced=Autumn%20Statement%202016&text=signalling');
  await ready(page);
  expect(await standfirst(page)).toMatch(/^£450m committed in 1 figure; /);
  for (const [name, left] of [
    ['Remove mentioning “signalling”', /^£530m committed in 2 figures; /],
    ['Remove Transport', /^£530m committed in 2 figures; /],
    ['Remove announced at Autumn Statement 2016', /^At least £6\.335bn/],
  ] as const) {
    await page.getByRole('button', { name, exact: true }).click();
    await settled(page);
    await expect.poll(() => standfirst(page)).toMatch(left);
  }
  expect(fragment(page)).toBe('');
});

forEachBrowser('a selection with nothing in it says why and offers the way out', async (visit) => {
  const { page, open } = visit;
  await open('v=1&is.sector=Transport&text=no%20such%20words');
  await settled(page);
  for (const title of TITLES) {
    const place = page.getByRole('region', { name: title, exact: true });
    expect(await place.innerText()).toMatch(/Commitments, Transport, mentioning “no such words”/);
    expect(await place.getByRole('button', { name: 'Take all filters away' }).count()).toBe(1);
  }
  await page.getByRole('button', { name: 'Take all filters away' }).first().click();
  await ready(page);
  expect(await standfirst(page)).toMatch(/^At least £6\.335bn/);
  expect(await picture(page, SANKEY).count()).toBe(1);
});
