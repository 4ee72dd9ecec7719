import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { storyPayload } from '../../src/carry/storylink.ts';
import { readStory, writeStoryToPass } from '../../src/story/storyfile.ts';
import {
  code,
  enter,
  frameOf,
  hostPage,
  imageIsShown,
  inHost,
  isVisible,
  live,
  useHosts,
} from './embedding.ts';

useHosts();

const NAME = 'digital-strategy-2017';
const story = readStory(readFileSync(`data/${NAME}.story.json`, 'utf8'));
if ('refused' in story) throw new Error(story.refused);
const scene = story.scenes.find(({ id }) => id === 'one-sum');
if (!scene) throw new Error('the story has no scene of one sum');

const REVEAL = 'node_modules/reveal.js/dist';
const head = `<style>${readFileSync(`${REVEAL}/reveal.css`, 'utf8')}</style>
<script>${readFileSync(`${REVEAL}/reveal.js`, 'utf8')}</script>`;

/** A deck of three slides, the scene on the second, as reveal.js and Quarto have them. */
function deck(asks: string): string {
  const slides = ['<h2>First</h2>', code('script', { asks }), '<h2>Last</h2>'];
  const sections = slides.map((slide) => `<section>${slide}</section>`).join('\n');
  const start = `<script>Reveal.initialize({ transition: 'none', controls: false })</script>`;
  return `<div class="reveal" style="height: 700px"><div class="slides">${sections}</div></div>${start}`;
}

/** Goes to the slide with the scene. */
async function toScene(page: Page, asks = `scene=${NAME}/one-sum`): Promise<Frame> {
  await enter(page, hostPage({ body: deck(asks), head }));
  await page.keyboard.press('PageDown');
  return live(page);
}

/** The slide the deck is at, from 0. */
const slideOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('section')].findIndex((slide) =>
      slide.classList.contains('present'),
    ),
  );

inHost('a scene in somebody’s slides says and points out what it does on stage', async (visit) => {
  const frame = await toScene(visit.page);
  await frame.getByRole('heading', { level: 1, name: scene.title }).waitFor();
  await frame.getByText(scene.words).waitFor();
  // Its comparison is written on the picture.
  await frame
    .getByText(/times Making Tax Digital/)
    .first()
    .waitFor();
  expect(await frame.getByText(scene.notes.slice(0, 20)).count()).toBe(0);
});

inHost('and its deck pages on and back, wherever in the scene the focus is', async ({ page }) => {
  const frame = await toScene(page);
  const mark = frame.locator('[tabindex="0"][data-key]').first();
  for (const [place, key] of [
    [frame.getByRole('heading', { level: 1 }), 'ArrowRight'],
    [frame.getByRole('button', { name: 'Table' }), 'PageDown'],
    [mark, 'PageDown'],
  ] as const) {
    await place.evaluate((element) => {
      element.tabIndex = 0;
      element.focus();
    });
    await page.keyboard.press(key);
    await expect.poll(() => slideOf(page)).toBe(2);
    await page.keyboard.press('PageUp');
    await expect.poll(() => slideOf(page)).toBe(1);
  }
});

inHost('a reveal puts its own in the light', async ({ page }) => {
  const frame = await toScene(page, `scene=${NAME}/promised.2`);
  const dimmed = frame.locator('[aria-label^="Health and care, "]').first();
  const lit = frame.locator('[aria-label^="Tax, "]').first();
  const opacity = (mark: typeof lit) => mark.evaluate((it) => Number(getComputedStyle(it).opacity));
  expect(await opacity(lit)).toBeGreaterThan(await opacity(dimmed));
});

inHost('whoever goes on from a scene has words from the data again', async ({ page }) => {
  const frame = await toScene(page);
  await frame.locator('[role="button"][data-key]').first().press('Enter');
  await frame.getByRole('button', { name: 'Back a step' }).waitFor();
  expect(await frame.getByText(scene.words).count()).toBe(0);
  await frame.getByRole('button', { name: 'Back a step' }).press('Enter');
  await frame.getByText(scene.words).waitFor();
});

inHost('printed, the deck has the picture in the place of the scene', async ({ page }) => {
  await enter(page, `${hostPage({ body: deck(`scene=${NAME}/one-sum`), head })}?print-pdf`);
  const frame = page.locator('tranche-chart iframe');
  // The deck moves its slides to their pages, and the chart begins anew there.
  await expect.poll(() => frame.evaluate(isVisible)).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await imageIsShown(page)).toBe(true);
  expect(await frame.evaluate(isVisible)).toBe(false);
});

inHost('a scene of anybody’s own story is in the address', async ({ page }) => {
  const own = { ...story, scenes: [{ ...scene, title: 'In our own words' }] };
  const carried = storyPayload(writeStoryToPass(own));
  const frame = await toScene(page, `scene=${carried}/one-sum`);
  await frame.getByRole('heading', { level: 1, name: 'In our own words' }).waitFor();
});

inHost(
  'a scene that the story does not have is told, and the picture stays',
  async ({ page }) => {
    await enter(page, hostPage({ body: code('script', { asks: `scene=${NAME}/none` }) }));
    const frame = await frameOf(page);
    await frame.getByRole('alert').waitFor({ state: 'attached' });
    expect(await frame.getByRole('alert').textContent()).toContain('no scene called “none”');
    expect(await imageIsShown(page)).toBe(true);
  },
  { allow: /Failed to load resource/ },
);
