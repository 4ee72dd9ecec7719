import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { bytesOfDigits } from '../../src/export/part.ts';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { toDeck } from '../../src/library/html.ts';
import { readBuiltIn } from '../../src/library/reading.ts';
import { readStory } from '../../src/story/storyfile.ts';
import type { Visit } from './harness.ts';
import { openFromDisk } from './onefile.ts';

/** The two windows of a briefing, from a server or from the disk, and what can go wrong between them. */
const NAME = 'digital-strategy-2017';
const told = readStory(readFileSync(`data/${NAME}.story.json`, 'utf8'));
if ('refused' in told) throw new Error(told.refused);
export const story = told;

/** Opens the stage of the built-in story at a step, on a server or as one file without a network. */
export async function openStage(visit: Visit, place: 'server' | 'disk', step = '1'): Promise<void> {
  if (place === 'server') await visit.open(`present=${NAME}&step=${step}`);
  else {
    const deck = await toDeck(await readBuiltIn(), story);
    await openFromDisk(visit, deck, `present=story&step=${step}`);
  }
  await onStage(visit.page);
}

/** Waits until the picture of a scene is there and at rest. */
export async function onStage(stage: Page): Promise<void> {
  await stage
    .locator('.stage .picture[aria-busy="false"] svg :is(rect, path)[data-key]')
    .first()
    .waitFor();
}

/** The window that something done in another one opens. */
export async function opened(from: Page, act: () => Promise<void>): Promise<Page> {
  const [page] = await Promise.all([from.context().waitForEvent('page'), act()]);
  await page.waitForLoadState();
  return page;
}

export async function openSpeaker(stage: Page): Promise<Page> {
  await stage.bringToFront();
  await stage.getByRole('button', { name: 'speaker, handout, more' }).click();
  const button = stage.getByRole('button', { name: 'Open the speaker’s window' });
  return opened(stage, () => button.click());
}

export async function pressOnStage(stage: Page, key: string): Promise<void> {
  await stage.bringToFront();
  await stage.keyboard.press(key);
}

/** Where the script stands in a window, and whether its screen is blank. */
export function standingOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said = document.querySelector('.now h2')?.textContent ?? '';
    if (document.querySelector('.stage')) {
      const step = /step=([\d.]+)/.exec(location.hash)?.[1] ?? '1';
      return `${step} ${document.querySelector('.blank')?.classList[1] ?? 'none'}`;
    }
    const scene = /(\d+) of/.exec(said)?.[1] ?? '?';
    const reveal = /(\d+) of \d+ shown/.exec(said)?.[1];
    const blank = /screen is (\w+)/.exec(said)?.[1] ?? 'none';
    return `${reveal ? `${scene}.${reveal}` : scene} ${blank}`;
  });
}

/** Waits until both windows stand at one place, with the scene's words and notes each in its own. */
export async function agreed(stage: Page, speaker: Page): Promise<void> {
  await expect
    .poll(async () => (await standingOf(speaker)) === (await standingOf(stage)))
    .toBe(true);
  const scene = story.scenes[Number.parseInt(await standingOf(stage)) - 1];
  await stage.getByRole('heading', { level: 1, name: scene?.title ?? '' }).waitFor();
  await speaker.getByText(scene?.notes.slice(0, 40) ?? '').waitFor();
}

/** How far the speaker's clock is from the time since a moment between two, in seconds. */
export async function clockIsOff(speaker: Page, [from, to]: readonly [number, number]) {
  const { shown, now } = await speaker.evaluate(() => {
    const [minutes = 0, seconds = 0] = (document.querySelector('.clock strong')?.textContent ?? '')
      .split(':')
      .map(Number);
    return { shown: 60 * minutes + seconds, now: Date.now() };
  });
  return Math.max(0, (now - to) / 1000 - shown, shown - (now - from) / 1000);
}

/** The scenes whose notes stand anywhere in a page: in words, attributes, titles, or packed in what is inert. */
export async function notesIn(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  const packed = await page
    .locator('script[type="text/plain"]')
    .evaluateAll((blocks) =>
      blocks.map(({ id, textContent }) => ({ isStory: id === 'tranche-story', text: textContent })),
    );
  const unpacked = packed.map(({ isStory, text }) =>
    gunzipSync(isStory ? Buffer.from(text, 'base64') : bytesOfDigits(text)),
  );
  const html = [shown, ...unpacked].join();
  return story.scenes.filter(({ notes }) => html.includes(notes.slice(0, 30))).map(({ id }) => id);
}

declare global {
  var trancheLost: number;
}

/** Runs in a window before its own scripts: what it says is lost, doubled, or arrives late, by chance. */
export function loseMessages(seed: number): void {
  let state = seed + (location.hash.startsWith('#speaker') ? 1 : 0);
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  globalThis.trancheLost = 0;
  const say = BroadcastChannel.prototype.postMessage;
  BroadcastChannel.prototype.postMessage = function (message) {
    const luck = chance();
    if (luck < 0.3) {
      globalThis.trancheLost++;
      return;
    }
    const times = luck > 0.7 ? 2 : 1;
    for (let time = 0; time < times; time++) {
      const late = chance() < 0.5 ? 0 : 400 * chance();
      setTimeout(() => {
        try {
          say.call(this, message);
        } catch {
          // The window has stopped listening in the meantime.
        }
      }, late);
    }
  };
}
