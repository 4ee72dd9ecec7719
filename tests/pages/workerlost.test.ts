import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { toDeck } from '../../src/library/html.ts';
import { readBuiltIn } from '../../src/library/reading.ts';
import { forEachBrowser } from './harness.ts';
import { openFromDisk } from './onefile.ts';
import { onStage, press, stepOf, story } from './onstage.ts';
import { choose, given, grantsCsv, opened } from './openingfiles.ts';
import {
  elementsOf,
  headline,
  mark,
  names,
  ready,
  SANKEY,
  settled,
  standfirst,
  step,
  TITLES,
} from './screen.ts';
import { endWorkers, noteWorkers } from './workers.ts';

/** All that the explorer says of its view. */
async function said(page: Page): Promise<string> {
  await settled(page);
  const marks = await Promise.all(TITLES.map((title) => names(page, title)));
  return [await headline(page), await standfirst(page), ...marks.flat()].join('\n');
}

forEachBrowser('the explorer outlives its worker', async ({ page, open }) => {
  await noteWorkers(page);
  await open();
  await ready(page);
  // The data is read after the first picture; a worker that is gone before it is open is a failure.
  const workers = () => page.evaluate(() => globalThis.startedWorkers.length);
  await expect.poll(() => page.evaluate(() => globalThis.openedData)).toBe(1);
  const first = await said(page);
  await endWorkers(page);
  await mark(page, SANKEY, 'Health and care').click();
  await expect.poll(() => said(page)).not.toBe(first);
  expect(await workers()).toBe(2);
  await step(page, 'back');
  await expect.poll(() => said(page)).toBe(first);
  // So is the one that waits for a file that was only dragged over the page.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([], 'grants.csv'));
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
  });
  await expect.poll(workers).toBe(3);
  await endWorkers(page);
  await mark(page, SANKEY, 'Tax').click();
  await expect.poll(() => said(page)).not.toBe(first);
  const outlived = await said(page);
  await page.reload();
  await ready(page);
  expect(await said(page)).toBe(outlived);
});

forEachBrowser(
  'a file of the reader’s is read anew when its worker is gone',
  async ({ page, open }) => {
    await noteWorkers(page);
    await open();
    await ready(page);
    await choose(page, given('grants.csv', `${grantsCsv(12)}none,,,much,,,,\n`));
    await opened(page, 'grants.csv');
    await ready(page);
    const before = await said(page);
    await endWorkers(page);
    await elementsOf(page, SANKEY, 'funder:Elm Foundation').first().click();
    await expect.poll(() => said(page)).not.toBe(before);
    expect(await standfirst(page)).toContain('£30,000');
    // What it keeps of the rows that are in no sum is there again too.
    await endWorkers(page);
    await page.getByRole('button', { name: /1 unread/ }).click();
    await page.getByText('much').first().waitFor();
  },
);

forEachBrowser('whoever explores on stage goes on without the worker of before', async (visit) => {
  const { page } = visit;
  await noteWorkers(page);
  await openFromDisk(visit, await toDeck(await readBuiltIn(), story), 'present=story&step=3');
  await onStage(page);
  const culture = page.locator('.stage svg rect[data-key="sector:Culture"]').first();
  await culture.focus();
  await press(page, 'e');
  expect(await endWorkers(page)).toBeGreaterThan(0);
  await culture.focus();
  await press(page, 'Enter');
  await page.getByText('Commitments, Culture').first().waitFor();
  await press(page, 'PageDown');
  await page.getByRole('heading', { level: 1, name: story.scenes[2]?.title ?? '' }).waitFor();
  expect(await stepOf(page)).toBe('3');
});
