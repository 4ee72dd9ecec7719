import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { NAME, onStage, press, STAGE, stepOf, story } from './onstage.ts';
import { focused } from './screen.ts';

const steps = expect.poll;

forEachBrowser('a clicker goes through the script and never loses the step', async (visit) => {
  const { page, open } = visit;
  await open(STAGE);
  await onStage(page);
  await press(page, 'PageDown', 'ArrowRight', ' ');
  await steps(() => stepOf(page)).toBe('1.3');
  await press(page, '.', 'PageDown');
  expect(await page.locator('.blank').count()).toBe(0);
  expect(await stepOf(page)).toBe('1.3');
  await press(page, 'F5', 'Escape', 'F5', 'Escape', 'Enter');
  await steps(() => stepOf(page)).toBe('2');
  await press(page, 'b');
  await page.locator('.blank.black').waitFor();
  await press(page, 'b', 'PageUp', 'End');
  await steps(() => stepOf(page)).toBe(String(story.scenes.length));
  // A real reload comes back to the same step, with the keys on the stage.
  await page.reload();
  await onStage(page);
  expect(await stepOf(page)).toBe(String(story.scenes.length));
  await press(page, 'Home');
  await steps(() => stepOf(page)).toBe('1');
});

forEachBrowser('the speaker leaves the script, explores, and one key comes back', async (visit) => {
  const { page, open } = visit;
  await open(`${STAGE}&step=3`);
  await onStage(page);
  const title = story.scenes[2]?.title ?? '';
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.locator('.stage svg rect[data-key="sector:Culture"]').first().focus();
  await press(page, 'e', 'Enter');
  await page.getByRole('button', { name: /Back to the script/ }).waitFor();
  await page.getByText('Commitments, Culture').first().waitFor();
  expect(await stepOf(page)).toBe('3');
  // A page that is loaded anew is where the speaker was.
  await page.reload();
  await onStage(page);
  expect(await page.getByText('Commitments, Culture').count()).toBeGreaterThan(0);
  expect(await stepOf(page)).toBe('3');
  await press(page, 'PageDown');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await stepOf(page)).toBe('3');
  expect(await page.getByRole('button', { name: /Back to the script/ }).count()).toBe(0);
});

forEachBrowser('a press of the space bar goes on after the way back', async ({ page, open }) => {
  await open(`${STAGE}&step=3`);
  await onStage(page);
  await press(page, 'e');
  await page.getByRole('button', { name: /Back to the script/ }).click();
  await onStage(page);
  await press(page, ' ');
  await steps(() => stepOf(page)).not.toBe('3');
  expect(Number.parseFloat(await stepOf(page))).toBeGreaterThan(3);
  // Nor does what was opened from the stage's words keep the next press.
  await page.getByRole('button', { name: 'speaker, handout, more' }).click();
  await page.getByRole('button', { name: 'Full screen (F)' }).click();
  expect(await page.locator('.stage').evaluate((it) => it === document.activeElement)).toBe(true);
});

forEachBrowser(
  'on a phone the way back is on the stage, under the picture',
  async ({ page, open }) => {
    await open(STAGE);
    await onStage(page);
    await page.getByRole('button', { name: 'speaker, handout, more' }).click();
    await page.getByRole('button', { name: /^Explore/ }).click();
    await onStage(page);
    const back = page.getByRole('button', { name: /Back to the script/ });
    await back.scrollIntoViewIfNeeded();
    const picture = await page.locator('.picture svg').boundingBox();
    const credit = await page.locator('.stage footer').boundingBox();
    expect(credit?.y).toBeGreaterThanOrEqual(
      Math.floor((picture?.y ?? 0) + (picture?.height ?? 0)),
    );
    expect((credit?.x ?? 0) + (credit?.width ?? 0)).toBeLessThanOrEqual(320);
    await back.click();
    await page.getByRole('button', { name: 'Next' }).waitFor();
  },
  { context: { viewport: { width: 320, height: 640 } } },
);

