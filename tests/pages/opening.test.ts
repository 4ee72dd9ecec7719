import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { choose, drop, given, grantsCsv, howRead, opened, openDialog } from './openingfiles.ts';
import { headline, names, ready, SANKEY, standfirst, TIMELINE, TREEMAP } from './screen.ts';

const GRANTS = given('grants 2020.csv', grantsCsv(12));

forEachBrowser('a dropped file is three charts with no click more', async (visit) => {
  const { page, open, requests } = visit;
  await open();
  await ready(page);
  await drop(page, GRANTS);
  await opened(page, 'grants 2020.csv');
  expect(await howRead(page).innerText()).toMatch(
    /grants 2020\.csv was read as Grants in the 360Giving standard: 12 rows/,
  );
  // 1000 + 2000 + … + 12000
  expect(await standfirst(page)).toContain('£78,000');
  for (const title of [SANKEY, TIMELINE, TREEMAP]) {
    expect((await names(page, title)).length, title).toBeGreaterThan(2);
  }
  expect((await names(page, TREEMAP)).join()).toContain('Elm Foundation');
  expect(await headline(page)).not.toBe('');
  expect(requests.filter((url) => url.includes('grants'))).toEqual([]);
});

forEachBrowser('cells pasted from a spreadsheet are a file', async ({ page, open }) => {
  await open();
  await ready(page);
  const dialog = await openDialog(page);
  const cells =
    'Funder\tRecipient\tAmount\tDate\nTown\tChoir\t£1,200.50\t03/02/2021\nTown\tBand\t£99.50\t25/12/2021\n';
  await dialog.getByLabel(/paste cells/).fill(cells);
  await dialog.getByRole('button', { name: 'Open what is pasted' }).click();
  await opened(page, 'pasted table');
  expect(await standfirst(page)).toContain('£1,300');
  expect(await howRead(page).innerText()).toContain('2 rows');
});

inOneBrowser('an empty first cell of what is pasted keeps its place', async ({ page, open }) => {
  await open();
  await ready(page);
  const dialog = await openDialog(page);
  await dialog
    .getByLabel(/paste cells/)
    .fill(
      '\tAmount\tFunder\tRecipient\tDate\nrow 1\t500\tTown\tChoir\t2021-05-01\nrow 2\t700\tCounty\tBand\t2021-06-01\n',
    );
  await dialog.getByRole('button', { name: 'Open what is pasted' }).click();
  await opened(page, 'pasted table');
  expect(await standfirst(page)).toContain('1,200');
});

inOneBrowser('files of one shape are appended, the file a dimension', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, given('april.csv', grantsCsv(3)), given('may.csv', grantsCsv(4)));
  await opened(page, 'april.csv');
  expect(await howRead(page).innerText()).toMatch(/may\.csv were read as .*: 7 rows\./);
  expect(await standfirst(page)).toContain('£16,000');
  await page.getByRole('button', { name: 'Only … add a filter' }).click();
  const choice = page.getByRole('combobox', { name: 'Only figures with' });
  await choice.selectOption({ label: 'file' });
  await page.getByRole('checkbox', { name: /may/ }).check();
  await expect.poll(() => standfirst(page)).toContain('£10,000');
});

/** The workbook with its cover sheet after the sheet of grants. */
function workbook(): Buffer {
  const parts = unzipSync(readFileSync('tests/fixtures/formats/grants.xlsx'));
  const path = 'xl/workbook.xml';
  const listed = strFromU8(parts[path] ?? new Uint8Array()).replace(
    /(<sheet [^>]*>)(<sheet [^>]*>)/,
    '$2$1',
  );
  return Buffer.from(zipSync({ ...parts, [path]: strToU8(listed) }));
}

forEachBrowser('a workbook opens', async ({ page, open }) => {
  await open();
  await ready(page);
  await choose(page, given('grants.xlsx', workbook()));
  await opened(page, 'grants.xlsx');
  expect(await standfirst(page)).toMatch(/£[\d,.]+/);
});

inOneBrowser('headers and cells that mean something to a script are words', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const text = [
    '__proto__,<script>alert(1)</script>,constructor,Amount',
    'toString,<img src=x onerror=alert(1)>,valueOf,10',
    '__proto__,</svg><script>alert(2)</script>,hasOwnProperty,20',
    '"=cmd|\' /C calc\'!A0",javascript:alert(3),__proto__,30',
  ].join('\n');
  await drop(page, given('<b>__proto__.csv', text));
  await opened(page, '__proto__.csv');
  expect(await standfirst(page)).toContain('60');
  expect(await howRead(page).innerText()).toContain('<b>__proto__.csv');
  expect(await page.locator('#app script, #app img, h1 b').count()).toBe(0);
  expect((await names(page, TREEMAP)).length).toBeGreaterThan(1);
});
