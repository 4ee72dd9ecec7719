import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { encodeCarried } from '../../src/carry/payload.ts';
import { WORDS_FROM_DATA } from '../../src/model/figure.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';
import { drop, given } from './openingfiles.ts';
import { ready } from './screen.ts';

const NAME = 'digital-strategy-2017';

/** What the handout saves under a button. */
async function saved({ page, open, downloads }: Visit, button: string): Promise<Uint8Array> {
  await open(`handout=${NAME}`);
  await page.getByRole('button', { name: button }).click();
  await expect.poll(async () => (await downloads()).length, { timeout: 20_000 }).toBe(1);
  return (await downloads())[0]?.bytes ?? new Uint8Array();
}

inOneBrowser('a picture of a scene brings its whole story back', async (visit) => {
  const { page } = visit;
  const files = unzipSync(await saved(visit, 'Every scene as SVG'));
  const [name = '', bytes = new Uint8Array()] =
    Object.entries(files).find(([file]) => file.endsWith('one-sum.svg')) ?? [];
  await page.getByRole('button', { name: 'Explore the data' }).click();
  await ready(page);
  await drop(page, given(name, Buffer.from(bytes)));
  const offer = page.getByRole('region', { name: 'A story that came along' });
  await offer.getByText(/^“2-one-sum\.svg” carries the story “.*”: 8 scenes/).waitFor();
  await ready(page);
  expect(page.url()).toContain('lead=treemap');
  await offer.getByRole('button', { name: 'Keep it as your own story' }).press('Enter');
  const desk = page.getByRole('region', { name: 'Story', exact: true });
  await desk.getByRole('button', { name: 'Present 8 scenes' }).press('Enter');
  await page.locator('.stage svg').waitFor();
});

forEachBrowser(
  'so does a presentation, by any of its slides',
  async (visit) => {
    const { page } = visit;
    const slides = await saved(visit, 'PowerPoint');
    await page.getByRole('button', { name: 'Explore the data' }).click();
    await ready(page);
    await drop(page, given('talk.pptx', Buffer.from(slides)));
    const dialog = page.getByRole('dialog', { name: '8 charts in “talk.pptx”' });
    await dialog.getByRole('button', { name: 'Open this chart' }).nth(2).click();
    await page.getByText('“talk.pptx” carries the story').waitFor();
    // The next picture has no story: what was offered goes.
    await page.getByRole('button', { name: 'Put away' }).last().click();
    await expect.poll(() => page.getByText('carries the story').count()).toBe(0);
  },
  { browsers: ['chromium'] },
);

forEachBrowser('a story that is none does not keep its picture shut', async ({ page, open }) => {
  await open();
  await ready(page);
  const payload = encodeCarried({
    version: 1,
    chart: 'timeline',
    view: 'v=1&is.sector=Transport',
    figure: { size: 'column', theme: 'print', words: WORDS_FROM_DATA, carries: 'settings' },
    data: { id: NAME, name: '', sha256: '', link: '' },
    options: {},
    story: '{"version":1,"title":"<b>x</b>","scenes":[{}]}',
    files: [],
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" data-tranche="${payload}"/>`;
  await drop(page, given('odd.svg', svg));
  await page.getByText('“odd.svg” carries a story. The story cannot be read').waitFor();
  await ready(page);
  expect(page.url()).toContain('is.sector=Transport');
});
