import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readStory } from '../../src/story/storyfile.ts';
import { findings } from './access.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';

const NAME = 'digital-strategy-2017';
const story = readStory(readFileSync(`data/${NAME}.story.json`, 'utf8'));
if ('refused' in story) throw new Error(story.refused);
const { scenes } = story;
const HANDOUT = `handout=${NAME}`;

/** Presses a button and gives the file it saves. */
async function saved({ page, downloads }: Visit, button: string) {
  const count = (await downloads()).length;
  await page.getByRole('button', { name: button }).click();
  await expect.poll(async () => (await downloads()).length, { timeout: 20_000 }).toBe(count + 1);
  const file = (await downloads()).at(-1);
  if (!file) throw new Error(`nothing was saved as ${button}`);
  return file;
}

const printed = async (page: Page) =>
  Buffer.from(await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
const pagesOf = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/g)?.length;

inOneBrowser('a handout has a page for each scene, and notes only when asked', async (visit) => {
  const { page, open } = visit;
  await open(HANDOUT);
  await page.getByRole('heading', { level: 1, name: story.title }).waitFor();
  expect(await page.locator('.scene').count()).toBe(scenes.length);
  const note = scenes[0]?.notes ?? '';
  expect(await page.content()).not.toContain(note.slice(0, 30));
  const pictures = page.locator('.scene svg');
  for (let at = 0; at < scenes.length; at++) {
    expect(await pictures.nth(at).getAttribute('role')).toBe('img');
  }
  await page.getByLabel('the speaker’s notes').press('Space');
  await page.getByText(note).waitFor();
  await page.getByRole('link', { name: 'To the stage' }).press('Enter');
  await page.locator('.stage').waitFor();
  await page.getByRole('button', { name: 'speaker, handout, more' }).click();
  await page.getByRole('button', { name: /^Handout/ }).click();
  await page.locator('.scene').first().waitFor();
  await page.getByRole('button', { name: 'Explore the data' }).click();
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().waitFor();
});

forEachBrowser(
  'a handout is gone through by keyboard on a narrow screen',
  async ({ page, open }) => {
    await open(HANDOUT);
    await page.locator('.scene').first().waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    const stops: string[] = [];
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          return (at?.closest('label') ?? at)?.textContent?.trim() ?? '';
        }),
      );
    }
    expect(stops).toEqual([
      'To the stage',
      'Explore the data',
      'the speaker’s notes',
      'the numbers, as a table after each',
      'Print or save as PDF',
      'PowerPoint',
      'Every scene as SVG',
      'One HTML file',
      'without speaker’s notes',
      'The story as a file',
    ]);
  },
  { context: { viewport: { width: 320, height: 640 } } },
);

forEachBrowser(
  'a scene is one printed page, tagged, with its notes too',
  async ({ page, open }) => {
    await open(HANDOUT);
    await page.locator('.scene').first().waitFor();
    const plain = await printed(page);
    expect(pagesOf(plain)).toBe(scenes.length);
    expect(plain).toContain('/StructTreeRoot');
    expect(plain.match(/\/S\s*\/Figure/g)?.length).toBe(scenes.length);
    await page.getByLabel('the speaker’s notes').check();
    expect(pagesOf(await printed(page))).toBe(scenes.length);
  },
  { browsers: ['chromium'] },
);

inOneBrowser('a story leaves as slides, as pictures and as itself', async (visit) => {
  await visit.open(HANDOUT);
  const slides = unzipSync((await saved(visit, 'PowerPoint')).bytes);
  const parts = (part: RegExp) => Object.keys(slides).filter((name) => part.test(name));
  expect(parts(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(scenes.length);
  const notes = strFromU8(slides['ppt/notesSlides/notesSlide2.xml'] ?? new Uint8Array());
  expect(notes).toContain(scenes[1]?.notes.slice(0, 40));

  const pictures = unzipSync((await saved(visit, 'Every scene as SVG')).bytes);
  const named = scenes.map(({ id }, at) => `${at + 1}-${id}.svg`);
  expect(Object.keys(pictures)).toEqual([...named, 'slides.html']);
  const lines = strFromU8(pictures['slides.html'] ?? new Uint8Array());
  expect(lines.match(/<section>/g)).toHaveLength(scenes.length);
  for (const [at, { id }] of scenes.entries()) {
    expect(lines).toContain(`src="${named[at]}"`);
    expect(lines).toContain(`embed.html#scene=${NAME}/${id}"`);
  }
  for (const { notes } of scenes) {
    const whole = Object.values(pictures)
      .map((svg) => strFromU8(svg))
      .join();
    expect(whole).not.toContain(notes.slice(0, 30));
  }
  const file = await saved(visit, 'The story as a file');
  expect(readStory(file.text)).toEqual(story);
});
