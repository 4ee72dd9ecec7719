import { expect } from 'vitest';
import { inOneBrowser } from './harness.ts';
import { drop, given, openDialog } from './openingfiles.ts';
import { ready } from './screen.ts';

const WORDS = 'Name\tColour\nOne\tred\nTwo\tblue';

inOneBrowser('what was pasted and refused is there to be mended', async ({ page, open }) => {
  await open();
  await ready(page);
  const dialog = await openDialog(page);
  await dialog.getByRole('textbox', { name: /paste cells/ }).fill(WORDS);
  await dialog.getByRole('button', { name: 'Open what is pasted' }).click();
  await page.getByText('was not opened').waitFor();
  const box = (await openDialog(page)).getByRole('textbox', { name: /paste cells/ });
  expect(await box.inputValue()).toBe(WORDS);
  await box.fill('Name\tAmount\nOne\t10\nTwo\t20');
  await page.getByRole('button', { name: 'Open what is pasted' }).click();
  await page.getByRole('region', { name: 'How the file was read' }).waitFor();
  const empty = (await openDialog(page)).getByRole('textbox', { name: /paste cells/ });
  await expect.poll(() => empty.inputValue()).toBe('');
});

inOneBrowser('files that were refused keep their names', async ({ page, open }) => {
  await open();
  await ready(page);
  const pdf = given('report.csv', '%PDF-1.7\n1 0 obj\n');
  await drop(page, given('spend.csv', 'Name,Amount\nOne,10\nTwo,20\n'), pdf);
  const told = page.getByRole('status').filter({ hasText: 'not opened' });
  await told.waitFor();
  expect(await told.innerText()).toMatch(
    /“spend\.csv” and “report\.csv” were not opened\. “report\.csv”: This is a PDF/,
  );
});

inOneBrowser(
  'a dialog darkens a dark page, and its way out stays in view on a small one',
  async ({ page, open }) => {
    await open();
    await ready(page);
    const dialog = await openDialog(page);
    const behind = await dialog.evaluate(
      (element) => getComputedStyle(element, '::backdrop').backgroundColor,
    );
    expect(behind).toMatch(/^rgba\(0, 0, 0, 0\.\d+\)$/);
    await dialog.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    expect(await dialog.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
    const close = dialog.getByRole('button', { name: 'Close' });
    const isSeen = await close.evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return button === document.elementFromPoint(left + width / 2, top + height / 2);
    });
    expect(isSeen).toBe(true);
    await close.click();
    await dialog.waitFor({ state: 'detached' });
  },
  { context: { viewport: { width: 320, height: 400 }, colorScheme: 'dark' } },
);
