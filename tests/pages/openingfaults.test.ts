import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { choose, drop, given, grantsCsv, howRead, opened } from './openingfiles.ts';
import {
  fragment,
  mark,
  names,
  ready,
  settled,
  standfirst,
  step,
  TITLES,
  TREEMAP,
} from './screen.ts';

const PDF = Buffer.from(
  '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n',
  'latin1',
);

/** Files that cannot be opened, and what the page says of each. */
const REFUSED = [
  [given('spend.csv', PDF), /“spend\.csv” was not opened\. .*PDF/],
  [given('nothing.csv', ''), /“nothing\.csv” was not opened\. .*empty/],
  [given('quote.csv', '"'), /“quote\.csv” was not opened\. [A-Z].+\./],
  [
    given('words.csv', 'Name,Colour\nOne,red\nTwo,blue\n'),
    /“words\.csv” was not opened\. .*amount/,
  ],
] as const;

forEachBrowser('a file that cannot be opened is refused with the reason', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const before = await standfirst(page);
  for (const [file, says] of REFUSED) {
    await drop(page, file);
    const told = page.getByRole('status').filter({ hasText: file.name });
    await told.filter({ hasText: 'was not opened' }).waitFor();
    expect((await told.innerText()).replace(/\s+/g, ' ')).toMatch(says);
    expect(await standfirst(page)).toBe(before);
    expect(await howRead(page).count()).toBe(0);
  }
  await page.getByRole('button', { name: 'Put away' }).click();
  await mark(page, TREEMAP, 'Smart ticketing in the North').click();
  await expect.poll(() => standfirst(page)).not.toBe(before);
  await drop(page, given('good.csv', grantsCsv(3)));
  await opened(page, 'good.csv');
  expect(await standfirst(page)).toContain('£6,000');
});

/** Counts the workers of a page that have been started and not ended. */
function countWorkers(): void {
  globalThis.workersAlive = 0;
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    #ended = false;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      globalThis.workersAlive++;
    }
    override terminate(): void {
      if (!this.#ended) globalThis.workersAlive--;
      this.#ended = true;
      super.terminate();
    }
  };
}

declare global {
  var workersAlive: number;
}

/** Drops a file of about `megabytes` that is made in the page, as no driver hands over that much. */
function dropLarge(page: Page, megabytes: number): Promise<void> {
  return page.evaluate(
    ({ csv, times }) => {
      const end = csv.indexOf('\n') + 1;
      const body = new Blob([csv.slice(end)]);
      const file = new File(
        [csv.slice(0, end), ...Array.from({ length: times }, () => body)],
        'large.csv',
      );
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document
        .querySelector('h1')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    { csv: grantsCsv(5000), times: megabytes * 2 },
  );
}

forEachBrowser('a reading stopped half-way leaves what was open', async ({ page, open }) => {
  await page.addInitScript(countWorkers);
  await open();
  await ready(page);
  await drop(page, given('small.csv', grantsCsv(12)));
  await opened(page, 'small.csv');
  const before = { standfirst: await standfirst(page), fragment: fragment(page) };
  await expect.poll(() => page.evaluate(() => globalThis.workersAlive)).toBe(1);
  await dropLarge(page, 300);
  const stop = page.getByRole('button', { name: 'Stop reading' });
  // The first rows of it are already to be seen.
  await howRead(page).locator('strong', { hasText: 'large.csv' }).waitFor();
  await stop.click();
  await stop.waitFor({ state: 'detached' });
  await howRead(page).locator('strong', { hasText: 'small.csv' }).waitFor();
  await ready(page);
  expect(await standfirst(page)).toBe(before.standfirst);
  expect(fragment(page)).toBe(before.fragment);
  expect(await page.evaluate(() => globalThis.workersAlive)).toBe(1);
  expect(await page.getByText('was not opened').count()).toBe(0);
  // What was open still answers.
  await mark(page, TREEMAP, 'Club 1').click();
  await expect.poll(() => standfirst(page)).not.toBe(before.standfirst);
});

inOneBrowser('the way back and forward goes past an opened file', async ({ page, open }) => {
  await open();
  await ready(page);
  await mark(page, TREEMAP, 'Smart ticketing in the North').click();
  await settled(page);
  const builtIn = await standfirst(page);
  await drop(page, given('grants.csv', grantsCsv(12)));
  await opened(page, 'grants.csv');
  const whole = await standfirst(page);
  await mark(page, TREEMAP, 'Club 1').click();
  await expect.poll(() => standfirst(page)).not.toBe(whole);
  const filtered = fragment(page);
  await step(page, 'back');
  await expect.poll(() => standfirst(page)).toBe(whole);
  await step(page, 'back');
  await expect.poll(() => standfirst(page)).toBe(builtIn);
  await howRead(page).waitFor({ state: 'detached' });
  await step(page, 'forward');
  await step(page, 'forward');
  await opened(page, 'grants.csv');
  expect(fragment(page)).toBe(filtered);
  expect(await standfirst(page)).not.toBe(whole);
});

inOneBrowser('an address of a file says on reload that no link holds it', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const builtIn = await standfirst(page);
  await drop(page, given('grants.csv', grantsCsv(12)));
  await opened(page, 'grants.csv');
  const whole = await standfirst(page);
  await mark(page, TREEMAP, 'Club 1').click();
  await expect.poll(() => standfirst(page)).not.toBe(whole);
  const filtered = await standfirst(page);
  await page.locator('aside h2').waitFor();
  await page.reload();
  await ready(page);
  expect(await standfirst(page)).toBe(builtIn);
  expect(await page.getByRole('status').allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/“grants” was a file from a computer.*Choose it again/),
    ]),
  );
  // Opened again, the file is shown as the address says.
  await choose(page, given('grants.csv', grantsCsv(12)));
  await opened(page, 'grants.csv');
  expect(await standfirst(page)).toBe(filtered);
  // And back to the page's own data.
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('button', { name: /^Back to the UK Digital Strategy/ }).click();
  await expect.poll(() => standfirst(page)).toBe(builtIn);
  expect(fragment(page)).not.toContain('data=');
  expect(await page.getByText('no link holds').count()).toBe(0);
  expect(await howRead(page).count()).toBe(0);
});

forEachBrowser('the first picture waits for no worker', async ({ page, open }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let asked = false;
  await page.route(/\/assets\/worker-[^/]+\.js$/, async (route) => {
    asked = true;
    await held;
    await route.continue();
  });
  await open();
  await ready(page);
  for (const title of TITLES) expect((await names(page, title)).length).toBeGreaterThan(3);
  const before = await standfirst(page);
  await expect.poll(() => asked).toBe(true);
  await mark(page, TREEMAP, 'Smart ticketing in the North').click();
  expect(await standfirst(page)).toBe(before);
  release();
  await expect.poll(() => standfirst(page)).not.toBe(before);
  await settled(page);
});
