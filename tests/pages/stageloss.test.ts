import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { generator } from '../random.ts';
import { forEachBrowser } from './harness.ts';
import { NAME, onStage, press, sendTo, STAGE, stepOf, story } from './onstage.ts';
import { endWorkers, noteWorkers } from './workers.ts';

/** What a speaker may be about when the page is loaded anew: going on and back, blanking, exploring. */
const MOVES = ['PageDown', 'PageDown', 'PageUp', 'End', 'Home'];
const KEYS = [...MOVES, ...MOVES, 'b', 'w', 'e', 'e', 'ArrowDown', 'ArrowDown', 'Enter', 'Enter'];

/**
 * How often the page is loaded anew in each browser, and seeds of presses by which that comes in the
 * middle of a change, in the dark, and while a mark has been chosen in exploring.
 */
const ROUNDS = 5;
const SEEDS = { chromium: 488, firefox: 1986 };

/** The title and every mark with its place, once nothing moves. */
async function pictureOf(page: Page, scene?: number): Promise<string> {
  const title = scene === undefined ? undefined : story.scenes[scene]?.title;
  if (title) await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await onStage(page);
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('.stage svg > [data-key]')].map((mark) =>
      ['data-key', 'x', 'y', 'width', 'height', 'd', 'transform', 'fill']
        .map((name) => (mark.getAttribute(name) ?? '').replace(/#[\w-]*?-(?=[a-z]+-)/, '#'))
        .join(' '),
    );
    return [document.querySelector('.stage h1')?.textContent, ...marks].join('\n');
  });
}

/** Resolves when the stage says that all of its story is in memory. */
const safe = (page: Page) =>
  page.evaluate(
    (name) =>
      new Promise<void>((done) => {
        const channel = new BroadcastChannel(`tranche-stage-${name}`);
        channel.onmessage = ({ data }) => {
          if (data.tranche !== 'alive' || !data.safe) return;
          channel.close();
          done();
        };
      }),
    NAME,
  );

forEachBrowser(
  'a story that is in memory needs neither worker nor network, and a reload costs no step',
  async ({ page, open }) => {
    await noteWorkers(page);
    await open(STAGE);
    await onStage(page);
    const scenes = [...story.scenes.keys()];
    const undisturbed: string[] = [];
    for (const scene of scenes) {
      await sendTo(page, { scene, reveal: 0 }, 1000 + scene);
      undisturbed.push(await pictureOf(page, scene));
    }
    await page.goto('about:blank');
    await open(`${STAGE}&step=1`);
    await safe(page);
    const started = await endWorkers(page);
    await page.route('**', (route) => route.abort());
    let seq = 2000;
    for (const scene of [3, 0, 6, 1, 7, 5, 2, 4]) {
      await sendTo(page, { scene, reveal: 0 }, seq++);
      expect(await pictureOf(page, scene), `scene ${scene + 1}`).toBe(undisturbed[scene]);
    }
    expect(await page.evaluate(() => globalThis.startedWorkers.length)).toBe(started);
    await page.unroute('**');
    // The network is back: a reload at any step comes back to it.
    await press(page, 'PageDown');
    const step = await stepOf(page);
    await page.reload();
    expect(await pictureOf(page, 4)).toBe(undisturbed[4]);
    expect(await stepOf(page)).toBe(step);
  },
  // A browser may look for the page's own icon again.
  { allow: /net::ERR_FAILED/ },
);

forEachBrowser(
  'a reload at any moment comes back to the same step, picture and keys',
  async ({ browser, page, open }) => {
    const random = generator(SEEDS[browser]);
    const upTo = (most: number) => Math.floor(random() * most);
    const fragment = () => page.evaluate(() => location.hash.slice(1));
    await open(STAGE);
    await onStage(page);
    for (let round = 0; round < ROUNDS; round++) {
      const said: string[] = [];
      for (let presses = upTo(5); presses >= 0; presses--) {
        said.push(KEYS[upTo(KEYS.length)]!);
        await page.keyboard.press(said.at(-1)!);
        // Less than a change of scene takes, so that most reloads come in the middle of one.
        await page.waitForTimeout(40 + upTo(500));
      }
      const blank = await page.locator('.blank').count();
      const address = await fragment();
      await page.reload();
      await onStage(page);
      expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/\bstage\b/);
      // A screen that was blank is so still, and the press that ends that turns no page.
      expect(await page.locator('.blank').count(), said.join(', ')).toBe(blank);
      if (blank > 0) await press(page, 'Escape');
      const reloaded = await pictureOf(page);
      expect(await fragment()).toBe(address);
      // As who comes by that address alone sees it.
      await page.evaluate(() => sessionStorage.clear());
      await page.goto('about:blank');
      await open(address);
      expect(reloaded, `${said.join(', ')}: ${address}`).toBe(await pictureOf(page));
    }
  },
  { context: { reducedMotion: 'no-preference' } },
);
