import type { Locator, Page } from 'playwright-core';
import { chartOf } from '../../src/charts/index.ts';

/** What is on the screen, in a reader's words: charts by their titles, marks by their spoken names. */
export const SANKEY = chartOf('sankey').title;
export const TIMELINE = chartOf('timeline').title;
export const TREEMAP = chartOf('treemap').title;
export const TITLES = [SANKEY, TIMELINE, TREEMAP];

/** The whole place of a chart: heading, controls, picture, notes. */
export function frame(page: Page, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true });
}

export function picture(page: Page, title: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${title}\\.`) });
}

/** A mark one can reach, by the start of its spoken name. */
export function mark(page: Page, title: string, name: string): Locator {
  return picture(page, title).locator(`[aria-label^="${name}"]`).first();
}

/** The elements of marks about exactly these subjects, furniture of the same key included. */
export function elementsOf(page: Page, title: string, key: string): Locator {
  return picture(page, title).locator(`[data-key="${key}"]`);
}

/** Waits until all three pictures are there and nothing is awaited. */
export async function ready(page: Page): Promise<void> {
  for (const title of TITLES) await picture(page, title).locator('[tabindex="0"]').waitFor();
  await settled(page);
}

/** Waits until the screen shows the newest view. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.charts[aria-busy="false"]').waitFor();
}

/** The spoken names of all marks of a picture that can be reached, in drawing order. */
export function names(page: Page, title: string): Promise<string[]> {
  return picture(page, title)
    .locator('[tabindex]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
}

export function headline(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}

export function standfirst(page: Page): Promise<string> {
  return page.locator('.standfirst').innerText();
}

/** What follows the # in the page's address, decoded. */
export function fragment(page: Page): string {
  return decodeURIComponent(new URL(page.url()).hash.slice(1));
}

/** What has the focus: its spoken name, or "nothing" when the focus is lost to the page. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return label.trim().replace(/\s+/g, ' ');
  });
}

/** Goes a step through the page's history. One of the browsers does not tell the driver when it has. */
export function step(page: Page, way: 'back' | 'forward'): Promise<void> {
  return page.evaluate((name) => history[name](), way);
}
