import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { digitsOf } from '../../src/export/part.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { block, openFromDisk, saved } from './onefile.ts';
import { choose, given, grantsCsv, howRead, opened } from './openingfiles.ts';
import {
  fragment,
  headline,
  mark,
  names,
  ready,
  SANKEY,
  settled,
  standfirst,
  step,
} from './screen.ts';

/** What a saved page may weigh beside its data, in bytes. */
const MOST = 400_000;

forEachBrowser(
  'a saved page opens from a disk without a network, at its view and with its notes',
  async (visit) => {
    const { page, open, requests } = visit;
    await open('v=1&is.sector=Transport&lead=timeline');
    await ready(page);
    const before = { headline: await headline(page), marks: await names(page, SANKEY) };
    const html = await saved(visit, {
      title: 'Trains & <b>tickets</b>',
      notes: 'Counted in May.\n\nAsk <i>Ada</i>.',
    });
    const data = block(html, 'contents').length;
    expect(html.length - data).toBeLessThan(MOST);
    expect(data).toBeLessThan(40_000);

    const asked = requests.length;
    const address = await openFromDisk(visit, html);
    await ready(page);
    const others = requests.slice(asked).filter((url) => !url.startsWith('blob:'));
    expect(others.filter((url) => url !== address)).toEqual([]);
    expect({ headline: await headline(page), marks: await names(page, SANKEY) }).toEqual(before);
    expect(await page.locator('.charts section').first().innerText()).toContain('When');
    const notes = page.getByRole('region', { name: /^Notes of/ });
    expect(await notes.innerText()).toMatch(
      /Trains & <b>tickets<\/b>\s+Counted in May\.\s+Ask <i>Ada<\/i>\./,
    );
    const faces = () => page.evaluate(() => [...document.fonts].map(({ status }) => status));
    await expect
      .poll(async () => (await faces()).filter((status) => status === 'error'))
      .toEqual([]);
    expect(await faces()).toContain('loaded');

    await mark(page, SANKEY, 'Smart ticketing,').click();
    await expect.poll(() => headline(page)).not.toBe(before.headline);
    expect(fragment(page)).toContain('Smart ticketing');
    await page.reload();
    await ready(page);
    expect(await headline(page)).not.toBe(before.headline);
  },
);

inOneBrowser('in a saved page every figure opens to its rows, and back is undo', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const first = await headline(page);
  await openFromDisk(visit, await saved(visit));
  await ready(page);
  expect(await headline(page)).toBe(first);
  await mark(page, SANKEY, 'Transport,').click();
  await page.getByRole('heading', { level: 1, name: /£680m/ }).waitFor();
  await step(page, 'back');
  await expect.poll(() => headline(page)).toBe(first);
  await step(page, 'forward');
  await page.getByRole('heading', { level: 1, name: /£680m/ }).waitFor();
  await page
    .getByRole('region', { name: 'Where every row of the file went' })
    .getByRole('button', { name: /shown/ })
    .click();
  const panel = page.getByRole('complementary', { name: 'Evidence' });
  await panel.locator('summary').first().waitFor();
  const rows = (await panel.locator('summary').allInnerTexts()).join();
  expect(rows).toMatch(/Digital signalling/);
  expect(rows).toMatch(/Smart ticketing/);
  await page.getByRole('button', { name: 'Open data' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose files').waitFor();
  expect(await dialog.getByText('address of a file').count()).toBe(0);
});

const HOSTILE = '</script><script>document.title="taken"</script><!--';

inOneBrowser(
  'a file of the reader’s goes with the page, as it was read; what is hostile in it stays text',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    await choose(page, given('grants.csv', grantsCsv(30, ['Mill Trust', HOSTILE])));
    await opened(page, 'grants.csv');
    const before = await standfirst(page);
    const html = await saved(visit, { title: HOSTILE, notes: HOSTILE });
    expect(html.match(/<script/g)).toHaveLength(5);
    await openFromDisk(visit, html);
    await opened(page, 'grants.csv');
    expect(await standfirst(page)).toBe(before);
    expect((await names(page, SANKEY)).join()).toContain(HOSTILE.slice(0, 20));
    expect(await page.title()).toMatch(/– Tranche$/);
    expect(await page.getByRole('region', { name: /^Notes of/ }).innerText()).toContain(HOSTILE);
  },
);

inOneBrowser('what was decided about a file by hand can still be taken back', async (visit) => {
  const { page, open } = visit;
  const spend = `Supplier,Department,Net Amount,Gross Amount,Date
Bright Ltd,Roads,100.00,120.00,2021-04-13
Stone plc,Parks,200.00,240.00,2021-04-14
Reed & Co,Roads,50.00,60.00,2021-05-20
`;
  await open();
  await ready(page);
  await choose(page, given('spend.csv', spend));
  await opened(page, 'spend.csv');
  const first = await standfirst(page);
  await howRead(page).getByText('How it was read, and what the columns are').click();
  await howRead(page)
    .getByRole('button', { name: /^Take "(Net|Gross) Amount"/ })
    .click();
  await expect.poll(() => standfirst(page)).not.toBe(first);
  const second = await standfirst(page);
  await openFromDisk(visit, await saved(visit));
  await opened(page, 'spend.csv');
  expect(await standfirst(page)).toBe(second);
  await howRead(page)
    .getByRole('button', { name: /^Undo: / })
    .click();
  await expect.poll(() => standfirst(page)).toBe(first);
});

forEachBrowser('a saved page can be saved again, to the same bytes', async (visit) => {
  const { page, open } = visit;
  await open('v=1&is.sector=Tax');
  await ready(page);
  const words = { title: 'Tax', notes: 'Once.' };
  const html = await saved(visit, words);
  await openFromDisk(visit, html);
  await ready(page);
  // The words of the first time stand in the dialog.
  const again = await saved(visit);
  expect(again === html).toBe(true);
  await settled(page);
});

forEachBrowser(
  'a saved page runs nothing but what its policy names, and reaches nothing',
  async (visit) => {
    const { page, open, problems } = visit;
    await open();
    await ready(page);
    const html = await saved(visit);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    expect(policy).toMatch(/script-src 'sha256-[^']{44}' 'sha256-[^']{44}'; style-src 'sha256-/);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/'self'|unsafe|\*|https?:/);

    await openFromDisk(visit, html);
    await ready(page);
    const outcome = await page.evaluate(() =>
      fetch('https://example.org/', { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    await expect.poll(() => problems.join()).toMatch(/connect-src/);

    const taken = digitsOf(gzipSync('document.title = "taken"'));
    await openFromDisk(visit, html.replace(block(html, 'page'), taken));
    await expect.poll(() => problems.join()).toMatch(/script-src/);
    expect(await page.title()).not.toBe('taken');
  },
  { allow: /policy|connect-src|script-src|Content Security Policy/ },
);
