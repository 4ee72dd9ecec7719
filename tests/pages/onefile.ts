import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { Visit } from './harness.ts';

/** Test files share this module, and each is done at another time: the folder goes with the process. */
const folder = mkdtempSync(join(tmpdir(), 'tranche-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let written = 0;

/** Saves what is open as one HTML file by its dialog, and gives the file's text. */
export async function saved(
  { page, downloads }: Visit,
  { title, notes }: { title?: string; notes?: string } = {},
): Promise<string> {
  const before = (await downloads()).length;
  await page.getByRole('button', { name: 'Save the page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as one HTML file' });
  if (title !== undefined) await dialog.getByLabel('Title').fill(title);
  if (notes !== undefined) await dialog.getByLabel('Notes').fill(notes);
  await dialog.getByRole('button', { name: 'Save it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await downloads()).length).toBe(before + 1);
  const file = (await downloads()).at(-1);
  expect(file?.name).toMatch(/\.html$/);
  return file?.text ?? '';
}

/** Opens a page from the disk, without a network; gives its address. */
export async function openFromDisk({ page }: Visit, html: string, fragment = ''): Promise<string> {
  const path = join(folder, `page ${++written}.html`);
  writeFileSync(path, html);
  await page.context().setOffline(true);
  const address = pathToFileURL(path).href;
  await page.goto(`${address}${fragment && `#${fragment}`}`);
  return address;
}

/** The text of a block of the page. */
export function block(html: string, id: string): string {
  return new RegExp(`id="tranche-${id}">([^<]*)</script>`).exec(html)?.[1] ?? '';
}
