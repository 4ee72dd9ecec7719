import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import {
  focused,
  fragment,
  mark,
  picture,
  ready,
  SANKEY,
  settled,
  standfirst,
  TITLES,
  TREEMAP,
} from './screen.ts';

const SEARCH = 'Find a sector, programme or figure';

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until the focus is on what starts with `name`; the names of all stops on the way. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const stops: string[] = [];
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    stops.push(now);
    if (now.startsWith(name)) return stops;
  }
  throw new Error(`Tab never came to "${name}", only to:\n${stops.join('\n')}`);
}

forEachBrowser('the first stop skips to the picture', async ({ page, open }) => {
  await open();
  await ready(page);
  await press(page, 'Tab');
  expect(await focused(page)).toBe('Skip to the picture');
  await press(page, 'Enter');
  expect(await picture(page, SANKEY).locator(':focus').count()).toBe(1);
});

forEachBrowser('each picture is one stop on the way through the page', async ({ page, open }) => {
  await open();
  await ready(page);
  const way = await tabTo(page, 'Read the paper');
  for (const title of TITLES) {
    const stop = picture(page, title).locator('[tabindex="0"]');
    expect(await stop.count()).toBe(1);
    const name = (await stop.getAttribute('aria-label')) ?? '';
    expect(way.filter((passed) => passed === name)).toHaveLength(1);
  }
  expect(way).not.toContain('nothing');
  expect(way.filter((stop) => stop.includes(' shown')).length).toBe(3);
});

forEachBrowser(
  'arrows, Enter and Space lead to the evidence of a figure, Escape leads back out',
  async ({ page, open }) => {
    await open();
    await ready(page);
    await press(page, 'Tab', 'Enter', 'End');
    expect(await focused(page)).toBe('Police transformation fund, size not stated');
    await press(page, 'Home');
    for (let steps = 0; steps < 4; steps++) {
      if (!/^Health and care, /.test(await focused(page))) await press(page, 'ArrowRight');
    }
    expect(await focused(page)).toMatch(/^Health and care, £4\.275bn in 3 figures/);

    await press(page, 'Enter');
    await expect.poll(() => standfirst(page)).toMatch(/^£4\.275bn committed in 3 figures/);
    expect(await focused(page)).toMatch(/^Health and care, £4\.275bn/);

    await press(page, ' ');
    await expect.poll(() => focused(page)).toBe('Evidence');
    const evidence = page.getByRole('complementary', { name: 'Evidence' });
    await expect.poll(() => evidence.innerText()).toMatch(/£4\.2bn \+ £45m \+ £30m\s+= £4\.275bn/);
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Close the evidence');
    await press(page, 'Tab', 'Enter');
    expect(await focused(page)).toMatch(/^NHS digital technology/);
    await expect.poll(() => evidence.innerText()).toMatch(/£4\.2 billion in UK Digital Strategy/);
    await tabTo(page, 'Open the source');

    await press(page, 'Escape');
    await evidence.waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toMatch(/^Health and care, £4\.275bn/);
    await press(page, 'Escape');
    await expect.poll(() => standfirst(page)).toMatch(/^At least £6\.335bn/);
    expect(await focused(page)).toMatch(/^Health and care, £4\.275bn/);
  },
);

forEachBrowser('the focus outlives what had it', async ({ page, open }) => {
  await open('v=1&is.sector=Transport,Energy&is.funder=not%20named&nonsense=1');
  await ready(page);
  for (const [button, next] of [
    ['Put away', 'Kind of money'],
    ['Remove Transport or Energy', 'Change: funder not named'],
    ['Remove funder not named', 'Only … add a filter'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).focus();
    await press(page, 'Enter');
    await expect.poll(() => focused(page)).toBe(next);
  }

  await page.getByRole('combobox', { name: 'First year kept' }).selectOption('2018-19');
  await page.getByRole('button', { name: 'all years' }).focus();
  await press(page, 'Enter');
  await expect.poll(() => focused(page)).toMatch(/^Last year kept/);

  await mark(page, SANKEY, 'Tax, £1.3bn').focus();
  await page.evaluate(() => (location.hash = '#v=1&is.sector=Transport'));
  await expect.poll(() => standfirst(page)).toMatch(/^£680m/);
  expect(await picture(page, SANKEY).locator(':focus').count()).toBe(1);

  await page.getByRole('button', { name: `${TREEMAP}: larger` }).focus();
  await press(page, 'Enter');
  await expect.poll(() => focused(page)).toBe(TREEMAP);
});

forEachBrowser('the search jumps to what it finds', async ({ page, open }) => {
  await open();
  await ready(page);
  await press(page, 'Control+k');
  expect(await focused(page)).toBe(SEARCH);
  await page.keyboard.type('signalling');
  const found = page.getByRole('option');
  await expect.poll(() => found.count()).toBeGreaterThan(1);
  await press(page, 'ArrowDown', 'ArrowUp', 'Enter');
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await evidence.waitFor();
  expect(await evidence.evaluate((panel) => panel === document.activeElement)).toBe(true);
  await expect.poll(() => evidence.innerText()).toMatch(/^Digital signalling/m);
  expect(fragment(page)).toMatch(/evidence=programme:Digital signalling|evidence=title:/);

  await press(page, 'Escape');
  await evidence.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe(SEARCH);

  // A figure of another kind of money brings its kind with it.
  await page.keyboard.type('universal credit');
  await expect.poll(() => found.first().innerText()).toMatch(/Universal Credit/);
  await press(page, 'Enter');
  await evidence.waitFor();
  await settled(page);
  expect(await standfirst(page)).toMatch(/benefit estimates in 3 figures/);
  await expect.poll(() => evidence.innerText()).toMatch(/about £7bn/);
});

forEachBrowser('a filter can be made and unmade without a pointer', async ({ page, open }) => {
  await open();
  await ready(page);
  const add = page.getByRole('button', { name: 'Only … add a filter' });
  await add.focus();
  await press(page, 'Enter');
  await page.getByRole('combobox', { name: 'Only figures with' }).waitFor();
  await press(page, 'Tab');
  await page.keyboard.type('fun');
  await page.getByRole('checkbox').first().waitFor();
  await press(page, 'Tab');
  expect(await page.locator(':focus').getAttribute('type')).toBe('checkbox');
  await press(page, ' ');
  await expect.poll(() => fragment(page)).toMatch(/is\.funder=/);
  await settled(page);
  expect(await page.locator(':focus').getAttribute('type')).toBe('checkbox');
  await press(page, ' ');
  await expect.poll(() => fragment(page)).toBe('');
  await press(page, 'Escape');
  expect(await focused(page)).toBe('Only … add a filter');
  expect(await add.getAttribute('aria-expanded')).toBe('false');
});
