import type { Locator, Page } from 'playwright-core';

/** Opens the desk for the picture of a chart and waits until the picture lies on it. */
export async function takeAway(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: `${title}: take away` }).click();
  const dialog = page.getByRole('dialog', { name: 'Take the picture away' });
  await preview(dialog).waitFor();
  return dialog;
}

/** The picture as it will leave. */
export function preview(dialog: Locator): Locator {
  return dialog.getByRole('region', { name: 'The picture at true size' }).locator('svg');
}

/** What the dialog says it has done. */
export function status(dialog: Locator): Locator {
  return dialog.getByRole('status');
}

/** Today where the browser is, as files say it. */
export function today(page: Page): Promise<string> {
  return page.evaluate(() => {
    const now = new Date();
    const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => `${n}`.padStart(2, '0'));
    return `${now.getFullYear()}-${month}-${day}`;
  });
}

/** Width, height and dots in a metre of a PNG, as it says itself. */
export function measuresOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const at = Buffer.from(png).indexOf('pHYs', 0, 'latin1') + 4;
  return { width: view.getUint32(16), height: view.getUint32(20), perMetre: view.getUint32(at) };
}
