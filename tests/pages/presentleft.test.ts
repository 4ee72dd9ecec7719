import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { NAME } from './onstage.ts';
import { ready } from './screen.ts';

const STORY = `**/${NAME}.story.json`;

async function presentGiven(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  await page.getByRole('button', { name: 'Present the story that comes with this data' }).click();
}

inOneBrowser('a story that was left before it came stays away', async ({ page, open }) => {
  await open();
  await ready(page);
  let letCome = () => {};
  const held = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(STORY, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(STORY);
  await presentGiven(page);
  await asked;
  await page.evaluate(() => (location.hash = 'lead=treemap'));
  await expect.poll(() => page.url()).not.toContain('present=');
  const arrived = page.waitForEvent('requestfinished', (request) =>
    /stagepage.*\.js/.test(request.url()),
  );
  letCome();
  await arrived;
  // The stage would be there as soon as its script has run.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
  });
  expect(await page.locator('.stage').count()).toBe(0);
  await ready(page);
  expect(page.url()).not.toContain('present=');
});

forEachBrowser(
  'a story that is not to be had is told of, and what is shown stays',
  async ({ page, open }) => {
    await open();
    await ready(page);
    await page.route(STORY, (route) => route.fulfill({ status: 404 }));
    await presentGiven(page);
    await page.getByText(/is missing: the server answered 404/).waitFor();
    await ready(page);
    // Nor does the address ask for it again.
    expect(page.url()).not.toContain('present=');
  },
  { allow: /404/ },
);
