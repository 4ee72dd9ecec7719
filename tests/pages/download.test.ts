import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { carriedOf } from '../../src/carry/carried.ts';
import { encodeCarried } from '../../src/carry/payload.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { sheetSvg } from '../../src/export/portable.ts';
import { decodeView } from '../../src/model/address.ts';
import { parseFigureSize, WORDS_FROM_DATA, type FigureSpec } from '../../src/model/figure.ts';
import { figureOf } from '../../src/state/figure.ts';
import { strategy } from '../pure/data/strategy.ts';
import { status, takeAway, today } from './figures.ts';
import { BROWSERS, forEachBrowser, inOneBrowser } from './harness.ts';
import { ready, SANKEY, TIMELINE, TREEMAP } from './screen.ts';

const engine = new LocalEngine(strategy());
const FRAGMENT = 'v=1&is.sector=Transport,Energy';

/** What Node makes of a figure of a view. */
async function inNode(chart: string, made: string, changes: Partial<FigureSpec> = {}) {
  const { view, ignored } = decodeView(FRAGMENT, engine.card);
  expect(ignored).toEqual([]);
  const size = parseFigureSize('column');
  if (!size) throw new Error('there is no size for a report column');
  const words = WORDS_FROM_DATA;
  const first = { view, chart, size, theme: 'print', words, carries: 'settings' } as const;
  const spec = { ...first, ...changes };
  const carried = carriedOf(spec, { card: engine.card, reading: null, files: [] });
  const payload = carried && encodeCarried(carried);
  return sheetSvg(await figureOf(engine, spec, { file: null, made, payload }));
}

/** What is wrong with a text as XML, read by the browser's own parser on a page without a policy. */
async function faultIn(text: string, page: Page): Promise<string | null> {
  const blank = await page.context().newPage();
  const fault = await blank.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'image/svg+xml');
    return parsed.querySelector('parsererror')?.textContent ?? null;
  }, text);
  await blank.close();
  return fault;
}

/** Every picture saved, by browser, chart and look. */
const saved = new Map<string, string>();

forEachBrowser('a picture saved is the one that Node makes of the view', async (visit) => {
  const { page, open, downloads, browser } = visit;
  await open(FRAGMENT);
  await ready(page);
  const made = await today(page);
  for (const [id, title] of [
    ['sankey', SANKEY],
    ['timeline', TIMELINE],
    ['treemap', TREEMAP],
  ] as const) {
    const dialog = await takeAway(page, title);
    const count = (await downloads()).length;
    await dialog.getByRole('button', { name: 'SVG', exact: true }).click();
    await expect.poll(async () => (await downloads()).length).toBe(count + 1);
    const file = (await downloads()).at(-1);
    if (!file) throw new Error('no file was offered');
    const name = `uk-digital-strategy-2017-digital-in-public-services-${id}.svg`;
    expect(file.name).toBe(name);
    await expect.poll(() => status(dialog).innerText()).toMatch(new RegExp(`^Saved ${name}, \\d+`));
    expect(file.text).toBe(await inNode(id, made));
    expect(await faultIn(file.text, page)).toBeNull();
    saved.set(`${browser} ${id}`, file.text);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
});

forEachBrowser(
  'a picture is saved as it was made ready: its words, size and theme',
  async (visit) => {
    const { page, open, downloads, browser } = visit;
    await open(FRAGMENT);
    await ready(page);
    const dialog = await takeAway(page, TREEMAP);
    await dialog.getByLabel('Title', { exact: true }).fill('Trains & <energy> “again”');
    await dialog.getByLabel('Notes', { exact: true }).fill('');
    await dialog.getByLabel('Size', { exact: true }).selectOption('slide');
    await dialog.getByLabel('Theme', { exact: true }).selectOption('grey');
    await dialog.getByRole('button', { name: 'SVG', exact: true }).click();
    await expect.poll(async () => (await downloads()).length).toBe(1);
    const text = (await downloads())[0]?.text ?? '';
    const size = parseFigureSize('slide');
    if (!size) throw new Error('there is no size for a slide');
    const words = { ...WORDS_FROM_DATA, title: 'Trains & <energy> “again”', notes: '' };
    const made = await today(page);
    expect(text).toBe(await inNode('treemap', made, { size, theme: 'grey', words }));
    saved.set(`${browser} treemap, grey, on a slide`, text);
  },
);

test('both browsers save the same bytes', () => {
  const of = (browser: string) =>
    [...saved]
      .filter(([key]) => key.startsWith(browser))
      .map(([key, text]) => [key.slice(browser.length), text]);
  const [first, ...others] = BROWSERS.map(of);
  expect(first).toHaveLength(4);
  for (const other of others) expect(other).toEqual(first);
});

inOneBrowser('a picture saved says what it shows, of what, and from where', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  const dialog = await takeAway(page, SANKEY);
  await dialog.getByRole('button', { name: 'SVG', exact: true }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  const text = (await downloads())[0]?.text ?? '';
  for (const words of [
    'Two-thirds of the priced money is for Health and care',
    'Commitments: at least £6.335bn in 9 figures, 1 more of unstated size.',
    'At least £6.335bn committed in 9 figures; 1 of unstated size',
    'Source: UK Digital Strategy 2017',
    'published 1 Mar 2017',
    'Open Government Licence v3.0',
    `on ${await today(page)}.`,
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/var\(|<style|<script|<foreignObject|rgba\(|href=/);
});
