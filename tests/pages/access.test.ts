import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findings } from './access.ts';
import { inOneBrowser, type VisitOptions } from './harness.ts';
import { frame, settled, TITLES } from './screen.ts';

/** States of the page, and how a reader comes to them. */
interface State {
  readonly name: string;
  readonly fragment?: string;
  readonly reach?: (page: Page) => Promise<void>;
  readonly options?: VisitOptions;
}

const NARROW = { context: { viewport: { width: 320, height: 640 } } };

const STATES: readonly State[] = [
  { name: 'as it opens' },
  {
    name: 'filtered, with the evidence open',
    fragment: 'v=1&is.sector=Transport&evidence=sector:Transport',
  },
  { name: 'in tables', reach: (page) => showAll(page, 'table', 'tbody tr') },
  { name: 'in outlines', reach: (page) => showAll(page, 'outline', 'li') },
  { name: 'with a filter being made', reach: openFilter },
  { name: 'with nothing to show', fragment: 'v=1&text=no%20such%20words&nonsense' },
  {
    name: 'dark',
    options: { context: { colorScheme: 'dark' } },
    fragment: 'v=1&evidence=sector:Tax',
  },
  { name: 'at 320 px', options: NARROW },
  {
    name: 'at 320 px with the evidence open',
    options: NARROW,
    fragment: 'v=1&evidence=sector:Tax',
  },
];

async function showAll(page: Page, form: string, part: string): Promise<void> {
  for (const title of TITLES) {
    await page.getByRole('button', { name: `${title}: ${form}` }).click();
    await frame(page, title).locator(part).first().waitFor();
  }
}

async function openFilter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Only … add a filter' }).click();
  await page.getByRole('combobox', { name: 'Only figures with' }).selectOption({ label: 'funder' });
  await page.getByRole('checkbox').first().waitFor();
}

for (const { name, fragment, reach, options } of STATES) {
  inOneBrowser(
    `axe finds nothing ${name}`,
    async ({ page, open }) => {
      await open(fragment);
      await settled(page);
      await reach?.(page);
      if (fragment?.includes('evidence')) await page.locator('aside h2').waitFor();
      expect(await findings(page)).toEqual([]);
    },
    options,
  );
}
