import type { Locator, Page } from 'playwright-core';
import type { Visit } from './harness.ts';
import { ready, settled } from './screen.ts';

/** A file as the driver hands it to an input. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function given(name: string, content: string | Buffer): GivenFile {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  return { name, mimeType: 'application/octet-stream', buffer };
}

const FUNDERS = ['Mill Trust', 'Harbour Fund', 'Elm Foundation'];

/** Grants in the 360Giving standard, one a month from January 2020: 1000, 2000, 3000 … GBP. */
export function grantsCsv(rows: number, funders: readonly string[] = FUNDERS): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    const funder = funders[index % funders.length];
    const programme = index % 2 === 0 ? 'Small grants' : 'Buildings';
    const date = `${2020 + (Math.floor(index / 12) % 4)}-${month}-15`;
    return `360G-t-${index},Work ${index},GBP,${(index + 1) * 1000},${date},Club ${index % 7},${funder},${programme}`;
  });
  const header =
    'Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name,Grant Programme:Title';
  return `${[header, ...lines].join('\n')}\n`;
}

/** Opens the dialog by its button in the masthead. */
export async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open data' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

/** Chooses files in the dialog. */
export async function choose(page: Page, ...files: GivenFile[]): Promise<void> {
  await (await openDialog(page)).getByLabel('Choose files').setInputFiles(files);
}

/** Lets files fall on the page, as a drag from a folder does. */
export async function drop(page: Page, ...files: GivenFile[]): Promise<void> {
  await page.evaluate(
    (dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('h1')?.dispatchEvent(event);
      }
    },
    files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  );
}

/** The part of the page that says how the open file was read. */
export function howRead(page: Page): Locator {
  return page.getByRole('region', { name: 'How the file was read' });
}

/** Waits until the named file is open and all three pictures of it are there. */
export async function opened(page: Page, name: string): Promise<void> {
  await howRead(page).locator('strong', { hasText: name }).waitFor();
  await page.getByRole('button', { name: 'Stop reading' }).waitFor({ state: 'detached' });
  await ready(page);
}

/** Goes to the app and opens a file in it. */
export async function openWith({ page, open }: Visit, file: GivenFile): Promise<void> {
  await open();
  await ready(page);
  await choose(page, file);
  await opened(page, file.name);
}

/** Opens what the columns are taken for. */
export async function openBoard(page: Page): Promise<Locator> {
  await howRead(page).getByText('How it was read, and what the columns are').click();
  const board = howRead(page).getByRole('table');
  await board.waitFor();
  await settled(page);
  return board;
}
