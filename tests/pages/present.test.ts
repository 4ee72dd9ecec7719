import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { NAME, onStage, press, STAGE, stepOf, story } from './onstage.ts';

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
  await press(page, 'PageDown');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  expect(await stepOf(page)).toBe('3');
  expect(await page.getByRole('button', { name: /Back to the script/ }).count()).toBe(0);
});

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

forEachBrowser('two windows agree, and notes are in one of them alone', async (visit) => {
  const { page, open, address } = visit;
  await open(STAGE);
  await onStage(page);
  const speaker = await page.context().newPage();
  await speaker.goto(`${address}#speaker=${NAME}`);
  await speaker.getByText('Safe to unplug').waitFor();
  const note = story.scenes[0]?.notes ?? '';
  await speaker.getByText(note.slice(0, 40)).waitFor();
  await speaker.getByRole('button', { name: 'next ›' }).click();
  await steps(() => stepOf(page)).toBe('1.1');
  await page.bringToFront();
  await press(page, 'PageDown', 'PageDown', 'PageDown');
  await steps(() => stepOf(page)).toBe('2');
  await speaker.getByText(story.scenes[1]?.notes.slice(0, 40) ?? '').waitFor();
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  for (const { notes } of story.scenes) expect(shown).not.toContain(notes.slice(0, 30));
  // The speaker's window goes and comes back; then the stage does.
  await speaker.reload();
  await speaker.getByText('2 of 8').waitFor();
  await page.reload();
  await onStage(page);
  await speaker.getByRole('button', { name: 'next ›' }).click();
  await steps(() => stepOf(page)).toBe('2.1');
  await page.goto('about:blank');
  await speaker.getByText('The audience’s window is not there.').waitFor();
  await speaker.close();
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

forEachBrowser('letters that are switched off stay so, in both windows', async (visit) => {
  const { page, open } = visit;
  await open(STAGE);
  await onStage(page);
  await page.getByRole('button', { name: 'Set the stage' }).click();
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

forEachBrowser('a pale projector gets the strongest colours', async ({ page, open }) => {
  await open(STAGE);
  await onStage(page);
  await page.getByRole('button', { name: 'Set the stage' }).press('Enter');
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
  await page.getByRole('button', { name: 'Set the stage' }).focus();
  await press(page, 'Escape');
  expect(await page.getByText('Seats in the room').count()).toBe(0);
});

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
for (const viewport of SIZES) {
  forEachBrowser(
    `every word on a stage of ${viewport.width} × ${viewport.height} can be read from the back`,
    async ({ page, open }) => {
      for (let scene = 1; scene <= story.scenes.length; scene++) {
        // Away first: an address that differs in its fragment alone loads nothing.
        await page.goto('about:blank');
        await open(`${STAGE}&step=${scene}`);
        await onStage(page);
        const faults = await page.evaluate(faultsOnStage);
        expect(faults, `scene ${scene}`).toEqual([]);
      }
    },
    { context: { viewport } },
  );
}

/** In the page: texts that are too small, cut off by the stage, or over one another. */
function faultsOnStage(): string[] {
  const { innerWidth, innerHeight } = window;
  const faults: string[] = [];
  const texts = [
    ...document.querySelectorAll<Element>(
      '.stage svg text, .stage h1, .stage header p, .stage footer p',
    ),
  ];
  const boxes = texts
    .filter((text) => text.textContent?.trim())
    .map((text) => {
      const words = document.createRange();
      words.selectNodeContents(text);
      const scale = text.closest('svg')?.getScreenCTM()?.a ?? 1;
      return {
        words: text.textContent?.trim() ?? '',
        inPicture: text.closest('svg') !== null,
        size: parseFloat(getComputedStyle(text).fontSize) * scale,
        box: text.closest('svg') ? text.getBoundingClientRect() : words.getBoundingClientRect(),
      };
    });
  for (const { words, size, box } of boxes) {
    if (size < innerHeight * 0.03 - 0.5) faults.push(`${words}: ${size.toFixed(1)} px`);
    if (box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
      faults.push(`${words} is cut`);
    }
  }
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Boxes of lines set close together overlap a little where no letters do.
      const least = Math.min(a.box.height, b.box.height);
      if (across > 2 && down > least * 0.35) faults.push(`${a.words} over ${b.words}`);
    }
  });
  return faults;
}
