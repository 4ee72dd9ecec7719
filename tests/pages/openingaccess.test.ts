import { expect } from 'vitest';
import { findings, overhang } from './access.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import {
  choose,
  given,
  grantsCsv,
  howRead,
  openBoard,
  opened,
  openDialog,
} from './openingfiles.ts';
import { focused, ready, settled, standfirst } from './screen.ts';

const LONG = given(
  'a file with a long name and no place to break_it_anywhere_at_all_2021.csv',
  grantsCsv(12),
);

for (const width of [1440, 320]) {
  const context = { viewport: { width, height: 800 } };
  const declare = width === 320 ? forEachBrowser : inOneBrowser;
  declare(
    `axe finds nothing in the dialog and the board, and they fit into ${width} px`,
    async ({ page, open }) => {
      await open();
      await ready(page);
      const dialog = await openDialog(page);
      await dialog.getByLabel(/address/).fill('https://data.example.org/a/long/path/to/grants.csv');
      await dialog.getByRole('button', { name: /^Fetch it from/ }).waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await overhang(page)).toEqual([]);
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await choose(page, LONG);
      await opened(page, 'a file with a long name');
      await openBoard(page);
      expect(await findings(page)).toEqual([]);
      expect(await overhang(page)).toEqual([]);
    },
    { context },
  );
}

forEachBrowser('a file is opened and its columns changed by keys alone', async ({ page, open }) => {
  await open();
  await ready(page);
  const button = page.getByRole('button', { name: 'Open data' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const cells = dialog.getByLabel(/paste cells/);
  await cells.waitFor();
  for (let stops = 0; stops < 8; stops++) {
    if (await cells.evaluate((field) => field === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.insertText(
    'Who\tWhom\tAmount\tDate\nTown\tChoir\t100\t2021-05-01\nCounty\tBand\t200\t2021-06-01',
  );
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Open what is pasted');
  await page.keyboard.press('Enter');
  await opened(page, 'pasted table');
  expect(await standfirst(page)).toContain('£300');
  // The place from which the dialog was opened has the focus again.
  expect(await focused(page)).toBe('Open data');

  const summary = howRead(page).locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const role = howRead(page).getByRole('combobox', { name: 'Role of Who', exact: true });
  await role.focus();
  const before = await role.inputValue();
  await page.keyboard.type('place');
  if (before !== 'place') await page.keyboard.press('Enter');
  await howRead(page)
    .getByRole('button', { name: /^Undo: “Who” is the place/ })
    .waitFor();
  await settled(page);
  await expect.poll(() => role.inputValue()).toBe('place');
  expect(await focused(page)).not.toBe('nothing');
});
