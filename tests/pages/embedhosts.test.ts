import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  chart,
  code,
  enter,
  frameOf,
  hostAddress,
  hostPage,
  imageIsShown,
  inHost,
  isVisible,
  live,
  standing,
  useHosts,
} from './embedding.ts';

useHosts();

/** Keeps the keys that the page around is given. */
async function hearKeys(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    globalThis.trancheKeys = [];
    document.addEventListener('keydown', ({ key, keyCode }) => {
      globalThis.trancheKeys.push(`${key} ${keyCode}`);
    });
  });
  return () => page.evaluate(() => globalThis.trancheKeys);
}

declare global {
  var trancheKeys: string[];
}

describe('keys', () => {
  inHost('that no mark makes use of are the page’s around', async ({ page }) => {
    await enter(page, hostPage({ body: code('script') }));
    const frame = await live(page);
    const keys = await hearKeys(page);
    await frame.locator('h1').click();
    for (const key of ['PageDown', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
    await expect.poll(keys).toEqual(['PageDown 34', 'ArrowRight 39', 'Escape 27']);
  });

  inHost('go on paging after a click on a mark, not from one come to by key', async ({ page }) => {
    await enter(page, hostPage({ body: code('script') }));
    const frame = await live(page);
    const keys = await hearKeys(page);
    await frame.locator('[tabindex="0"][data-key]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    await expect.poll(keys).toEqual(['PageDown 34']);
    await frame.locator('[role="button"][aria-label^="Health and care, "]').first().click();
    await frame.getByRole('button', { name: 'Back a step' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await expect.poll(keys).toEqual(['PageDown 34', 'ArrowRight 39']);
  });

  inHost('Escape goes back to what was there, and then to the page', async ({ page }) => {
    await enter(page, hostPage({ body: code('script') }));
    const frame = await live(page);
    const keys = await hearKeys(page);
    await frame.locator('[role="button"][aria-label^="Transport, "]').first().focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Back a step' }).waitFor();
    await page.keyboard.press('Escape');
    await frame.getByText('Two-thirds of the priced money').waitFor();
    expect(await keys()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(keys).toEqual(['Escape 27']);
  });
});

describe('what the page around is told', () => {
  inHost('is believed of nobody but the chart', async ({ page }) => {
    const lies = `<script>
      const lie = (message) => parent.postMessage({ tranche: 1, ...message }, '*');
      setInterval(() => {
        lie({ type: 'height', height: 9000 });
        lie({ type: 'ready', height: 9000 });
        lie({ type: 'key', key: 'PageDown' });
      }, 20);
    </script>`;
    const sibling = `<iframe srcdoc="${lies.replaceAll('"', '&quot;')}"></iframe>`;
    await enter(page, hostPage({ body: sibling + code('script') }));
    const keys = await hearKeys(page);
    await live(page);
    const before = await standing(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(await standing(page)).toEqual({ after: before.after, shift: 0 });
    expect(
      await page.locator('tranche-chart').evaluate((chart) => chart.clientHeight),
    ).toBeLessThan(1500);
    expect(await keys()).toEqual([]);
  });

  inHost(
    'makes it grow where nobody looks, once, and never again',
    async ({ page }) => {
      const tall = '<div id="far" style="height: 4000px"></div>';
      await enter(page, hostPage({ body: code('script') + tall }));
      await live(page);
      const heightOf = () => page.locator('tranche-chart').evaluate((chart) => chart.clientHeight);
      const before = await heightOf();
      const heights: number[] = [];
      for (let turn = 0; turn < 4; turn++) {
        await page.evaluate(() => document.querySelector('#after')?.scrollIntoView());
        if (turn === 0) await expect.poll(heightOf).toBeGreaterThan(before);
        await page.evaluate(() => scrollTo(0, 0));
        await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
        heights.push(await heightOf());
      }
      expect(new Set(heights).size).toBe(1);
      const frame = await frameOf(page);
      const [content, window] = await frame.evaluate(() => [
        document.documentElement.scrollHeight,
        innerHeight,
      ]);
      expect(content).toBe(window);
    },
    { context: { viewport: { width: 280, height: 700 } } },
  );
});

describe('the chart looks like the page around it', () => {
  inHost('light or dark, and when that changes', async ({ page }) => {
    const head =
      '<style>body{color:#fff;background:#111}body.day{color:#111;background:#fff}</style>';
    await enter(page, hostPage({ body: code('script'), head }));
    const frame = await live(page);
    const paper = () =>
      frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe('rgb(20, 22, 26)');
    await page.evaluate(() => document.body.classList.add('day'));
    await expect.poll(paper).toBe('rgb(251, 250, 247)');
  });

  inHost('and on paper the picture stands for it', async ({ page }) => {
    await enter(page, hostPage({ body: code('script') }));
    await live(page);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await imageIsShown(page)).toBe(true);
    expect(await page.locator('tranche-chart iframe').evaluate(isVisible)).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await imageIsShown(page)).toBe(false);
  });

  inHost(
    'with the colours that are forced',
    async ({ page }) => {
      await enter(page, hostPage({ body: code('script') }));
      const frame = await live(page);
      const stroke = await frame
        .locator('rect.subject')
        .first()
        .evaluate((mark) => getComputedStyle(mark).strokeWidth);
      expect(stroke).toBe('1px');
    },
    { context: { forcedColors: 'active' }, browsers: ['chromium'] },
  );

  inHost(
    'with lines in the place of gaps where colours are forced',
    async ({ page }) => {
      await enter(page, hostPage({ body: code('script', { asks: 'chart=treemap&split=' }) }));
      const frame = await live(page);
      const strokes = await frame
        .locator('svg rect')
        .evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).stroke));
      const ink = await frame.locator('h1').evaluate((title) => getComputedStyle(title).color);
      expect(new Set(strokes)).toEqual(new Set([ink]));
    },
    { context: { forcedColors: 'active' }, browsers: ['chromium'] },
  );
});

describe('live data', () => {
  inHost('of the embed’s own origin is there at once', async ({ page }) => {
    const asks = `chart=treemap&data=${encodeURIComponent('data/digital-strategy-2017.csv')}`;
    await enter(page, hostPage({ body: code('script', { asks }) }));
    const frame = await live(page);
    await frame.getByText('Two-thirds of the priced money').waitFor();
  });

  inHost('of another host waits until the reader says so, and the picture stays', async (visit) => {
    const { page, requests } = visit;
    const data = `${hostAddress()}grants.csv`;
    const asks = `chart=treemap&data=${encodeURIComponent(data)}`;
    await enter(page, hostPage({ body: code('script', { asks }) }));
    const frame = await frameOf(page);
    const load = frame.getByRole('button', { name: 'Load it from there' });
    await load.waitFor();
    await frame.getByText(`This chart has live data at ${new URL(data).host}.`).waitFor();
    expect(await imageIsShown(page)).toBe(true);
    expect(requests).not.toContain(data);
    const before = await standing(page);
    await load.click();
    await chart(page);
    await expect.poll(() => imageIsShown(page)).toBe(false);
    await frame
      .getByText(/East Clinic|Health/)
      .first()
      .waitFor();
    expect(requests).toContain(data);
    expect((await standing(page)).after).toBe(before.after);
  });

  inHost(
    'that is not there is told in the frame, and the picture stays',
    async ({ page }) => {
      await enter(page, hostPage({ body: code('script', { asks: 'data=data/none.csv' }) }));
      const frame = await frameOf(page);
      await frame.getByRole('alert').waitFor({ state: 'attached' });
      expect(await frame.getByRole('alert').textContent()).toMatch(/none\.csv is missing.*404/);
      expect(await imageIsShown(page)).toBe(true);
    },
    { allow: /Failed to load resource/ },
  );
});
