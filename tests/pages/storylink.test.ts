import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { packed } from '../../src/carry/packed.ts';
import { storyLink } from '../../src/carry/storylink.ts';
import { writeStoryToPass } from '../../src/story/storyfile.ts';
import { scene, story } from '../pure/story/stories.ts';
import { findings } from './access.ts';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { ready, step } from './screen.ts';

const TOLD = story([
  scene('a', { title: 'First of all', view: 'v=1&lead=treemap', notes: 'breathe' }),
  scene('b', {
    title: 'And then',
    view: 'v=1&by=sector,programme',
    reveals: [['sector:Tax']],
    annotations: [{ kind: 'callout', on: ['sector:Tax'], text: 'one promise' }],
  }),
]);
const NONE = new Uint8Array();
const fragmentOf = (told: typeof TOLD) => storyLink('', writeStoryToPass(told)).slice(1);

forEachBrowser(
  'a link puts the story it carries on stage, by reloads and in every window',
  async ({ page, open, browser, downloads }) => {
    await open(fragmentOf(TOLD));
    await page.getByRole('heading', { level: 1, name: 'First of all' }).waitFor();
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { level: 1, name: 'And then' }).waitFor();
    await expect.poll(() => page.getByText('one promise').count()).toBe(1);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'And then' }).waitFor();
    expect(page.url()).toMatch(/#present=link-\w{8}&step=2&story=1\./);
    await page.getByRole('button', { name: 'speaker, handout, more' }).click();
    if (browser === 'chromium') {
      const opening = page.context().waitForEvent('page');
      await page.getByRole('button', { name: /speaker’s window/ }).click();
      const speaker = await opening;
      await speaker.getByRole('option', { name: '2. And then' }).waitFor({ state: 'attached' });
      await speaker.close();
      await page.getByRole('button', { name: 'speaker, handout, more' }).click();
    }
    await page.getByRole('button', { name: /^Handout/ }).click();
    await page.locator('.scene').first().waitFor();
    expect(await page.locator('.scene').count()).toBe(2);
    await page.getByRole('button', { name: 'Every scene as SVG' }).click();
    await expect.poll(async () => (await downloads()).length).toBe(1);
    const [zip] = await downloads();
    const lines = strFromU8(unzipSync(zip?.bytes ?? NONE)['slides.html'] ?? NONE);
    expect(lines.match(/embed\.html#scene=1\.[\w.-]+\/(a|b)"/g)).toHaveLength(2);
    await page.getByRole('link', { name: 'To the stage' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'First of all' }).waitFor();
  },
);

inOneBrowser('what a link brings can be kept, and the reader’s own comes back', async (visit) => {
  const { page, open, downloads } = visit;
  await open();
  await ready(page);
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  const desk = page.getByRole('region', { name: 'Story', exact: true });
  await desk.getByRole('button', { name: 'Record this view as a scene' }).click();
  const title = desk.getByRole('textbox', { name: 'Title' });
  await title.press('Control+a');
  await title.pressSequentially('My own');
  await title.press('Tab');

  await page.evaluate((hash) => location.assign(`#${hash}`), fragmentOf(TOLD));
  await page.getByRole('heading', { level: 1, name: 'First of all' }).waitFor();
  await page.getByRole('button', { name: 'speaker, handout, more' }).click();
  await page.getByRole('button', { name: 'End the briefing' }).click();
  const offer = page.getByRole('region', { name: 'A story that came along' });
  await offer.getByText('The link carries the story “A story”: 2 scenes, without').waitFor();
  expect(await findings(page)).toEqual([]);
  await offer.getByRole('button', { name: 'Keep it as your own story' }).press('Enter');
  await desk.getByRole('button', { name: 'Show And then' }).waitFor();
  expect(await offer.count()).toBe(0);

  // The link made of it is the one it came in.
  const link = desk.getByRole('link', { name: 'Open this link' });
  expect((await link.getAttribute('href'))?.split('#')[1]).toBe(fragmentOf(TOLD));
  await desk.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect.poll(() => title.inputValue()).toBe('My own');
  await desk.getByRole('button', { name: 'Save as a file' }).press('Enter');
  const [saved] = await downloads();
  expect(saved?.name).toBe('my-own.story.json');
});

inOneBrowser('a story of a file that is in no link says which', async ({ page, open }) => {
  const data = { id: 'grants', name: 'grants.csv', sha256: '' };
  await open(fragmentOf({ ...TOLD, data }));
  await page.getByText('They are views of grants.csv, which is not open').waitFor();
  await ready(page);
});

inOneBrowser('a story too long for a link is said to be', async ({ page, open }) => {
  await open();
  await ready(page);
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  const words = Array.from({ length: 2_500 }, (_, at) => ((at * 7919) % 104_729).toString(36));
  const long = story([scene('a', { words: words.join(' ') })]);
  await page.getByLabel('Open a story file').setInputFiles({
    name: 'long.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(long)),
  });
  await page
    .getByText(/The story is too long for a link: it would have [\d,]+ characters/)
    .waitFor();
  expect(await page.getByRole('link', { name: 'Open this link' }).count()).toBe(0);
});

inOneBrowser('a hostile link gets a sentence and the explorer', async ({ page, open }) => {
  const packing = (text: string) => packed(new TextEncoder().encode(text));
  const cases: [string, RegExp][] = [
    [packing('['.repeat(5_000)), /damaged or was cut off/],
    [packing('1'.repeat(300_000)), /larger than any link holds/],
    [packing('{"version":1,"title":{}}'), /The story cannot be read/],
    ['1.<img src=x>.00000000', /damaged or was cut off/],
  ];
  await open();
  await ready(page);
  for (const [payload, sentence] of cases) {
    await page.evaluate((hash) => location.assign(hash), `#present=mine&story=${payload}`);
    await page.getByRole('status').getByText(sentence).waitFor();
    await ready(page);
    await step(page, 'back');
    await expect.poll(() => page.getByRole('status').getByText(sentence).count()).toBe(0);
  }
});
