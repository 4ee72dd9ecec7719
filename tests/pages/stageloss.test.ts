import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { NAME, onStage, press, sendTo, STAGE, stepOf, story } from './onstage.ts';

declare global {
  var startedWorkers: Worker[];
}

/** Runs before the page's scripts: notes the workers, so that they can be ended. */
function noteWorkers(): void {
  globalThis.startedWorkers = [];
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      globalThis.startedWorkers.push(this);
    }
  };
}

/** The title and every mark with its place, once nothing moves. */
async function pictureOf(page: Page, scene: number): Promise<string> {
  const title = story.scenes[scene]?.title;
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
    await page.addInitScript(noteWorkers);
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
    await page.evaluate(() => globalThis.startedWorkers.forEach((worker) => worker.terminate()));
    await page.route('**', (route) => route.abort());
    let seq = 2000;
    for (const scene of [3, 0, 6, 1, 7, 5, 2, 4]) {
      await sendTo(page, { scene, reveal: 0 }, seq++);
      expect(await pictureOf(page, scene), `scene ${scene + 1}`).toBe(undisturbed[scene]);
    }
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
