import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { readRequest } from '../../src/embed/request.ts';
import { decodeCarried } from '../../src/carry/payload.ts';
import { readPictures } from '../../src/carry/pictures.ts';
import { textsIn } from '../../src/carry/png.ts';
import { memorySource } from '../../src/load/formats/bytes.ts';
import { measuresOf, preview, status, takeAway } from './figures.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';
import { choose, drop, given, grantsCsv, opened } from './openingfiles.ts';
import { ready, SANKEY, TIMELINE, TREEMAP } from './screen.ts';

/** Takes one kind of file away and hands it over. */
async function taken(dialog: Locator, kind: string, { downloads }: Visit) {
  const count = (await downloads()).length;
  await dialog.getByRole('button', { name: kind, exact: true }).click();
  await expect.poll(async () => (await downloads()).length).toBe(count + 1);
  const file = (await downloads()).at(-1);
  if (!file) throw new Error('no file was offered');
  return file;
}

forEachBrowser('a PNG has the size it was asked for, and says so', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const dialog = await takeAway(page, TIMELINE);
  // 160 × 100 mm.
  for (const [dots, width, height, perMetre] of [
    ['300 dots an inch', 1890, 1181, 11811],
    ['1×', 605, 378, 3780],
    ['4×', 2419, 1512, 15118],
  ] as const) {
    await dialog.getByLabel('Dots of the PNG').selectOption(dots);
    const file = await taken(dialog, 'PNG', visit);
    expect(file.name).toMatch(/-timeline\.png$/);
    expect(measuresOf(file.bytes)).toEqual({ width, height, perMetre });
    const texts = textsIn(file.bytes);
    expect(texts.get('Title')).toBe('Two-thirds of the priced money is for Health and care');
    expect(texts.get('Source')).toContain('Open Government Licence v3.0');
  }
});

forEachBrowser(
  'a PNG looks as the picture on the desk does',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    const dialog = await takeAway(page, TREEMAP);
    await dialog.getByLabel('Dots of the PNG').selectOption('1×');
    const { bytes } = await taken(dialog, 'PNG', visit);
    const seen = await preview(dialog).screenshot({ animations: 'disabled' });
    const blank = await page.context().newPage();
    const apart = await blank.evaluate(
      async (pictures) => {
        const [CELL, ACROSS, DOWN] = [20, 30, 18];
        /** Mean colours of the cells of a raster over the picture. */
        const cellsOf = async (base64: string) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [CELL * ACROSS, CELL * DOWN];
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
          const sums = new Float64Array(ACROSS * DOWN * 3);
          for (const [at, value] of data.entries()) {
            const [dot, part] = [Math.floor(at / 4), at % 4];
            const [x, y] = [dot % canvas.width, Math.floor(dot / canvas.width)];
            const cell = Math.floor(y / CELL) * ACROSS + Math.floor(x / CELL);
            if (part < 3) sums[cell * 3 + part] = (sums[cell * 3 + part] ?? 0) + value;
          }
          return sums.map((sum) => sum / CELL ** 2);
        };
        const [one = new Float64Array(), other = new Float64Array()] = await Promise.all(
          pictures.map(cellsOf),
        );
        return one.reduce(
          (most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))),
          0,
        );
      },
      [Buffer.from(bytes).toString('base64'), seen.toString('base64')],
    );
    await blank.close();
    // Letters and edges may stand a pixel apart, a twentieth of a cell; what is wrong is more.
    expect(apart).toBeLessThan(24);
  },
  {
    // To make a screenshot, one of the drivers puts a style on the page, which the policy refuses.
    allow: /blocked an inline style|style-src-elem inline/,
  },
);

