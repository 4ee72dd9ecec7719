import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { choose, given, howRead, openBoard, opened } from './openingfiles.ts';
import { mark, names, ready, SANKEY, standfirst, TREEMAP } from './screen.ts';

const BUDGET = given(
  'budget.csv',
  `Code,Function,Budget
1,Education,100000
1.1,Schools,60000
1.2,Colleges,40000
2,Health,50000
2.1,Hospitals,30000
2.2,Surgeries,20000
3,Reserves,7000
`,
);

forEachBrowser('rows that repeat others are counted once, either way', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, BUDGET);
  await opened(page, 'budget.csv');
  expect(await standfirst(page)).toBe(
    '£157,000 of amounts in 5 figures; 2 amount totals not added.',
  );
  const ledger = page.getByRole('region', { name: 'Where every row of the file went' });
  expect(await ledger.innerText()).toContain('7 rows in the file, 7 accounted for.');

  await howRead(page)
    .getByRole('button', { name: 'Keep the totals, leave the detail out' })
    .click();
  await expect
    .poll(() => standfirst(page))
    .toBe('£157,000 of amounts in 3 figures; 4 amount details not added.');
  await mark(page, TREEMAP, 'Education').waitFor();
  await ledger.getByRole('button', { name: /not added in/ }).click();
  const panel = page.getByRole('complementary', { name: 'Evidence' });
  await panel.getByText('4 rows of the file.').waitFor();
  await page.keyboard.press('Escape');

  await howRead(page)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect.poll(() => standfirst(page)).toContain('in 5 figures');
});

forEachBrowser('rows above others become the levels that pictures nest by', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  await choose(page, BUDGET);
  await opened(page, 'budget.csv');
  await howRead(page).getByRole('button', { name: 'Treat them as levels' }).click();
  await mark(page, TREEMAP, 'Education').waitFor();
  expect(await standfirst(page)).toContain('£157,000 of amounts in 5 figures');
  const flows = await names(page, SANKEY);
  expect(flows.some((name) => name.startsWith('Education to Schools, £60,000'))).toBe(true);
});

const spend = (name: string, amounts: readonly number[]) =>
  given(
    name,
    `Body Name,Service Area,Supplier Name,Payment Date,Net Amount
Anytown,Tax,HMRC,13/01/2018,${amounts[0]}
Anytown,Tax,HM Revenue & Customs,14/01/2018,${amounts[1]}
Anytown,Roads,Bolt Ltd,15/01/2018,${amounts[2]}
`,
  );

forEachBrowser('names that look like one body are merged by hand, and stay so', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  await choose(page, spend('may.csv', [1000, 2000, 4000]));
  await opened(page, 'may.csv');
  await mark(page, SANKEY, 'HM Revenue & Customs, £2,000').waitFor();
  await openBoard(page);
  await howRead(page).getByText('Names that may be the same body (1)').click();
  const merge = 'Merge them as "HM Revenue & Customs"';
  await howRead(page).getByRole('button', { name: merge }).click();
  await mark(page, SANKEY, 'HM Revenue & Customs, £3,000').waitFor();
  expect(await standfirst(page)).toContain('£7,000');
  expect(await howRead(page).innerText()).toContain(
    'In "Supplier Name", "HMRC" is merged into "HM Revenue & Customs".',
  );
  await howRead(page).getByRole('button', { name: 'Download a methods note' }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  expect((await downloads())[0]?.text).toContain('Merged\n- In "Supplier Name", "HMRC" is merged');

  await howRead(page)
    .getByLabel(/Replace it/)
    .setInputFiles([spend('june.csv', [10_000, 20_000, 40_000])]);
  await page.getByRole('button', { name: 'Use it, with the same view' }).click();
  await opened(page, 'june.csv');
  await mark(page, SANKEY, 'HM Revenue & Customs, £30,000').waitFor();
  await howRead(page)
    .getByRole('button', { name: `Undo: ${merge}` })
    .click();
  await mark(page, SANKEY, 'HMRC, £10,000').waitFor();
});
