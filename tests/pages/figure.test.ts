import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readPictures } from '../../src/carry/pictures.ts';
import { memorySource } from '../../src/load/formats/bytes.ts';
import { findings, overhang } from './access.ts';
import { preview, status, takeAway } from './figures.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { focused, ready, SANKEY, TIMELINE, TITLES, TREEMAP } from './screen.ts';

/** Moves on by Tab until what is sought has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40 && (await focused(page)) !== name; stops++) {
    await page.keyboard.press('Tab');
  }
  expect(await focused(page)).toBe(name);
}

forEachBrowser('the desk is opened, worked and left by keys alone', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  for (const title of TITLES) {
    const button = page.getByRole('button', { name: `${title}: take away` });
    await button.focus();
    await page.keyboard.press('Enter');
    await preview(page.getByRole('dialog')).waitFor();
    await tabTo(page, 'SVG');
    const count = (await downloads()).length;
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await downloads()).length).toBe(count + 1);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(`${title}: take away`);
  }
});

inOneBrowser(
  'the picture on the desk follows what is written and chosen',
  async ({ page, open }) => {
    await open();
    await ready(page);
    const dialog = await takeAway(page, TIMELINE);
    const picture = preview(dialog);
    const measured = async () => {
      const box = await picture.boundingBox();
      return [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)];
    };
    // 160 × 100 mm at 96 pixels an inch.
    expect(await measured()).toEqual([605, 378]);
    const title = dialog.getByLabel('Title', { exact: true });
    const fromData = await title.inputValue();
    await title.fill('Our own title');
    await expect.poll(() => picture.textContent()).toContain('Our own title');
    const alt = dialog.getByRole('textbox', { name: /^Alternative text/ });
    await expect.poll(() => alt.inputValue()).toContain('Our own title');
    expect(await picture.getAttribute('role')).toBe('img');
    await alt.fill('x'.repeat(120));
    await alt.pressSequentially('x'.repeat(9));
    expect((await alt.inputValue()).length).toBe(125);
    await dialog.getByText('125 of 125 characters').waitFor();
    await dialog.getByRole('button', { name: 'Title: as the data has it' }).click();
    await expect.poll(() => title.inputValue()).toBe(fromData);

    await dialog.getByLabel('Size', { exact: true }).selectOption('Exactly, in millimetres');
    // A number in its field is not selected by one of the drivers before it is written over.
    for (const [side, length] of [
      ['width', '100'],
      ['height', '50'],
    ] as const) {
      await dialog.getByLabel(side).focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(length);
    }
    await expect.poll(measured).toEqual([378, 189]);
    await dialog.getByText(/smallest type is [\d.]+ pt/).waitFor();
    await dialog.getByText(/fuller than its size/).waitFor();
    await dialog.getByLabel('Theme', { exact: true }).selectOption('As on a dark screen');
    await expect.poll(() => picture.locator('rect').first().getAttribute('fill')).toBe('#14161A');

    // What is chosen for one figure is kept for the next; what is written is not.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const next = await takeAway(page, TREEMAP);
    expect(await next.getByLabel('width').inputValue()).toBe('100');
    expect(await next.getByLabel('Theme', { exact: true }).inputValue()).toBe('dark');
    expect(
      await next.getByRole('textbox', { name: /^Alternative text/ }).inputValue(),
    ).not.toContain('x');
  },
);

for (const width of [1440, 1024, 320]) {
  const declare = width === 320 ? forEachBrowser : inOneBrowser;
  declare(
    `axe finds nothing on the desk, and it fits into ${width} px`,
    async ({ page, open }) => {
      await open();
      await ready(page);
      const dialog = await takeAway(page, SANKEY);
      expect(await findings(page)).toEqual([]);
      await dialog.getByText('Long description').click();
      await dialog.getByLabel('Size', { exact: true }).selectOption('Slide 16:9, 1280 × 720');
      await expect
        .poll(async () => Math.round((await preview(dialog).boundingBox())?.width ?? 0))
        .toBe(1280);
      expect(await findings(page)).toEqual([]);
      expect(await overhang(page)).toEqual([]);
      expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    },
    { context: { viewport: { width, height: 768 } } },
  );
}

forEachBrowser(
  'a figure is printed alone, on paper of its size, with tags, words and its numbers',
  async ({ page, open }) => {
    await page.addInitScript(() => {
      window.print = () => document.body.classList.add('was-asked-to-print');
    });
    await open();
    await ready(page);
    const dialog = await takeAway(page, SANKEY);
    await dialog.getByRole('textbox', { name: /^Alternative text/ }).fill('Money by sector');
    await dialog.getByRole('button', { name: 'PDF', exact: true }).click();
    await page.locator('.was-asked-to-print').waitFor();
    expect(await page.title()).toBe('uk-digital-strategy-2017-digital-in-public-services-sankey');
    const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    // 160 × 100 mm in points, on pixels of the screen.
    const [, wide, high] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(wide)).toBeCloseTo(453.5, -0.5);
    expect(Number(high)).toBeCloseTo(283.5, -0.5);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Alt (Money by sector)');
    expect(pdf).toMatch(/\/S \/Table/);
    const found = await readPictures(memorySource('figure.pdf', Buffer.from(pdf, 'latin1')));
    expect(found?.pictures.map(({ carried }) => carried.chart)).toEqual(['sankey']);
    // Printing done, the desk is there again as it was left.
    await preview(dialog).waitFor();
    expect(await dialog.getByRole('textbox', { name: /^Alternative text/ }).inputValue()).toBe(
      'Money by sector',
    );
    expect(await page.locator('.printed').count()).toBe(0);
    await status(dialog).getByText('Back from the print dialog.').waitFor();
  },
  { browsers: ['chromium'] },
);
