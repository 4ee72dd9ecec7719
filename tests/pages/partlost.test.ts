import { expect } from 'vitest';
import { takeAway } from './figures.ts';
import { forEachBrowser } from './harness.ts';
import { mark, ready, SANKEY, TREEMAP } from './screen.ts';

forEachBrowser(
  'a part of the page that is not to be had is told of',
  async ({ page, open }) => {
    await open();
    await ready(page);
    // The first picture does not wait for the engine, whose script is fetched after it.
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await mark(page, SANKEY, 'Health and care').press(' ');
    const alert = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
    await alert.waitFor();
    // It stands along the foot of the window, over all else.
    const { left, bottom } = await alert.evaluate((it) =>
      it.closest('[popover]')!.getBoundingClientRect().toJSON(),
    );
    expect([left, Math.round(bottom)]).toEqual([0, 900]);
    await alert.getByRole('button', { name: 'Put away' }).click();
    await alert.waitFor({ state: 'hidden' });
    // From within a dialog, outside which nothing can be reached.
    await page.context().setOffline(false);
    const dialog = await takeAway(page, TREEMAP);
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: 'CSV' }).click();
    await alert.getByRole('button', { name: 'Put away' }).click();
    await alert.waitFor({ state: 'hidden' });
    // As the alert says, once the network is back.
    await page.context().setOffline(false);
    await page.reload();
    await page.locator('aside h2').waitFor();
    expect(await alert.count()).toBe(0);
  },
  { allow: /Failed to load resource|ERR_INTERNET_DISCONNECTED|NetworkError|Unable to preload/ },
);
