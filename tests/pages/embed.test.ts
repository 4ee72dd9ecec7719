import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { embedCode, type Embed, type EmbedRung } from '../../src/export/embedcode.ts';
import { forEachBrowser, type Visit, type VisitOptions } from './harness.ts';
import { hostHtml, hostServer, type HostServer } from './hosts.ts';

/** Charts in pages of another origin, as other people have them. */
let hosts: HostServer;
const folder = mkdtempSync(join(tmpdir(), 'tranche-'));

beforeAll(async () => {
  hosts = await hostServer();
});

afterAll(() => {
  hosts.close();
  rmSync(folder, { recursive: true });
});

const ALT = 'Two-thirds of the priced money is for Health and care';
/** Asking for the page around and its picture is what these tests are about. */
const allow = /request leaves: (http:\/\/localhost:\d+\/(\d+\.html|picture\.svg|favicon)|file:)/;

function embed(overrides: Partial<Embed> = {}): Embed {
  const app = inject('address');
  return {
    app,
    asks: 'v=1&chart=sankey',
    explore: `${app}#v=1`,
    picture: { address: `${hosts.address}picture.svg`, width: 605, height: 378 },
    title: 'Where it goes',
    alt: ALT,
    height: 560,
    styles: true,
    ...overrides,
  };
}

const code = (rung: EmbedRung, overrides?: Partial<Embed>) => embedCode(rung, embed(overrides));

/** Goes to a page and keeps account of what jumps in it. */
async function enter(page: Page, url: string): Promise<void> {
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
async function chart(page: Page): Promise<Frame> {
  const frame = await frameOf(page);
  await frame.locator('[tabindex="0"][data-key]').waitFor({ state: 'attached' });
  return frame;
}

async function frameOf(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => frame.url().includes('embed.html'));
  await expect.poll(find).toBeDefined();
  const frame = find();
  if (!frame) throw new Error('there is no chart in the page');
  return frame;
}

/** Where the words after the chart stand, and how far things have jumped. */
async function standing(page: Page): Promise<{ after: number; shift: number }> {
  return page.evaluate(() => ({
    after: Math.round(document.querySelector('#after')?.getBoundingClientRect().top ?? -1),
    shift: globalThis.trancheShift,
  }));
}

/** Waits until the live chart stands in the place of the picture. */
async function live(page: Page): Promise<Frame> {
  const frame = await chart(page);
  await expect
    .poll(() => page.locator('tranche-chart iframe').first().evaluate(isVisible))
    .toBe(true);
  return frame;
}

const isVisible = (element: Element) =>
  getComputedStyle(element).visibility === 'visible' && element.getBoundingClientRect().width > 0;

function imageIsShown(page: Page): Promise<boolean> {
  return page.locator(`img[alt="${ALT}"]`).evaluate((image) => {
    const { width, height } = image.getBoundingClientRect();
    return getComputedStyle(image).visibility === 'visible' && width > 0 && height > 0;
  });
}

/** A page that puts a chart in the place of its picture, and nothing around it moves. */
async function replacesPicture({ page }: Visit, url: string): Promise<Frame> {
  await enter(page, url);
  await page.locator('#after').waitFor();
  const before = await standing(page);
  const frame = await live(page);
  expect(await imageIsShown(page)).toBe(false);
  expect(await page.locator('tranche-chart iframe').getAttribute('title')).toBe(ALT);
  expect(await standing(page)).toEqual({ after: before.after, shift: 0 });
  return frame;
}

const host = (name: string, check: (visit: Visit) => Promise<void>, options: VisitOptions = {}) =>
  forEachBrowser(name, check, {
    ...options,
    allow: options.allow ? new RegExp(`${allow.source}|${options.allow.source}`) : allow,
  });

