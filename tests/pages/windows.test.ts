import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { openFromDisk } from './onefile.ts';
import {
  agreed,
  clockIsOff,
  loseMessages,
  notesIn,
  onStage,
  opened,
  openSpeaker,
  openStage,
  pressOnStage,
  standingOf,
} from './windows.ts';

/** Holds both windows to one another, the clock to the time since it began, and notes to their window. */
async function check(stage: Page, speaker: Page, begun: readonly [number, number]): Promise<void> {
  await agreed(stage, speaker);
  await expect.poll(() => clockIsOff(speaker, begun)).toBeLessThanOrEqual(1);
  expect(await notesIn(stage)).toEqual([]);
}

/** The first move starts the clock; gives the moments it was between. */
async function begin(speaker: Page): Promise<readonly [number, number]> {
  const earliest = Date.now();
  await speaker.getByRole('button', { name: 'next ›' }).click();
  return [earliest, Date.now()];
}

for (const place of ['server', 'disk'] as const) {
  forEachBrowser(
    `two windows agree whatever becomes of messages, and after either is loaded anew (${place})`,
    async (visit) => {
      const stage = visit.page;
      await stage.context().addInitScript(loseMessages, 20_171);
      await openStage(visit, place, '3');
      const speaker = await openSpeaker(stage);
      await agreed(stage, speaker);
      expect(await standingOf(stage)).toBe('3 none');
      const begun = await begin(speaker);
      await check(stage, speaker, begun);

      for (const word of ['next ›', 'Page', 'next ›', 'black', 'Page', 'Page', '‹ back', 'white']) {
        if (word === 'Page') await pressOnStage(stage, 'PageDown');
        else await speaker.getByRole('button', { name: word }).click();
      }
      await check(stage, speaker, begun);
      for (const page of [stage, speaker]) {
        expect(await page.evaluate(() => globalThis.trancheLost)).toBeGreaterThan(0);
      }

      await speaker.reload();
      await check(stage, speaker, begun);
      await pressOnStage(stage, 'End');
      await pressOnStage(stage, 'End');
      await check(stage, speaker, begun);
      const before = await standingOf(stage);
      await stage.reload();
      await onStage(stage);
      expect(await standingOf(stage)).toBe(before);
      await check(stage, speaker, begun);
    },
  );

  forEachBrowser(
    `either window may be closed and opened again, and messages lost (${place})`,
    async (visit) => {
      await visit.page.context().addInitScript(loseMessages, 1_815);
      await openStage(visit, place);
      let stage = visit.page;
      let speaker = await openSpeaker(stage);
      await agreed(stage, speaker);
      const begun = await begin(speaker);
      await check(stage, speaker, begun);

      await speaker.close();
      await pressOnStage(stage, 'PageDown');
      speaker = await openSpeaker(stage);
      await check(stage, speaker, begun);

      await stage.close();
      await speaker.getByText('The audience’s window is not there.').waitFor();
      const left = await standingOf(speaker);
      await speaker.getByRole('button', { name: 'next ›' }).click();
      const gone = await standingOf(speaker);
      expect(gone).not.toBe(left);
      // Even a speaker's window that has lost its notes knows where the script was.
      await speaker.reload();
      const open = speaker.getByRole('button', { name: 'Open it' });
      stage = await opened(speaker, () => open.click());
      await onStage(stage);
      await check(stage, speaker, begun);
      expect(await standingOf(stage)).toBe(gone);
      await pressOnStage(stage, 'Home');
      await check(stage, speaker, begun);
    },
  );
}

/** Runs in a page of somebody else: says what a briefing's windows say, and keeps what it hears. */
function eavesdrop(): void {
  const heard: unknown[] = [];
  const step = { scene: 5, reveal: 0 };
  const state = { seq: 99, by: 'z', step, blank: 'black', away: false, begun: null, last: null };
  for (const briefing of ['story', 'digital-strategy-2017', '']) {
    const channel = new BroadcastChannel(`tranche-stage-${briefing}`);
    channel.onmessage = ({ data }) => heard.push(data);
    channel.postMessage({ tranche: 'stage', briefing, asks: true, state });
    channel.postMessage({ tranche: 'script wanted', briefing });
  }
  Object.assign(globalThis, { heard });
}

forEachBrowser(
  'another file of the disk neither hears a briefing nor has a say in it',
  async (visit) => {
    await openStage(visit, 'disk');
    const stage = visit.page;
    const other = await stage.context().newPage();
    await openFromDisk({ ...visit, page: other }, '<!doctype html><title>Other</title>');
    await other.evaluate(eavesdrop);
    const speaker = await openSpeaker(stage);
    await other.evaluate(eavesdrop);
    await agreed(stage, speaker);
    await speaker.getByRole('button', { name: 'next ›' }).click();
    await expect.poll(() => standingOf(stage)).toBe('1.1 none');
    expect(await other.evaluate('heard')).toEqual([]);
  },
);
