import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { drop, given, grantsCsv, howRead, openBoard, opened, openWith } from './openingfiles.ts';
import { focused, fragment, mark, ready, settled, standfirst, TREEMAP } from './screen.ts';

const TWO_AMOUNTS = given(
  'spend.csv',
  `Supplier,Department,Net Amount,Gross Amount,Date
Bright Ltd,Roads,100.00,120.00,2021-04-13
Stone plc,Parks,200.00,240.00,2021-04-14
Reed & Co,Roads,50.00,60.00,2021-05-20
`,
);

forEachBrowser('of two money columns the other can be taken, and given back', async (visit) => {
  const { page } = visit;
  await openWith(visit, TWO_AMOUNTS);
  const first = await standfirst(page);
  const taken = first.includes('£350') ? 'Gross Amount' : 'Net Amount';
  expect(first).toMatch(/£350|£420/);
  await openBoard(page);
  await howRead(page)
    .getByRole('button', { name: `Take "${taken}" as the amount` })
    .click();
  await expect.poll(() => standfirst(page)).not.toBe(first);
  expect(await standfirst(page)).toContain(taken === 'Gross Amount' ? '£420' : '£350');
  // Of what is decided nothing is left in the list: the keys are at its heading, and after Undo at
  // what would decide it again.
  expect(await focused(page)).toBe('How it was read, and what the columns are');
  await howRead(page).getByText(`Decided: Take "${taken}" as the amount.`).waitFor();
  await howRead(page)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect.poll(() => standfirst(page)).toBe(first);
  expect(await focused(page)).toBe(`Take "${taken}" as the amount`);
  await howRead(page).getByText(`Undone: Take "${taken}" as the amount.`).waitFor();
  expect(
    await howRead(page)
      .getByRole('button', { name: /^Undo: / })
      .count(),
  ).toBe(0);
});

const UNREADABLE = given(
  'grants.csv',
  grantsCsv(10).replace(',3000,', ',three thousand,').replace(',7000,', ',=2+5,'),
);

forEachBrowser('rows that could not be read are listed, and can be taken away', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  await drop(page, UNREADABLE);
  await opened(page, 'grants.csv');
  // 55 000 less the two that are no numbers.
  expect(await standfirst(page)).toContain('£45,000');
  const ledger = page.getByRole('region', { name: 'Where every row of the file went' });
  await ledger.getByRole('button', { name: /unread/i }).click();
  const panel = page.getByRole('complementary', { name: 'Evidence' });
  await panel.getByRole('listitem').first().waitFor();
  const listed = await panel.getByRole('listitem').allInnerTexts();
  expect(listed).toHaveLength(2);
  expect(listed[0]).toMatch(/Row 4\b.*Amount Awarded.*three thousand/s);
  expect(listed[1]).toMatch(/Row 8\b.*=2\+5/s);
  await panel.getByRole('button', { name: 'Download these rows' }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  const [file] = await downloads();
  expect(file?.name).toMatch(/unread\.csv$/);
  const lines = (file?.text ?? '').split('\r\n');
  expect(lines[0]).toBe('Row,Column,Text found,Why');
  expect(lines[1]).toMatch(/^4,Amount Awarded,three thousand,/);
  expect(lines[2]).toMatch(/^8,Amount Awarded,'=2\+5,/);
});

/** The text of the page's own sentence on what the replacement differs in. */
function replacement(page: Page) {
  return page.getByRole('heading', { name: /instead\?$/ }).locator('xpath=..');
}

forEachBrowser('next month’s file is told of, then taken with the same view', async (visit) => {
  const { page } = visit;
  await openWith(visit, TWO_AMOUNTS);
  await openBoard(page);
  const other = howRead(page).getByRole('button', { name: /^Take ".*" as the amount$/ });
  const sentence = await other.innerText();
  await other.click();
  await howRead(page)
    .getByRole('button', { name: `Undo: ${sentence}` })
    .waitFor();
  await mark(page, TREEMAP, 'Bright Ltd').click();
  await settled(page);
  const before = { address: fragment(page), standfirst: await standfirst(page) };

  const next = given(
    'spend may.csv',
    `Supplier,Department,Net Amount,Gross Amount,Date,Postcode
Bright Ltd,Roads,10.00,12.00,2021-06-13,AB1 2CD
Glass plc,Libraries,20.00,24.00,2021-06-14,AB1 2CE
`,
  );
  await howRead(page)
    .getByLabel(/Replace it/)
    .setInputFiles([next]);
  await replacement(page).waitFor();
  const told = await replacement(page).innerText();
  expect(told).toContain('New: column “Postcode”');
  expect(told).toMatch(/3 rows before, 2 rows now/);
  expect(told).toMatch(/New: .*“Libraries”/);
  expect(told).toMatch(/Gone: .*“Parks”/);
  expect(await standfirst(page)).toBe(before.standfirst);
  expect(fragment(page)).toBe(before.address);
  expect(await howRead(page).innerText()).toContain('spend.csv');

  await page.getByRole('button', { name: 'Use it, with the same view' }).click();
  await opened(page, 'spend may.csv');
  await replacement(page).waitFor({ state: 'detached' });
  expect(await standfirst(page)).toMatch(sentence.includes('Gross') ? /£12\b/ : /£10\b/);
  expect(
    await howRead(page)
      .getByRole('button', { name: `Undo: ${sentence}` })
      .count(),
  ).toBe(1);
});

inOneBrowser('what is open is kept when the next file is not wanted', async (visit) => {
  const { page } = visit;
  await openWith(visit, TWO_AMOUNTS);
  const before = await standfirst(page);
  await openBoard(page);
  await howRead(page)
    .getByLabel(/Replace it/)
    .setInputFiles([given('next.csv', grantsCsv(3))]);
  await page.getByRole('button', { name: 'Keep what is open' }).click();
  await replacement(page).waitFor({ state: 'detached' });
  expect(await standfirst(page)).toBe(before);
  await mark(page, TREEMAP, 'Bright Ltd').click();
  await expect.poll(() => standfirst(page)).not.toBe(before);
});
