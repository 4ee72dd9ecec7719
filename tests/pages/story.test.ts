import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { findings } from './access.ts';
import { ready } from './screen.ts';

forEachBrowser(
  'a newcomer records three scenes by keyboard, presents and undoes',
  async (visit) => {
    const { page, open, downloads } = visit;
    await open();
    await ready(page);
    await page.getByRole('button', { name: 'Story', exact: true }).press('Enter');
    const desk = page.getByRole('region', { name: 'Story' });
    const record = desk.getByRole('button', { name: 'Record this view as a scene' });
    await record.press('Enter');
    await page.getByRole('combobox', { name: 'Kind of money' }).selectOption({ index: 1 });
    await record.press('Enter');
    await page.getByRole('combobox', { name: 'Kind of money' }).selectOption({ index: 0 });
    await record.press('Enter');
    expect(await desk.getByRole('listitem').count()).toBe(3);
    await desk.getByText('Words and notes, Scene 1').press('Enter');
    const headline = desk.getByLabel(/^Headline/).first();
    await headline.pressSequentially('Where it begins');
    await headline.press('Tab');
    await desk.getByRole('button', { name: 'Move Where it begins down' }).press('Enter');
    expect(await desk.getByRole('listitem').nth(1).innerText()).toContain('Where it begins');
    // At the end of a way the keys stay with the scene, and can undo.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Move Where it begins up');
    await desk.getByText('Where it begins is now 3 of 3.').waitFor();
    await page.keyboard.press('Control+z');
    expect(await desk.getByRole('listitem').nth(1).innerText()).toContain('Where it begins');
    await desk.getByRole('button', { name: 'copy Where it begins' }).press('Enter');
    expect(await desk.getByRole('listitem').count()).toBe(4);
    await desk.getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await desk.getByRole('listitem').count()).toBe(3);
    expect(await findings(page)).toEqual([]);

    await desk.getByRole('link', { name: 'Handout' }).press('Enter');
    await page.getByRole('heading', { name: 'Where it begins' }).waitFor();
    await page.getByRole('button', { name: 'Explore the data' }).press('Enter');
    await page.getByRole('button', { name: 'Story', exact: true }).press('Enter');
    await desk.getByRole('button', { name: 'Save as a file' }).press('Enter');
    const [saved] = await downloads();
    expect(JSON.parse(saved?.text ?? '{}')).toMatchObject({ version: 1, scenes: [{}, {}, {}] });

    await desk.getByRole('button', { name: 'Present 3 scenes' }).press('Enter');
    await page.locator('.stage svg').waitFor();
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { level: 1, name: 'Where it begins' }).waitFor();
    // The story is kept: a reload of the stage comes back to the step.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Where it begins' }).waitFor();
  },
);

forEachBrowser('undoing all leaves the keys where they were', async ({ page, open }) => {
  await open();
  await ready(page);
  await page.getByRole('button', { name: 'Story', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Record this view as a scene' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('Undone.').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Nothing to undo.').waitFor();
});

inOneBrowser('a file that is no story is refused with a sentence', async ({ page, open }) => {
  await open();
  await ready(page);
  await page.getByRole('button', { name: 'Story', exact: true }).click();
  const file = (text: string) => ({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  const input = page.getByLabel('Open a story file');
  await input.setInputFiles(file('no'));
  await page.getByText('“x.json” is no story').waitFor();
  await input.setInputFiles(file('{"version":1,"title":"x"}'));
  await page.getByText('The story cannot be read').waitFor();
});
