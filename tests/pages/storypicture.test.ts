import { expect } from 'vitest';
import { findings } from './access.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';
import { choose, given, grantsCsv, opened } from './openingfiles.ts';
import { focused, ready } from './screen.ts';

const NARROW = { context: { viewport: { width: 320, height: 640 } } };

/** Opens the story that comes with the data, and the picture of its scene at that place. */
async function pictureOf({ page, open }: Visit, at: number) {
  await open();
  await ready(page);
  await page.getByRole('button', { name: 'Story', exact: true }).press('Enter');
  const desk = page.getByRole('region', { name: 'Story' });
  await desk.getByRole('button', { name: 'Copy the story that comes' }).press('Enter');
  await desk
    .getByText(/^On the picture/)
    .nth(at)
    .press('Enter');
  const picture = desk.getByRole('img', { name: 'as it will be shown' });
  await picture.locator('svg').waitFor();
  return { desk, picture };
}

forEachBrowser(
  'things are pointed out by keyboard on a narrow screen, seen at once, moved and undone',
  async (visit) => {
    const { page, downloads } = visit;
    const { desk, picture } = await pictureOf(visit, 0);
    const list = desk.getByRole('region', { name: 'Pointed out' });
    await list.getByRole('button', { name: 'Point something out' }).press('Enter');
    expect(await focused(page)).toBe('Kind of annotation');
    // It begins at what the scene lights up first.
    const [lit] = await list.getByLabel('Points at').locator('option:checked').allInnerTexts();
    expect(lit).toBe('Health and care');
    await list.getByLabel('Points at').selectOption({ label: 'Tax' });
    const says = list.getByLabel('saying');
    await says.press('Control+a');
    await says.pressSequentially('one promise');
    await says.press('Tab');
    await picture.getByText('one promise').waitFor();

    await list.getByRole('button', { name: 'Point something out' }).press('Enter');
    await list.getByLabel('Kind of annotation').nth(1).selectOption('arrow');
    await list.getByLabel('Ends at').selectOption({ label: 'Making Tax Digital' });
    await list.getByRole('button', { name: /^Move An arrow .* up$/ }).press('Enter');
    // The keys stay with what was moved, though it can be moved no further.
    expect(await focused(page)).toMatch(/^Move An arrow .* down$/);
    await page.keyboard.press('Control+z');
    expect(await list.getByLabel('Kind of annotation').nth(1).inputValue()).toBe('arrow');
    await list.getByRole('button', { name: /^take out An arrow/ }).press('Enter');
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);

    const steps = desk.getByRole('region', { name: 'Lit up, one step after another' });
    await steps.getByLabel('Lit up in step 3').selectOption({ label: 'Energy' });
    await steps.getByRole('button', { name: 'Move Energy up' }).press('Enter');
    const back = desk.getByRole('region', { name: 'Standing back all the time' });
    await back.getByRole('button', { name: 'Let something stand back' }).press('Enter');
    await back.getByLabel('Stands back, 1').selectOption({ label: 'Culture' });
    await picture.locator('[opacity="0.3"]').first().waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );

    await desk.getByRole('button', { name: 'Save as a file' }).press('Enter');
    const [saved] = await downloads();
    const { scenes } = JSON.parse(saved?.text ?? '{}') as { scenes: object[] }; // the file just saved
    expect(scenes[0]).toMatchObject({
      annotations: [{ kind: 'callout', on: ['sector:Tax'], text: 'one promise' }],
      reveals: [['sector:Health and care'], ['sector:Energy'], ['sector:Tax']],
      dimmed: ['sector:Culture'],
    });
  },
  NARROW,
);

forEachBrowser('a step is seen in the light while it is chosen', async (visit) => {
  const { desk, picture } = await pictureOf(visit, 0);
  await desk.getByLabel('Lit up in step 2').focus();
  await picture.locator('[data-key="sector:Tax"].lit').waitFor();
  expect(await picture.locator('[data-key="sector:Transport"].lit').count()).toBe(0);
});

inOneBrowser(
  'a story goes over to the next file, which tells scene by scene what it lacks',
  async ({ page, open }) => {
    await open();
    await ready(page);
    await choose(page, given('grants.csv', grantsCsv(12)));
    await opened(page, 'grants.csv');
    await page.getByRole('button', { name: 'Story', exact: true }).click();
    const desk = page.getByRole('region', { name: 'Story' });
    const file = {
      version: 1,
      title: 'Before',
      data: { id: 'grants-before', name: 'grants before.csv' },
      scenes: [
        { id: 'kept', title: 'Kept', view: 'v=1&is.funder=Mill%20Trust' },
        {
          id: 'lost',
          title: 'Lost',
          view: 'v=1&is.funder=Gone%20Fund,Mill%20Trust',
          reveals: [['funder:Gone Fund']],
          annotations: [{ kind: 'callout', on: ['funder:Gone Fund'], text: 'was here' }],
        },
      ],
    };
    const buffer = Buffer.from(JSON.stringify(file));
    await desk
      .getByLabel('Open a story file')
      .setInputFiles({ name: 'before.json', mimeType: 'application/json', buffer });
    await desk.getByText('views of other data (grants before.csv)').waitFor();
    await desk.getByRole('button', { name: 'Use them with this data' }).press('Enter');
    const told = desk.getByText('Not on this picture:');
    await told.waitFor();
    expect(await told.count()).toBe(1);
    expect(await told.innerText()).toBe(
      'Not on this picture: “Gone Fund”, funder; a mark for Gone Fund; Gone Fund, to be lit up.',
    );
    // Nothing of it is dropped.
    await desk.getByText(/^On the picture: 1 pointed out, 1 step/).press('Enter');
    await desk.getByLabel('Points at').waitFor();
    const chosen = desk.getByLabel('Points at').locator('option:checked');
    await expect.poll(() => chosen.innerText()).toBe('Gone Fund – not on this picture');
  },
);
