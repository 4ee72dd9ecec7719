import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { drop, given, grantsCsv, howRead, openDialog, opened } from './openingfiles.ts';
import { fragment, mark, ready, standfirst, TREEMAP } from './screen.ts';

forEachBrowser(
  'going back from a file leads to what was open, and forward to it',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    const builtIn = await standfirst(page);
    await drop(page, given('first.csv', grantsCsv(12)));
    await opened(page, 'first.csv');
    await mark(page, TREEMAP, 'Club 1').click();
    await expect.poll(() => fragment(page)).toContain('Club');
    // The address is a little ahead of the words.
    await expect.poll(() => standfirst(page)).toContain('filtered out');
    const filtered = await standfirst(page);
    await drop(page, given('second.csv', grantsCsv(20)));
    await opened(page, 'second.csv');
    const second = await standfirst(page);

    await page.goBack();
    await opened(page, 'first.csv');
    expect(await standfirst(page)).toBe(filtered);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => standfirst(page)).toBe(builtIn);
    await howRead(page).waitFor({ state: 'detached' });
    expect(fragment(page)).not.toContain('data=');
    for (let step = 0; step < 2; step++) await page.goForward();
    await opened(page, 'first.csv');
    await expect.poll(() => standfirst(page)).toBe(filtered);
    await page.goForward();
    await opened(page, 'second.csv');
    expect(await standfirst(page)).toBe(second);
  },
);

inOneBrowser('a file dropped on an open dialog opens, and the dialog goes away', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const dialog = await openDialog(page);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a'], 'a.csv'));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('dialog')?.dispatchEvent(over);
  });
  const overlay = page.getByText('Drop to open.');
  await overlay.waitFor();
  // In the browser's top layer, which dialogs are in too: what came last is above.
  expect(await page.locator(':popover-open', { has: overlay }).count()).toBe(1);
  await drop(page, given('grants.csv', grantsCsv(3)));
  await opened(page, 'grants.csv');
  expect(await dialog.count()).toBe(0);
  expect(await overlay.count()).toBe(0);
});