forEachBrowser('the keys stay on what they were on from scene to scene', async ({ page, open }) => {
  await open(STAGE);
  await onStage(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-key'));
  await press(page, 'e');
  await page.getByRole('button', { name: /Back to the script/ }).waitFor();
  await onStage(page);
  await page.locator('.stage svg rect[data-key="programme:Making Tax Digital"]').focus();
  await press(page, 'ArrowDown');
  await steps(focused).toBe('programme:Digital signalling');
  await press(page, 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown');
  await steps(() => stepOf(page)).toBe('2');
  await onStage(page);
  await steps(focused).toBe('title:Digital signalling');
});

forEachBrowser('the speaker has the notes while the stage explores', async (visit) => {
  const { page, open, address } = visit;
  await open(STAGE);
  await onStage(page);
  await press(page, 'e');
  await page.getByRole('button', { name: /Back to the script/ }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /Back to the script/ }).waitFor();
  const speaker = await page.context().newPage();
  await speaker.goto(`${address}#speaker=${NAME}`);
  await speaker.getByText(story.scenes[0]?.notes.split('\n')[0] ?? '').waitFor();
  await speaker.getByText('exploring, the script waits').waitFor();
});

forEachBrowser('a stage opened at a later step tells the speaker’s window', async (visit) => {
  const { page, open } = visit;
  await open(`${STAGE}&step=3`);
  await onStage(page);
  const speaker = await page.context().newPage();
  await speaker.goto(`${visit.address}#speaker=${NAME}`);
  await speaker.getByRole('heading', { name: `3 of ${story.scenes.length}` }).waitFor();
  await speaker.getByRole('button', { name: 'next ›' }).click();
  await steps(() => stepOf(page)).not.toBe('3');
  await speaker.getByRole('button', { name: '‹ back' }).click();
  await steps(() => stepOf(page)).toBe('3');
});

forEachBrowser(
  'a finger across the stage turns the page, and explores when exploring',
  async ({ page, open }) => {
    await open(STAGE);
    await onStage(page);
    const touch = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number, down = 0) => {
      const at = (x: number, y: number) => ({ touchPoints: [{ x, y }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', ...at(from, 400) });
      for (const part of [0.5, 1]) {
        const point = at(from + part * (to - from), 400 + part * down);
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', ...point });
      }
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(900, 500);
    await steps(() => stepOf(page)).toBe('1.1');
    await swipe(900, 860);
    await swipe(900, 700, 300);
    await swipe(900, 500);
    await steps(() => stepOf(page)).toBe('1.2');
    await swipe(500, 900);
    await steps(() => stepOf(page)).toBe('1.1');
    await press(page, 'e');
    await page.getByRole('button', { name: /Back to the script/ }).waitFor();
    await swipe(900, 500);
    await press(page, 'PageDown');
    await page.getByRole('button', { name: /Back to the script/ }).waitFor({ state: 'detached' });
    expect(await stepOf(page)).toBe('1.1');
  },
  { context: { hasTouch: true }, browsers: ['chromium'] },
);

forEachBrowser('letters that are switched off stay so, in both windows', async (visit) => {
  const { page, open } = visit;
  await open(STAGE);
  await onStage(page);
  await page.getByRole('button', { name: 'speaker, handout, more' }).click();
  await page.getByLabel(/Single letters act/).uncheck();
  await page.reload();
  await onStage(page);
  await press(page, 'b', 'PageDown');
  await steps(() => stepOf(page)).toBe('1.1');
  const speaker = await page.context().newPage();
  await speaker.goto(`${visit.address}#speaker=${NAME}`);
  await speaker.getByText('Safe to unplug').waitFor();
  await press(speaker, 'b', 'PageDown');
  await steps(() => stepOf(page)).toBe('1.2');
  expect(await page.locator('.blank').count()).toBe(0);
});

inOneBrowser('a pale projector gets the strongest colours', async ({ page, open }) => {
  await open(STAGE);
  await onStage(page);
  await page.getByRole('button', { name: 'speaker, handout, more' }).press('Enter');
  const sheet = await page.getByText('Seats in the room').boundingBox();
  expect((sheet?.y ?? -1) > 0 && (sheet?.y ?? Infinity) < 860).toBe(true);
  await page.getByLabel('Colours').selectOption('contrast');
  const painted = () =>
    page.locator('.stage').evaluate((stage) => {
      const { backgroundColor } = getComputedStyle(stage);
      const bar = stage.querySelector('[data-key="sector:Tax"]');
      return [backgroundColor, bar ? getComputedStyle(bar).fill : ''];
    });
  await steps(painted).toEqual(['rgb(255, 255, 255)', 'rgb(64, 24, 5)']);
  await page.getByLabel('Colours').selectOption('system');
  await steps(painted).not.toContain('rgb(64, 24, 5)');
  await page.getByRole('button', { name: 'speaker, handout, more' }).focus();
  await press(page, 'Escape');
  expect(await page.getByText('Seats in the room').count()).toBe(0);
});

forEachBrowser(
  'whoever explores goes among the marks by arrow keys, and comes back from anywhere',
  async ({ page, open }) => {
    await open(STAGE);
    await onStage(page);
    const back = page.getByRole('button', { name: /Back to the script/ });
    const onBareStage = () => page.evaluate(() => document.activeElement?.matches('.stage'));
    const keysSaid = () => page.locator('.stage svg desc').first().innerHTML();
    expect(await keysSaid()).toContain('turn the pages of the script');
    await press(page, 'e');
    await back.waitFor();
    await onStage(page);
    expect(await keysSaid()).toContain('Arrow keys move from mark to mark');
    await press(page, 'ArrowDown');
    expect(await focused(page)).toMatch(/^Health and care, /);
    await press(page, 'ArrowDown');
    expect(await focused(page)).toMatch(/^Tax, /);
    expect(await stepOf(page)).toBe('1');
    // Neither the search nor a control of the sentence keeps the keys, or takes them along.
    await page.getByRole('combobox', { name: /^Find/ }).focus();
    await press(page, 'Escape');
    await steps(onBareStage).toBe(true);
    await press(page, 'e');
    await page.getByRole('combobox', { name: 'Kind of money' }).focus();
    await back.press('Enter');
    await steps(onBareStage).toBe(true);
    // In the script the keys turn its pages, whatever has the focus.
    await page.locator('.stage svg [tabindex="0"]').focus();
    await press(page, 'ArrowRight');
    await steps(() => stepOf(page)).toBe('1.1');
  },
);

forEachBrowser('at the end the stage says that there is no more', async ({ page, open }) => {
  await open(`${STAGE}&step=${story.scenes.length}`);
  await onStage(page);
  const last = story.scenes.at(-1)?.reveals.length ?? 0;
  const next = page.getByRole('button', { name: /^Next/ });
  const spoken = page.getByRole('status').filter({ hasText: 'This is the end.' });
  expect(await next.innerText()).toBe('›');
  for (let shown = 0; shown < last; shown++) await press(page, 'PageDown');
  await steps(() => next.innerText()).toBe('end');
  await spoken.waitFor({ state: 'attached' });
  const weight = () => next.evaluate((text) => getComputedStyle(text).fontWeight);
  const [before, said] = [await weight(), await spoken.textContent()];
  await press(page, 'PageDown');
  await steps(weight).not.toBe(before);
  // It is spoken anew.
  expect(await spoken.textContent()).not.toBe(said);
  await press(page, 'PageUp');
  await steps(() => next.innerText()).toBe('›');
});

forEachBrowser('every face takes the keys, and gives them back', async (visit) => {
  const { page, open, browser } = visit;
  await open(STAGE);
  await onStage(page);
  const menu = page.getByRole('button', { name: 'speaker, handout, more' });
  const choose = async (name: RegExp) => {
    await menu.press('Enter');
    await page.getByRole('button', { name }).press('Enter');
  };
  if (browser === 'chromium') {
    const opening = page.context().waitForEvent('page');
    await choose(/speaker’s window$/);
    const speaker = await opening;
    await speaker.getByRole('region', { name: 'Notes' }).waitFor();
    expect(await focused(speaker)).toBe('Speaker’s window');
    await speaker.close();
    expect(await focused(page)).toMatch(/^Stage: /);
  }
  await choose(/^Handout/);
  await page.locator('.scene').first().waitFor();
  await steps(() => focused(page)).toBe(story.title);
  await page.getByRole('link', { name: 'To the stage' }).press('Enter');
  await onStage(page);
  expect(await focused(page)).toMatch(/^Stage: /);
  await choose(/^End the briefing/);
  const headline = page.getByRole('heading', { level: 1 });
  await page.locator('.charts').waitFor();
  expect(await focused(page)).toBe(await headline.innerText());
});
