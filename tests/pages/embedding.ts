import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { embedCode, type Embed, type EmbedRung } from '../../src/export/embedcode.ts';
import { forEachBrowser, type Visit, type VisitOptions } from './harness.ts';
import { hostServer, type HostPage, type HostServer } from './hosts.ts';

/** Charts in pages of another origin, as other people have them. */
export const ALT = 'Two-thirds of the priced money is for Health and care';

let hosts: HostServer;

/** Starts the other origin for the tests of a file. */
export function useHosts(): void {
  beforeAll(async () => {
    hosts = await hostServer();
  });
  afterAll(() => hosts.close());
}

export const hostPage = (page: HostPage): string => hosts.page(page);
export const hostAddress = (): string => hosts.address;

/** The code of a chart for such a page. */
export function code(rung: EmbedRung, overrides: Partial<Embed> = {}): string {
  const app = inject('address');
  return embedCode(rung, {
    app,
    asks: 'v=1&chart=sankey',
    explore: `${app}#v=1`,
    picture: { address: `${hosts.address}picture.svg`, width: 605, height: 378 },
    title: 'Where it goes',
    alt: ALT,
    height: 560,
    styles: true,
    ...overrides,
  });
}

/** Asking for the page around, its picture and its data is what these tests are about. */
const allowed =
  /request leaves: (http:\/\/localhost:\d+\/(\d+\.html|picture\.svg|grants\.csv|favicon)|file:|about:)/;

/** A test in each browser that may go to the other origin. */
export function inHost(
  name: string,
  check: (visit: Visit) => Promise<void>,
  options: VisitOptions = {},
): void {
  const allow = options.allow ? new RegExp(`${allowed.source}|${options.allow.source}`) : allowed;
  forEachBrowser(name, check, { ...options, allow });
}

/** Goes to a page and keeps account of what jumps in it. */
export async function enter(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => {
    globalThis.trancheShift = 0;
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The entries of this type have a value.
        globalThis.trancheShift += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
}

declare global {
  var trancheShift: number;
}

/** The frame of the first live chart, once its chart is there. */
export async function chart(page: Page): Promise<Frame> {
  const frame = await frameOf(page);
  await frame.locator('[tabindex="0"][data-key]').waitFor({ state: 'attached' });
  return frame;
}

export async function frameOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('embed.html'));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (!frame) throw new Error('there is no chart in the page');
  return frame;
}

/** Where the words after the chart stand, and how far things have jumped. */
export async function standing(page: Page): Promise<{ after: number; shift: number }> {
  return page.evaluate(() => ({
    after: Math.round(document.querySelector('#after')?.getBoundingClientRect().top ?? -1),
    shift: globalThis.trancheShift,
  }));
}

/** Waits until the live chart stands in the place of the picture. */
export async function live(page: Page): Promise<Frame> {
  const frame = await chart(page);
  await expect
    .poll(() => page.locator('tranche-chart iframe').first().evaluate(isVisible))
    .toBe(true);
  return frame;
}

export const isVisible = (element: Element) =>
  getComputedStyle(element).visibility === 'visible' && element.getBoundingClientRect().width > 0;

export function imageIsShown(page: Page): Promise<boolean> {
  return page.locator(`img[alt="${ALT}"]`).evaluate((image) => {
    const { width, height } = image.getBoundingClientRect();
    return getComputedStyle(image).visibility === 'visible' && width > 0 && height > 0;
  });
}

/** A page that puts a chart in the place of its picture, and nothing around it moves. */
export async function replacesPicture({ page }: Visit, url: string): Promise<Frame> {
  await enter(page, url);
  await page.locator('#after').waitFor();
  const before = await standing(page);
  const frame = await live(page);
  expect(await imageIsShown(page)).toBe(false);
  expect(await page.locator('tranche-chart iframe').getAttribute('title')).toBe(ALT);
  expect(await standing(page)).toEqual({ after: before.after, shift: 0 });
  return frame;
}
