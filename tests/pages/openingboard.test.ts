import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { choose, given, howRead, openBoard, opened, openWith } from './openingfiles.ts';
import { settled, standfirst } from './screen.ts';

const FUNDING = given(
  'foerderung.csv',
  `Empfänger;Förderbereich;Datum;Betrag
Verein A;Sport;04/04/2024;1.200,00
Verein B;Kultur;10/11/2024;300,50
Verein C;Sport;21/05/2024;99,50
`,
);

inOneBrowser('a role can be taken from a column, and is not guessed again', async (visit) => {
  const { page } = visit;
  await openWith(visit, FUNDING);
  const board = await openBoard(page);
  const role = board.getByLabel('Role of Datum');
  expect(await role.inputValue()).toBe('date');
  await role.selectOption('nothing of these');
  const undo = howRead(page).getByRole('button', { name: 'Undo: “Datum” is not the date' });
  await undo.waitFor();
  await settled(page);
  expect(await role.inputValue()).toBe('');
  expect(await page.getByText('was not opened').count()).toBe(0);
  expect(await standfirst(page)).toContain('1,600');
  await undo.click();
  await expect.poll(() => role.inputValue()).toBe('date');
});

inOneBrowser(
  'the board shows what is in force after a refusal and in the next file',
  async (visit) => {
    const { page } = visit;
    await openWith(visit, FUNDING);
    const board = await openBoard(page);
    const amount = board.getByLabel('Role of Betrag');
    expect(await amount.locator('option', { hasText: 'nothing of these' }).count()).toBe(0);
    await amount.selectOption('title');
    await page.getByText('“foerderung.csv” is read as before.').waitFor();
    expect(await amount.inputValue()).toBe('amount');
    await choose(page, given('next.csv', FUNDING.buffer));
    await opened(page, 'next.csv');
    expect(await amount.inputValue()).toBe('amount');
  },
);

const SERVICES = given(
  'spend.csv',
  `Supplier,Service,Date,Amount
Bright Ltd,Roads,2021-04-13,100
Stone plc,Parks,2021-04-14,200
Reed & Co,Roads,2021-05-20,50
`,
);

inOneBrowser('a column that is given another role no longer has its first', async (visit) => {
  const { page } = visit;
  await openWith(visit, SERVICES);
  const board = await openBoard(page);
  const role = board.getByLabel('Role of Service');
  await role.selectOption('kind');
  await expect.poll(() => standfirst(page)).toMatch(/not added/);
  await role.selectOption('sector');
  await expect.poll(() => standfirst(page)).toContain('£350');
  expect(await standfirst(page)).not.toContain('not added');
  expect(await role.inputValue()).toBe('sector');
});

forEachBrowser('arrow keys look around in a list, and Enter decides', async (visit) => {
  const { page } = visit;
  await openWith(visit, SERVICES);
  const board = await openBoard(page);
  const role = board.getByLabel('Role of Service');
  expect(await role.inputValue()).toBe('sector');
  await role.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await board.getByText('Enter decides', { exact: true }).waitFor();
  expect(await role.inputValue()).toBe('kind');
  expect(
    await howRead(page)
      .getByRole('button', { name: /^Undo: / })
      .count(),
  ).toBe(0);
  await page.keyboard.press('Escape');
  expect(await role.inputValue()).toBe('sector');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await howRead(page).getByRole('button', { name: 'Undo: “Service” is the place' }).waitFor();
  await expect.poll(() => role.inputValue()).toBe('place');
  await role.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await howRead(page).getByRole('button', { name: 'Undo: “Service” is the kind' }).waitFor();
});

inOneBrowser(
  'on a phone samples stand under the names of the columns',
  async (visit) => {
    const { page } = visit;
    await openWith(visit, SERVICES);
    const board = await openBoard(page);
    const name = board.getByRole('rowheader').filter({ hasText: 'Service' });
    expect(await name.getByText('Roads · Parks', { exact: true }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
  { context: { viewport: { width: 320, height: 800 } } },
);
