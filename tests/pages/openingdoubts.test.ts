import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { inOneBrowser } from './harness.ts';
import { choose, given, howRead, openBoard, opened, openWith } from './openingfiles.ts';
import {
  focused,
  frame,
  headline,
  mark,
  names,
  ready,
  SANKEY,
  standfirst,
  step,
  TIMELINE,
  TREEMAP,
} from './screen.ts';

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

inOneBrowser('rows that repeat others are counted once, either way', async (visit) => {
  const { page } = visit;
  await openWith(visit, BUDGET);
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

inOneBrowser('rows above others become the levels that pictures nest by', async (visit) => {
  const { page } = visit;
  await openWith(visit, BUDGET);
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

inOneBrowser('names that look like one body are merged by hand, and stay so', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  await choose(page, spend('may.csv', [1000, 2000, 4000]));
  await opened(page, 'may.csv');
  await mark(page, SANKEY, 'HM Revenue & Customs, £2,000').waitFor();
  await openBoard(page);
  await howRead(page).getByText('Names that may be the same (1)').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const merge = 'Merge them as "HM Revenue & Customs"';
  expect(await focused(page)).toBe(merge);
  await page.keyboard.press('Enter');
  await mark(page, SANKEY, 'HM Revenue & Customs, £3,000').waitFor();
  // What had the focus is gone with the suggestion; its place is not lost.
  expect(await focused(page)).not.toBe('nothing');
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

const FLOWS = given(
  'flows.csv',
  `source,target,value
Treasury,Ministry,100000
Treasury,Agency,40000
Ministry,Agency,60000
Ministry,Council,30000
Agency,Treasury,5000
Agency,Council,70000
`,
);

inOneBrowser('a list of flows is drawn step by step, and can count once', async (visit) => {
  const { page } = visit;
  await openWith(visit, FLOWS);
  expect(await headline(page)).toBe('£140,000 starts out and is followed through 3 steps');
  expect(await standfirst(page)).toContain('£305,000 of amounts in 6 figures, counted again');
  const nodes = await names(page, SANKEY);
  expect(nodes).toContain(
    'Agency, £100,000 in, £75,000 out, £25,000 more in than out; a flow cannot be traced beyond here',
  );
  expect(nodes.filter((name) => /^Treasury, /.test(name))).toHaveLength(2);
  expect(await frame(page, SANKEY).innerText()).toContain('cannot be traced beyond it');
  await mark(page, SANKEY, 'Ministry to Council').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => standfirst(page)).toContain('£30,000 of amounts in 1 figure');
  await step(page, 'back');
  await expect.poll(() => standfirst(page)).toContain('£305,000');

  await howRead(page).getByRole('button', { name: 'Count money once, where it comes in' }).click();
  await expect.poll(() => standfirst(page)).toContain('4 passed-on amounts not added');
  expect(await standfirst(page)).toContain('£140,000 of amounts in 2 figures');
});

/** The names of the bars of the timeline, which say their periods. */
const bars = (page: Page) => names(page, TIMELINE);

inOneBrowser('the order of day and month is changed, and the timeline with it', async (visit) => {
  const { page } = visit;
  await openWith(
    visit,
    given(
      'anytown.csv',
      `Body Name,Supplier Name,Payment Date,Net Amount
Anytown,Bolt Ltd,03/04/2018,1000
Anytown,Nut plc,05/04/2018,2000
`,
    ),
  );
  await expect.poll(() => bars(page)).toContainEqual(expect.stringMatching(/Nut plc.*5 Apr 2018/));
  await howRead(page).getByRole('button', { name: 'Read the month before the day' }).click();
  await expect.poll(() => bars(page)).toContainEqual(expect.stringMatching(/Nut plc.*4 May 2018/));
  await howRead(page).getByRole('button', { name: 'Undo: Read the month before the day' }).click();
  await expect.poll(() => bars(page)).toContainEqual(expect.stringMatching(/Nut plc.*5 Apr 2018/));
});

inOneBrowser(
  'the month that years start in is changed, and the timeline with it',
  async (visit) => {
    const { page } = visit;
    await openWith(
      visit,
      given(
        'budget.csv',
        `Department,Programme,2014-15,2015-16
Health,Wards,€100,€200
Schools,Meals,€40,€50
`,
      ),
    );
    const before = await bars(page);
    expect(before.join('\n')).toMatch(/Apr/);
    const from = 'Years such as "2014-15" run from October';
    await howRead(page).getByRole('button', { name: from }).click();
    await expect.poll(async () => (await bars(page)).join('\n')).toMatch(/Oct 2015/);
    expect(await standfirst(page)).toContain('€390');
    await howRead(page)
      .getByRole('button', { name: `Undo: ${from}` })
      .click();
    await expect.poll(() => bars(page)).toEqual(before);
  },
);