inOneBrowser('a file carries what was chosen, and says before what that is', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  await choose(page, given('grants.csv', grantsCsv(40)));
  await opened(page, 'grants');
  const dialog = await takeAway(page, SANKEY);
  const carried = async (kind: string) => {
    const { name, bytes } = await taken(dialog, kind, visit);
    return (await readPictures(memorySource(name, bytes)))?.pictures ?? [];
  };

  await dialog.getByText('The picture only', { exact: true }).click();
  expect((await taken(dialog, 'SVG', visit)).text).not.toContain('data-tranche');
  expect(await carried('PNG')).toEqual([]);

  await dialog.getByText('The picture and its settings', { exact: true }).click();
  const svg = (await taken(dialog, 'SVG', visit)).text;
  const [, payload = ''] = /<svg[^>]* data-tranche="([^"]*)"/.exec(svg) ?? [];
  expect(decodeCarried(payload)).toMatchObject({
    chart: 'sankey',
    data: { name: 'grants.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    files: [],
  });
  expect(svg).toMatch(/File: grants\.csv, SHA-256 [0-9a-f]{64}\./);

  await dialog.getByText('The picture, its settings and the data', { exact: true }).click();
  await dialog.getByText(/the whole of grants\.csv \([\d.]+ kB\)/).waitFor();
  for (const kind of ['SVG', 'PNG', 'PowerPoint', 'Word']) {
    const [picture] = await carried(kind);
    const [file] = picture?.carried.files ?? [];
    expect(file?.name).toBe('grants.csv');
    expect(new TextDecoder().decode(file?.bytes)).toBe(grantsCsv(40));
  }
});

inOneBrowser(
  'the numbers behind a picture leave as files that say what they are',
  async (visit) => {
    const { page, open } = visit;
    await open();
    await ready(page);
    const dialog = await takeAway(page, SANKEY);
    const csv = await taken(dialog, 'CSV', visit);
    expect(csv.name).toMatch(/-sankey\.csv$/);
    expect(csv.text).toContain('NHS digital technology');
    const json = await taken(dialog, 'JSON', visit);
    expect(JSON.parse(json.text)).toMatchObject({ format: 'tranche-figure-data', chart: 'sankey' });
    for (const kind of ['Excel', 'PowerPoint', 'Word']) {
      const { bytes } = await taken(dialog, kind, visit);
      expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    }
  },
);

inOneBrowser('lines for a page name the file, and have its words', async (visit) => {
  const { page, open } = visit;
  await open();
  await ready(page);
  const dialog = await takeAway(page, SANKEY);
  await dialog.getByLabel('Title', { exact: true }).fill('Where <it> goes');
  await dialog.getByText('Lines for a page or a report').click();
  const lines = dialog.getByLabel('The lines', { exact: true });
  await expect.poll(() => lines.inputValue()).toContain('<strong>Where &lt;it&gt; goes</strong>');
  const svg = await taken(dialog, 'SVG', visit);
  expect(await lines.inputValue()).toContain(`src="${svg.name}"`);
  await dialog.getByLabel('Language of the lines').selectOption('LaTeX');
  await expect.poll(() => lines.inputValue()).toMatch(/includegraphics.*-sankey\.pdf/);
});

inOneBrowser(
  'lines for a live chart ask for this chart of this data',
  async ({ page, open, address }) => {
    await open();
    await ready(page);
    const linesFor = async (title: string) => {
      const dialog = await takeAway(page, title);
      await dialog.getByText('The live chart on a page').click();
      const lines = dialog.getByLabel('Lines of the embed');
      await lines.waitFor();
      return { dialog, text: async () => lines.inputValue() };
    };
    const embedIn = (text: string) =>
      (/<iframe src="([^"]*)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

    const builtIn = await linesFor(TREEMAP);
    expect(embedIn(await builtIn.text())).toBe(`${address}embed.html#chart=treemap`);
    await builtIn.dialog.getByLabel('How the chart stands').selectOption('A picture with a link');
    await expect.poll(builtIn.text).not.toContain('<iframe');
    expect(await builtIn.text()).toContain('-treemap.svg');
    await page.keyboard.press('Escape');
    await builtIn.dialog.waitFor({ state: 'detached' });

    await choose(page, given('grants.csv', grantsCsv(40)));
    await opened(page, 'grants');
    const own = await linesFor(SANKEY);
    await own.dialog.getByLabel('Where the data will be').fill('https://example.org/grants.csv');
    await expect.poll(own.text).toContain('data=https%3A%2F%2Fexample.org%2Fgrants.csv');
    const asked = readRequest(new URL(embedIn(await own.text())).hash.slice(1));
    expect(asked).toMatchObject({ chart: 'sankey', data: 'https://example.org/grants.csv' });
    expect(decodeCarried(asked.carried ?? '')).toMatchObject({
      data: { name: 'grants.csv' },
      files: [],
    });
  },
);

