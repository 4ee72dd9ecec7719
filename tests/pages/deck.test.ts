import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readFileSync } from 'node:fs';
import { readStory } from '../../src/story/storyfile.ts';
import { forEachBrowser, type Visit } from './harness.ts';
import { block, openFromDisk } from './onefile.ts';
import { headline, ready } from './screen.ts';

const NAME = 'digital-strategy-2017';
const story = readStory(readFileSync(`data/${NAME}.story.json`, 'utf8'));
if ('refused' in story) throw new Error(story.refused);
const { scenes } = story;
/** What such a page may weigh beside its data, in bytes. */
const MOST = 450_000;

/** Saves the story that is shown as a handout as a page, and gives the page's text. */
async function savedDeck({ page, downloads }: Visit, { notes }: { notes: boolean }) {
  const before = (await downloads()).length;
  await page.getByLabel('without speaker’s notes').setChecked(!notes);
  await page.getByRole('button', { name: 'One HTML file' }).click();
  await expect.poll(async () => (await downloads()).length).toBe(before + 1);
  const file = (await downloads()).at(-1);
  expect(file?.name).toMatch(/\.html$/);
  return file?.text ?? '';
}

async function onStage(page: Page) {
  await page
    .locator('.stage .picture[aria-busy="false"] svg :is(rect, path)[data-key]')
    .first()
    .waitFor();
}

const titled = (page: Page, name = '') => page.getByRole('heading', { level: 1, name });

/** Which scenes' notes stand in the page, whatever holds them. */
async function notesIn(page: Page): Promise<string[]> {
  const html = await page.evaluate(() => document.documentElement.outerHTML);
  return scenes.filter(({ notes }) => html.includes(notes.slice(0, 30))).map(({ id }) => id);
}

forEachBrowser('a story opens from a disk on stage, and as a handout', async (visit) => {
  const { page, open, requests } = visit;
  await open(`handout=${NAME}`);
  await page.locator('.scene').first().waitFor();
  const html = await savedDeck(visit, { notes: true });
  const data = block(html, 'contents').length + block(html, 'story').length;
  expect(html.length - data).toBeLessThan(MOST);
  expect(data).toBeLessThan(50_000);

  const asked = requests.length;
  const address = await openFromDisk(visit, html);
  await onStage(page);
  await titled(page, scenes[0]?.title).waitFor();
  expect(await page.locator('#tranche-story').count()).toBe(0);
  expect(await notesIn(page)).toEqual([]);
  await page.keyboard.press('End');
  await titled(page, scenes.at(-1)?.title).waitFor();
  await page.reload();
  await onStage(page);
  await titled(page, scenes.at(-1)?.title).waitFor();

  await page.getByRole('button', { name: 'Set the stage' }).click();
  await page.getByRole('button', { name: /^Handout/ }).click();
  await page.locator('.scene').first().waitFor();
  expect(await page.locator('.scene').count()).toBe(scenes.length);
  expect(await notesIn(page)).toEqual([]);
  // What is saved of it there is what was saved before.
  expect((await savedDeck(visit, { notes: true })) === html).toBe(true);
  const passedOn = await savedDeck(visit, { notes: false });
  await page.getByRole('button', { name: 'Explore the data' }).click();
  await ready(page);
  expect(await headline(page)).toMatch(/£/);

  await openFromDisk(visit, passedOn, 'handout=story');
  await page.locator('.scene').first().waitFor();
  await page.getByLabel('the speaker’s notes', { exact: true }).check();
  expect(await page.getByText('Speaker’s notes', { exact: true }).count()).toBe(0);
  expect(await notesIn(page)).toEqual([]);
  const others = requests.slice(asked).filter((url) => !/^(blob:|file:)/.test(url));
  expect(others).toEqual([]);
  expect(address).toMatch(/^file:/);
});
