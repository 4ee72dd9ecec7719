import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { choose, given, howRead, openBoard, opened, openWith } from './openingfiles.ts';
import { focused, ready } from './screen.ts';

const HEADER = 'Supplier,Service,Date,Amount\n';
const SPEND = given(
  'spend.csv',
  `${HEADER}Bright Ltd,Roads,2021-04-13,£100\nStone plc,Parks,2021-04-14,£200\nReed,Roads,2021-05-20,many\n`,
);

/** All that is said to the ear, in the order of the page. */
async function told(page: Parameters<typeof focused>[0]): Promise<string> {
  const said = await page.getByRole('status').allInnerTexts();
  return said.filter((text) => text !== '').join('\n');
}

inOneBrowser('what is read is told from a place that was there before', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  await page.evaluate(() => {
    const place = document.querySelector('main > .spoken');
    if (!place) throw new Error('there is no place to speak from');
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const watch = () => heard.push(place.textContent);
    new MutationObserver(watch).observe(place, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await choose(page, SPEND);
  await opened(page, 'spend.csv');
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  expect(heard).toContain('Reading spend.csv');
  expect(heard.at(-1)).toMatch(
    /^spend\.csv was read as .*: 3 rows\. 1 record could not be read\. 1 decision to look at\.$/,
  );
});

inOneBrowser('what was decided is told once, and not of the next file', async (visit) => {
  const { page } = visit;
  await openWith(visit, SPEND);
  const board = await openBoard(page);
  // Nothing else can be the amount, so that it is refused.
  await board.getByLabel('Role of Amount').selectOption('title');
  await page.getByText('“spend.csv” is read as before.').waitFor();
  await choose(page, given('next.csv', SPEND.buffer));
  await opened(page, 'next.csv');
  expect(await told(page)).not.toContain('Decided');
  await board.getByLabel('Role of Service').selectOption('place');
  await howRead(page).getByText('Decided: “Service” is the place.').waitFor();
  await howRead(page).getByRole('button', { name: /^Undo/ }).click();
  await howRead(page).getByText('Undone: “Service” is the place.').waitFor();
  await choose(page, given('last.csv', SPEND.buffer));
  await opened(page, 'last.csv');
  expect(await told(page)).not.toContain('Undone');
  expect(await told(page)).toContain('last.csv was read as');
});

inOneBrowser(
  'a second decision made while the first is read takes nothing from it',
  async (visit) => {
    const { page } = visit;
    await openWith(visit, SPEND);
    const board = await openBoard(page);
    await board.evaluate((table) => {
      const choices = { 'Role of Service': 'place', 'Role of Date': '' };
      for (const [label, role] of Object.entries(choices)) {
        const select = table.querySelector<HTMLSelectElement>(`[aria-label="${label}"]`);
        if (!select) throw new Error(label);
        select.value = role;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    await howRead(page).getByRole('button', { name: 'Undo: “Date” is not the date' }).waitFor();
    await expect.poll(() => board.getByLabel('Role of Service').inputValue()).toBe('place');
    expect(await board.getByLabel('Role of Date').inputValue()).toBe('');
  },
);

forEachBrowser('the keys never come to what decides something by themselves', async (visit) => {
  const { page } = visit;
  await openWith(visit, SPEND);
  expect(await howRead(page).locator('.doubt button').count()).toBeGreaterThan(0);
  await choose(page, given('empty.csv', ''));
  const away = page.getByRole('button', { name: 'Put away' });
  await away.focus();
  await page.keyboard.press('Enter');
  await away.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('How it was read, and what the columns are');
});
