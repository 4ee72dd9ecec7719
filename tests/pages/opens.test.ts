import { expect } from 'vitest';
import { firstScripts } from '../../scripts/budgets.js';
import { forEachBrowser } from './harness.ts';
import { mark, ready, SANKEY } from './screen.ts';

forEachBrowser('the page opens under its title', async ({ page, open }) => {
  await open();
  expect(await page.title()).toMatch(/Tranche/);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
});

forEachBrowser(
  'a script written into the page does not run',
  async ({ page, open, problems }) => {
    await open();
    const outcome = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="void 0">');
        return 'written';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
    await expect.poll(() => problems.join()).toMatch(/policy: /);
  },
  { allow: /policy|TrustedHTML|injection sink/ },
);

forEachBrowser(
  'nothing can be sent to another place',
  async ({ page, open, address, problems }) => {
    await open();
    const elsewhere = address.replace('localhost', '127.0.0.1');
    const outcome = await page.evaluate(
      (url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      elsewhere,
    );
    expect(outcome).toBe('refused');
    await expect.poll(() => problems.join()).toMatch(/policy: /);
  },
  { allow: /policy|connect-src|Content Security Policy/ },
);

forEachBrowser(
  'the budget counts every script that the first picture takes, and the worker is not one',
  async ({ page, open, address, requests }) => {
    let arrive = () => {};
    const held = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/worker-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await open();
    await ready(page);
    const isScript = (url: string) => url.startsWith(address) && /\.js$/.test(url);
    const scripts = requests.filter((url) => isScript(url) && !/worker-/.test(url));
    expect(firstScripts().map((file) => address + file)).toEqual(expect.arrayContaining(scripts));
    expect(scripts.length).toBeGreaterThan(0);
    arrive();
    await mark(page, SANKEY, 'Transport,').click();
    await page.getByRole('heading', { level: 1, name: /£680m/ }).waitFor();
  },
);
