import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect } from 'vitest';
import {
  code,
  enter,
  frameOf,
  hostPage,
  imageIsShown,
  inHost,
  isVisible,
  live,
  replacesPicture,
  standing,
  useHosts,
} from './embedding.ts';
import { hostHtml } from './hosts.ts';

useHosts();
const folder = mkdtempSync(join(tmpdir(), 'tranche-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a picture with a link', () => {
  inHost(
    'stands in a page that runs no scripts',
    async ({ page, address }) => {
      await page.goto(hostPage({ body: code('script'), policy: 'sandbox allow-same-origin' }));
      await expect.poll(() => imageIsShown(page)).toBe(true);
      expect(await page.getByRole('link').getAttribute('href')).toBe(`${address}#v=1`);
      expect(page.frames()).toHaveLength(1);
    },
    { allow: /Blocked script|sandbox/ },
  );

  inHost(
    'stands where the chart cannot be reached',
    async ({ page, address }) => {
      await page.route(`${address}**`, (route) => route.abort());
      await enter(page, hostPage({ body: code('script') }));
      await page.waitForLoadState('networkidle');
      expect(await imageIsShown(page)).toBe(true);
      expect((await standing(page)).shift).toBe(0);
    },
    { allow: /Failed to load resource|NetworkError|Loading failed/ },
  );

  inHost(
    'stands where the script comes and the chart does not',
    async ({ page, address }) => {
      await page.route(`${address}assets/**`, (route) => route.abort());
      await enter(page, hostPage({ body: code('script') }));
      await frameOf(page);
      await page.waitForLoadState('networkidle');
      expect(await imageIsShown(page)).toBe(true);
    },
    { allow: /Failed to load resource|NetworkError|Loading failed/ },
  );

  inHost(
    'stands where the page refuses frames',
    async ({ page, address }) => {
      const policy = `default-src 'none'; img-src 'self'; script-src ${address}; style-src 'unsafe-inline'`;
      await enter(page, hostPage({ body: code('script'), policy }));
      await page.locator('tranche-chart iframe').waitFor({ state: 'attached' });
      expect(await imageIsShown(page)).toBe(true);
    },
    { allow: /policy|Policy|frame-src|violates/ },
  );
});

describe('a live chart takes the place of the picture', () => {
  inHost('and nothing jumps', async (visit) => {
    await replacesPicture(visit, hostPage({ body: code('script') }));
  });

  inHost('under a strict policy, with no type trusted', async (visit) => {
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
    await replacesPicture(visit, hostPage({ body: code('script', { styles: false }), policy }));
  });

  inHost(
    'in a sandbox, without an origin or storage',
    async (visit) => {
      const body = code('script').replace('<tranche-chart', '$& sandbox="allow-scripts"');
      const frame = await replacesPicture(visit, hostPage({ body }));
      expect(await frame.evaluate(() => origin)).toBe('null');
      // What was not prepared is asked of a worker, which has no origin either.
      await frame.locator('[role="button"][aria-label^="Transport, "]').first().click();
      await frame.getByText('Two-thirds of the £680m is for').waitFor();
    },
    { allow: /request leaves: blob:null/ },
  );

  inHost('of a page that is a file', async (visit) => {
    const path = join(folder, `${visit.browser}.html`);
    writeFileSync(path, hostHtml({ body: code('script') }));
    await replacesPicture(visit, pathToFileURL(path).href);
  });

  inHost('that was hidden to begin with', async ({ page }) => {
    await enter(page, hostPage({ body: `<div id="tab" hidden>${code('script')}</div>` }));
    await page.evaluate(() => document.querySelector('#tab')?.removeAttribute('hidden'));
    const frame = await live(page);
    expect(
      await frame
        .locator('svg')
        .first()
        .evaluate((svg) => svg.clientWidth),
    ).toBeGreaterThan(400);
  });

  inHost('ten times on a page', async ({ page }) => {
    const charts = ['sankey', 'timeline', 'treemap'];
    const body = Array.from({ length: 10 }, (_, at) =>
      code('script', { asks: `v=1&chart=${charts[at % 3] ?? ''}` }),
    ).join('<p>Between</p>');
    await enter(page, hostPage({ body }));
    for (let at = 0; at < 10; at++) {
      const frame = page.locator('tranche-chart iframe').nth(at);
      await page.locator('tranche-chart').nth(at).scrollIntoViewIfNeeded();
      await expect.poll(() => frame.evaluate(isVisible)).toBe(true);
    }
    expect((await standing(page)).shift).toBe(0);
  });

  for (const width of [280, 640, 1920]) {
    inHost(
      `in a window ${width} px wide`,
      async (visit) => {
        const frame = await replacesPicture(visit, hostPage({ body: code('script') }));
        expect(
          await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      },
      { context: { viewport: { width, height: 900 } } },
    );
  }
});