inOneBrowser(
  'a picture opened again is set as it was, and leaves as the same file',
  async (visit) => {
    const { page, open } = visit;
    await open('v=1&is.sector=Transport');
    await ready(page);
    const dialog = await takeAway(page, TREEMAP);
    await dialog.getByLabel('Title', { exact: true }).fill('Mostly trains');
    await dialog.getByLabel('Size', { exact: true }).selectOption('slide');
    await dialog.getByLabel('Theme', { exact: true }).selectOption('grey');
    const before = await taken(dialog, 'SVG', visit);
    expect(before.text).toContain('Mostly trains');
    await page.goto('about:blank');
    await open();
    await ready(page);
    await drop(page, given('old.svg', before.text));
    await page.getByText('Opened from “old.svg”.').waitFor();
    await ready(page);
    const again = await takeAway(page, TREEMAP);
    expect(await again.getByLabel('Title', { exact: true }).inputValue()).toBe('Mostly trains');
    const drawn = (text: string) => text.replace(/data-tranche="[^"]*"/, '');
    expect(drawn((await taken(again, 'SVG', visit)).text)).toBe(drawn(before.text));
  },
);

inOneBrowser('the explorer as one file is near at hand', async ({ page, open }) => {
  await open();
  await ready(page);
  const dialog = await takeAway(page, SANKEY);
  await dialog.getByRole('button', { name: 'One HTML file' }).click();
  await page.getByRole('dialog', { name: 'Save as one HTML file' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(1);
});

forEachBrowser(
  'picture and table go to the clipboard',
  async ({ page, open }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await ready(page);
    const dialog = await takeAway(page, SANKEY);
    const clipboard = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const texts = new Map<string, string>();
        for (const type of item?.types ?? []) {
          const blob = await item?.getType(type);
          texts.set(
            type,
            blob ? (type.startsWith('text/') ? await blob.text() : `${blob.size}`) : '',
          );
        }
        return Object.fromEntries(texts);
      });
    await dialog.getByRole('button', { name: 'Copy the picture' }).click();
    await status(dialog).getByText('The picture is on the clipboard.').waitFor();
    expect(Number((await clipboard())['image/png'])).toBeGreaterThan(10_000);
    await dialog.getByRole('button', { name: 'Copy the table' }).click();
    await status(dialog).getByText('The table is on the clipboard.').waitFor();
    const table = await clipboard();
    expect(table['text/plain']).toContain(
      'Not stated\tHealth and care\tNHS digital technology\t£4.2bn',
    );
    expect(table['text/html']).toContain('NHS digital technology</td>');
    await dialog.getByText('Lines for a page or a report').click();
    await dialog.getByRole('button', { name: 'Copy the lines' }).click();
    await status(dialog).getByText('The lines are on the clipboard.').waitFor();
    expect((await clipboard())['text/plain']).toMatch(/^<figure>/);
  },
  { browsers: ['chromium'] },
);

forEachBrowser(
  'a browser that keeps its clipboard to itself is not passed over in silence',
  async ({ page, open }) => {
    await page.addInitScript(() => {
      const write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.defineProperty(navigator, 'clipboard', { value: { write } });
    });
    await open();
    await ready(page);
    const dialog = await takeAway(page, SANKEY);
    await dialog.getByRole('button', { name: 'Copy the picture' }).click();
    await status(dialog)
      .getByText(/does not let the page write to the clipboard/)
      .waitFor();
  },
);
