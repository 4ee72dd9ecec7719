import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import type { Step, Story } from '../../src/story/story.ts';

/** The built-in story on stage, for the tests of pages. */
export const NAME = 'digital-strategy-2017';
export const story = JSON.parse(readFileSync(`data/${NAME}.story.json`, 'utf8')) as Story;
export const STAGE = `present=${NAME}`;

/** The step in the page's address. */
export const stepOf = (page: Page) =>
  page.evaluate(() => /step=([\d.]+)/.exec(location.hash)?.[1] ?? '1');

/** Presses a key and waits a moment, as two presses of one key at once count once. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

/** Waits until the stage shows a picture and nothing moves. */
export async function onStage(page: Page): Promise<void> {
  await page
    .locator('.stage .picture[aria-busy="false"] svg :is(rect, path)[data-key]')
    .first()
    .waitFor();
}

/** Sends the stage to a step, as the speaker's window does; `seq` grows from call to call. */
export function sendTo(page: Page, step: Step, seq: number): Promise<void> {
  return page.evaluate(
    ({ name, state }) => {
      const channel = new BroadcastChannel(`tranche-stage-${name}`);
      channel.postMessage({ tranche: 'stage', briefing: name, asks: false, state });
      channel.close();
    },
    {
      name: NAME,
      state: { seq, by: 'test', step, blank: 'none', away: false, begun: null, last: null },
    },
  );
}
