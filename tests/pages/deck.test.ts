import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from '../../src/export/onefile.ts';
import type { Story } from '../../src/story/story.ts';
import { toDeck } from '../../src/library/html.ts';
import { readBuiltIn } from '../../src/library/reading.ts';
import { GRANTS, run } from '../pure/cli/running.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';
import { block, openFromDisk } from './onefile.ts';
import { drop, given } from './openingfiles.ts';
import { headline, ready } from './screen.ts';
import { notesIn, onStage, story } from './windows.ts';

const NAME = 'digital-strategy-2017';
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

const titled = (page: Page, name = '') => page.getByRole('heading', { level: 1, name });

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

  await page.getByRole('button', { name: 'speaker, handout, more' }).click();
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

inOneBrowser(
  'a page that presents, dropped on the explorer, gives its story back',
  async (visit) => {
    const { page, open } = visit;
    const html = await toDeck(await readBuiltIn(), story);
    await open('v=1&is.sector=Tax');
    await ready(page);
    await drop(page, given('deck.html', html));
    const offer = page.getByRole('region', { name: 'A story that came along' });
    await offer.getByText('8 scenes, with speaker’s notes').waitFor();
    await page.getByText('Opened from “deck.html”.').waitFor();
    await offer.getByRole('button', { name: 'Keep it as your own story' }).click();
    await page.getByRole('button', { name: 'Present 8 scenes' }).click();
    await onStage(page);
    await titled(page, scenes[0]?.title).waitFor();
  },
);

inOneBrowser('a story written in a terminal presents a file of one’s own', async (visit) => {
  const { page } = visit;
  const folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  try {
    const file = join(folder, 'grants.csv');
    const told = join(folder, 'talk.story.json');
    const scene = { id: 'tiles', view: 'v=1&lead=treemap&split=', notes: 'Ask them first.' };
    const own = { version: 1, title: 'Grants', data: { id: 'grants.csv' }, scenes: [scene] };
    writeFileSync(file, GRANTS);
    writeFileSync(told, JSON.stringify(own));
    const written = async (name: string, ...words: string[]) => {
      const out = join(folder, name);
      const ran = await run('render', file, '--story', told, '-o', out, ...words);
      expect(ran).toMatchObject({ code: 0, err: [] });
      return readFileSync(out.replace('{scene}', 'tiles'), 'utf8');
    };
    const storyIn = async (html: string) =>
      JSON.parse(new TextDecoder().decode(await unpack(block(html, 'story')))) as Story;
    const html = await written('deck.html');
    expect(await storyIn(html)).toMatchObject({ title: 'Grants', scenes: [scene] });
    const passedOn = await storyIn(await written('passed-on.html', '--without-notes'));
    expect(passedOn.scenes[0]).not.toHaveProperty('notes');
    expect(block(await written('{scene}.html'), 'story')).toBe('');

    await openFromDisk(visit, html);
    await onStage(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Ask them');
    await page.locator('.stage [data-key*="Road Office"]').first().waitFor();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
