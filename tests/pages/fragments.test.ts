import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { focused, ready, settled, standfirst } from './screen.ts';

/** Fragments nobody should have written, and what the page says it left aside. */
type Broken = readonly [fragment: string, says: RegExp];
const AT_FIRST: readonly Broken[] = [
  ['garbage', /garbage: nothing has that name/],
  ['is.sector=%E0%A4%A', /percent signs do not fit together/],
  ['x'.repeat(20_000), /the whole link: it is longer than 16000 characters/],
  ['__proto__=1&constructor=2', /__proto__: nothing has that name[^]*constructor: nothing/],
];
const LATER: readonly Broken[] = [
  ['by=sector,nothing', /by: the data has no column “nothing”/],
  ['is.constructor=x&is.__proto__=x', /no column “constructor”[^]*no column “__proto__”/],
  ['split=toString&opened=hasOwnProperty', /“toString”[^]*“hasOwnProperty”/],
  ['evidence=nonsense&evidence=a:b', /evidence: the data has no column/],
  ['measure=lots&top=7&time=never&unit=eon', /“lots”[^]*“7”[^]*“never”[^]*“eon”/],
  ['period=2020-01-01,2019-01-01&amount=a,b', /period: [^]*amount: /],
  ['lead=__proto__', /no chart is called “__proto__”/],
  ['lead=pie', /no chart is called “pie”/],
  ['v=99', /another version/],
  ['&&&===&=', /nothing has that name/],
];

async function startsOnDefaults(page: Page, [fragment, says]: Broken): Promise<void> {
  const notice = page.getByRole('status').filter({ hasText: 'Left aside from this link' });
  await expect.poll(() => notice.innerText(), { message: fragment }).toMatch(says);
  await ready(page);
  expect(await standfirst(page)).toMatch(/^At least £6\.335bn committed in 9 figures; /);
}

inOneBrowser('a broken link starts on the defaults and says what it ignored', async (visit) => {
  const { page, open } = visit;
  for (const broken of AT_FIRST) {
    await page.goto('about:blank');
    await open(broken[0]);
    await startsOnDefaults(page, broken);
  }
  for (const broken of LATER) {
    await page.evaluate((fragment) => (location.hash = fragment), broken[0]);
    await startsOnDefaults(page, broken);
  }
  await page.getByRole('button', { name: 'Put away' }).click();
  expect(await page.getByText('Left aside from this link').count()).toBe(0);
  expect(await focused(page)).not.toBe('nothing');
});

forEachBrowser('what can be read of a broken link is kept', async ({ page, open }) => {
  await open('v=1&is.sector=Transport&is.colour=blue');
  await ready(page);
  expect(await standfirst(page)).toMatch(/^£680m committed in 3 figures; /);
  expect(await page.getByRole('status').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/is\.colour: the data has no column “colour”/)]),
  );
});

forEachBrowser('a value that looks like code is shown as text', async ({ page, open }) => {
  const hostile = '<img src=x onerror=alert(1)>';
  const value = encodeURIComponent(hostile);
  await open(`v=1&is.sector=${value}&text=${value}&zoom=${value}&evidence=sector:${value}`);
  await settled(page);
  expect(await page.getByRole('button', { name: `Remove ${hostile}` }).innerText()).toBe('×');
  await page.getByRole('complementary').getByRole('heading', { name: hostile }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
});