describe('a picture with a link', () => {
  host(
    'stands in a page that runs no scripts',
    async ({ page, address }) => {
      await page.goto(hosts.page({ body: code('script'), policy: 'sandbox allow-same-origin' }));
      await expect.poll(() => imageIsShown(page)).toBe(true);
      expect(await page.getByRole('link').getAttribute('href')).toBe(`${address}#v=1`);
      expect(page.frames()).toHaveLength(1);
    },
    { allow: /Blocked script|sandbox/ },
  );

  host(
    'stands where the chart cannot be reached',
    async ({ page, address }) => {
      await page.route(`${address}**`, (route) => route.abort());
      await enter(page, hosts.page({ body: code('script') }));
      await page.waitForLoadState('networkidle');
      expect(await imageIsShown(page)).toBe(true);
      expect((await standing(page)).shift).toBe(0);
    },
    { allow: /Failed to load resource|NetworkError|Loading failed/ },
  );

  host(
    'stands where the script comes and the chart does not',
    async ({ page, address }) => {
      await page.route(`${address}assets/**`, (route) => route.abort());
      await enter(page, hosts.page({ body: code('script') }));
      await frameOf(page);
      await page.waitForLoadState('networkidle');
      expect(await imageIsShown(page)).toBe(true);
    },
    { allow: /Failed to load resource|NetworkError|Loading failed/ },
  );

  host(
    'stands where the page refuses frames',
    async ({ page, address }) => {
      const policy = `default-src 'none'; img-src 'self'; script-src ${address}; style-src 'unsafe-inline'`;
      await enter(page, hosts.page({ body: code('script'), policy }));
      await page.locator('tranche-chart iframe').waitFor({ state: 'attached' });
      expect(await imageIsShown(page)).toBe(true);
    },
    { allow: /policy|Policy|frame-src|violates/ },
  );
});

describe('a live chart takes the place of the picture', () => {
  host('and nothing jumps', async (visit) => {
    await replacesPicture(visit, hosts.page({ body: code('script') }));
  });

  host('under a strict policy, with no type trusted', async (visit) => {
    const { address } = visit;
    const policy = [
      "default-src 'none'",
      `script-src ${address}`,
      `frame-src ${address}`,
      "img-src 'self'",
      "style-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');
    await replacesPicture(visit, hosts.page({ body: code('script', { styles: false }), policy }));
  });

  host(
    'in a sandbox, without an origin or storage',
    async (visit) => {
      const body = code('script').replace('<tranche-chart', '$& sandbox="allow-scripts"');
      const frame = await replacesPicture(visit, hosts.page({ body }));
      expect(await frame.evaluate(() => origin)).toBe('null');
      // What was not prepared is asked of a worker, which has no origin either.
      await frame.locator('[role="button"][aria-label^="Transport, "]').first().click();
      await frame.getByText('Two-thirds of the £680m is for').waitFor();
    },
    { allow: /request leaves: blob:null/ },
  );

  host('of a page that is a file', async (visit) => {
    const path = join(folder, `${visit.browser}.html`);
    writeFileSync(path, hostHtml({ body: code('script') }));
    await replacesPicture(visit, pathToFileURL(path).href);
  });

  host('that was hidden to begin with', async ({ page }) => {
    await enter(page, hosts.page({ body: `<div id="tab" hidden>${code('script')}</div>` }));
    await page.evaluate(() => document.querySelector('#tab')?.removeAttribute('hidden'));
    const frame = await live(page);
    expect(
      await frame
        .locator('svg')
        .first()
        .evaluate((svg) => svg.clientWidth),
    ).toBeGreaterThan(400);
  });

  host('ten times on a page', async ({ page }) => {
    const charts = ['sankey', 'timeline', 'treemap'];
    const body = Array.from({ length: 10 }, (_, at) =>
      code('script', { asks: `v=1&chart=${charts[at % 3] ?? ''}` }),
    ).join('<p>Between</p>');
    await enter(page, hosts.page({ body }));
    for (let at = 0; at < 10; at++) {
      const frame = page.locator('tranche-chart iframe').nth(at);
      await page.locator('tranche-chart').nth(at).scrollIntoViewIfNeeded();
      await expect.poll(() => frame.evaluate(isVisible)).toBe(true);
    }
    expect((await standing(page)).shift).toBe(0);
  });

  for (const width of [280, 640, 1920]) {
    host(
      `in a window ${width} px wide`,
      async (visit) => {
        const frame = await replacesPicture(visit, hosts.page({ body: code('script') }));
        expect(
          await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      { context: { viewport: { width, height: 900 } } },
    );
  }
});
