import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chartOf } from '../../src/charts/index.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { portableSvg } from '../../src/export/portable.ts';
import { decodeView } from '../../src/model/address.ts';
import { captionOf } from '../../src/state/caption.ts';
import { Explorer } from '../../src/state/explorer.svelte.ts';
import { strategy } from '../pure/data/strategy.ts';
import { BROWSERS, forEachBrowser } from './harness.ts';
import { frame, ready, SANKEY, TIMELINE, TREEMAP } from './screen.ts';

const engine = new LocalEngine(strategy());
const FRAGMENT = 'v=1&is.sector=Transport,Energy';

/** What Node makes of a view, in the frame the page has for the chart. */
async function inNode(id: string, fragment: string, width: number, height: number) {
  const { view, ignored } = decodeView(fragment, engine.card);
  expect(ignored).toEqual([]);
  const { shown } = await Explorer.open(engine, view, () => {});
  const answers = shown.answers.get(id);
  if (!answers) throw new Error(`nothing was answered for "${id}"`);
  const drawing = chartOf(id).draw(answers, view, engine.card, { width, height });
  return portableSvg(drawing, captionOf(engine.card, shown), 'light');
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

/** Every picture saved, by browser, chart and width. */
const saved = new Map<string, string>();

forEachBrowser('a picture saved is the one that Node makes of the view', async (visit) => {
  const { page, open, downloads, browser } = visit;
  await open(FRAGMENT);
  // One of the browsers gives a part of the width to a scroll bar.
  await page.evaluate(() => (document.documentElement.style.scrollbarWidth = 'none'));
  await ready(page);
  for (const [id, title] of [
    ['sankey', SANKEY],
    ['timeline', TIMELINE],
    ['treemap', TREEMAP],
  ] as const) {
    const count = (await downloads()).length;
    await page.getByRole('button', { name: `${title}: download SVG` }).click();
    await expect.poll(async () => (await downloads()).length).toBe(count + 1);
    const file = (await downloads()).at(-1);
    if (!file) throw new Error('no file was offered');
    expect(file.name).toBe(`uk-digital-strategy-2017-digital-in-public-services-${id}.svg`);

    const [width, height] = await frame(page, title)
      .locator('.picture')
      .evaluate((place) => [place.clientWidth, parseFloat(getComputedStyle(place).minHeight)]);
    expect(file.text).toBe(await inNode(id, FRAGMENT, width ?? 0, height ?? 0));
    expect(await faultIn(file.text, page)).toBeNull();
    saved.set(`${browser} ${id} ${width}`, file.text);
  }
});

test('both browsers save the same bytes', () => {
  const of = (browser: string) =>
    [...saved]
      .filter(([key]) => key.startsWith(browser))
      .map(([key, text]) => [key.slice(browser.length), text]);
  const [first, ...others] = BROWSERS.map(of);
  expect(first).toHaveLength(3);
  for (const other of others) expect(other).toEqual(first);
});

forEachBrowser('a picture saved says what it shows, of what, and from where', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  await page.getByRole('button', { name: `${SANKEY}: download SVG` }).click();
  await expect.poll(async () => (await downloads()).length).toBe(1);
  const text = (await downloads())[0]?.text ?? '';
  for (const words of [
    'Two-thirds of the priced money is for Health and care',
    'Commitments: at least £6.335bn in 9 figures, 1 more of unstated size.',
    'At least £6.335bn committed in 9 figures; 1 of unstated size',
    'Source: UK Digital Strategy 2017',
    'published 1 Mar 2017',
    'Open Government Licence v3.0',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toMatch(/var\(|<style|<script|<foreignObject|rgba\(|href=/);
});
