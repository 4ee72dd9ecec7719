import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inOneBrowser } from './harness.ts';
import { choose, given, howRead, openBoard, opened } from './openingfiles.ts';
import { mark, names, ready, SANKEY } from './screen.ts';

const spend = (name: string, amount: number) =>
  given(
    name,
    `Supplier,Department,Net Amount,Date
Bright Ltd,Roads,${amount},2021-04-13
Stone plc,Parks,${amount},2021-04-14
`,
  );

/** Puts the funder at the end of the flow, as one body alone is no stage by itself. */
async function addFunder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'add a stage' }).click();
  await page.getByRole('button', { name: 'funder', exact: true }).click();
}

async function replaceWith(page: Page, name: string, amount: number): Promise<void> {
  await howRead(page)
    .getByLabel(/Replace it/)
    .setInputFiles([spend(name, amount)]);
  await page.getByRole('button', { name: 'Use it, with the same view' }).click();
  await opened(page, name);
}

inOneBrowser('who pays, where no column says it, is said by hand and stays said', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  await choose(page, spend('anytown may.csv', 1000));
  await opened(page, 'anytown may.csv');
  await addFunder(page);
  await mark(page, SANKEY, 'anytown may, £2,000').waitFor();
  const said = howRead(page);
  expect(await said.innerText()).toContain(
    'No column says who pays; it is taken to be "anytown may", after the file\'s name.',
  );

  await said.getByLabel('Another name for who pays').focus();
  await page.keyboard.type('Anytown Council');
  await page.keyboard.press('Enter');
  await mark(page, SANKEY, 'Anytown Council, £2,000').waitFor();
  await openBoard(page);
  await replaceWith(page, 'anytown june.csv', 3000);
  await mark(page, SANKEY, 'Anytown Council, £6,000').waitFor();

  await said.getByRole('button', { name: 'Leave it unstated' }).click();
  await expect
    .poll(() => names(page, SANKEY))
    .not.toContainEqual(expect.stringMatching(/anytown/i));
  await said.getByRole('button', { name: 'Undo: Leave it unstated' }).click();
  await said.getByText('it is taken to be "Anytown Council", as was said by hand').waitFor();
  await addFunder(page);
  await mark(page, SANKEY, 'Anytown Council, £6,000').waitFor();
  await said.getByRole('button', { name: 'Undo: “Anytown Council” is the funder' }).click();
  await mark(page, SANKEY, 'anytown june, £6,000').waitFor();
});

inOneBrowser('who pays can be what each file of a series is called', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, spend('anytown may.csv', 1000));
  await opened(page, 'anytown may.csv');
  await howRead(page).getByRole('button', { name: 'Take the file\'s name, "anytown may"' }).click();
  await howRead(page)
    .getByRole('button', { name: /^Undo: Take the file/ })
    .waitFor();
  await addFunder(page);
  await openBoard(page);
  await replaceWith(page, 'anytown june.csv', 3000);
  await mark(page, SANKEY, 'anytown june, £6,000').waitFor();
});
