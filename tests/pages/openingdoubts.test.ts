import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { choose, given, howRead, opened } from './openingfiles.ts';
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
