import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, type VisitOptions } from './harness.ts';
import { frame, settled, TITLES } from './screen.ts';

/** States of the page, and how a reader comes to them. */
interface State {
  readonly name: string;
  readonly fragment?: string;
  readonly reach?: (page: Page) => Promise<void>;
  readonly options?: VisitOptions;
}

/** Cells as a spreadsheet gives them. */
const OWN = [
  'Funder\tRecipient\tAward date\tAmount awarded (£)',
  'Road Trust\tTown Council\t2020-03-04\t1200',
  'Road Trust\tHarbour School\t2021-05-06\t800.50',
  'Park Fund\tTown Council\t2021-07-08\t-50',
].join('\n');

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
  { name: 'with the ways to open data', reach: openWays },
  { name: "with a reader's own data open", reach: openOwn },
  { name: 'with nothing to show', fragment: 'v=1&text=no%20such%20words&nonsense' },
  {
    name: 'dark',
    options: { context: { colorScheme: 'dark' }, browsers: ['chromium'] },
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

async function openWays(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open data' }).click();
  await page.getByRole('dialog').waitFor();
}

async function openOwn(page: Page): Promise<void> {
  await openWays(page);
  await page.getByRole('textbox', { name: /paste cells/ }).fill(OWN);
  await page.getByRole('button', { name: 'Open what is pasted' }).click();
  await page
    .getByText(/pasted table/)
    .first()
    .waitFor();
  await settled(page);
}

/** What axe finds, each finding with the elements it is about. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  });
}

for (const { name, fragment, reach, options } of STATES) {
  forEachBrowser(
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

declare global {
  interface Window {
    axe: typeof axe;
  }
}
