import { expect } from 'vitest';
import { forEachBrowser } from './harness.ts';
import { drop, given, grantsCsv, opened } from './openingfiles.ts';
import { ready, standfirst } from './screen.ts';

declare global {
  var workerUrls: string[];
  var workerPolicy: { createScriptURL: (url: string) => string };
}

/** Runs before the page's scripts: notes how workers are started and keeps the policy that may. */
function watchWorkers(): void {
  globalThis.workerUrls = [];
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      globalThis.workerUrls.push(String(url));
    }
  };
  const factory = globalThis.trustedTypes;
  const createPolicy = factory?.createPolicy.bind(factory);
  if (!factory || !createPolicy) return;
  factory.createPolicy = (name, rules) => {
    const policy = createPolicy(name, rules);
    if (name === 'tranche-worker') globalThis.workerPolicy = policy;
    return policy;
  };
}

forEachBrowser('the worker for a file starts while it is dragged', async ({ page, open }) => {
  await page.addInitScript(watchWorkers);
  await open();
  await ready(page);
  const workers = () => page.evaluate(() => globalThis.workerUrls.length);
  await expect.poll(workers).toBe(1);
  for (let times = 0; times < 2; times++) {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], 'grants.csv'));
      document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
    });
  }
  await expect.poll(workers).toBe(2);
  await drop(page, given('grants.csv', grantsCsv(12)));
  await opened(page, 'grants.csv');
  expect(await standfirst(page)).toContain('£78,000');
  expect(await workers()).toBe(2);
});

forEachBrowser(
  'the policy in the page alone binds the worker',
  async ({ page, open, address }) => {
    await page.addInitScript(watchWorkers);
    // As on a host that sends no headers of ours.
    await page.route(address, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      delete headers['content-security-policy'];
      await route.fulfill({ response, headers });
    });
    await open();
    await expect.poll(() => page.evaluate(() => globalThis.workerUrls)).toHaveLength(1);
    expect(await page.evaluate(() => globalThis.workerUrls[0])).toMatch(/^blob:/);

    const elsewhere = address.replace('localhost', '127.0.0.1');
    const outcome = await page.evaluate((url) => {
      const code = `fetch('${url}', { mode: 'no-cors' }).then(() => 'sent', () => 'refused').then(postMessage)`;
      const script = globalThis.workerPolicy.createScriptURL(URL.createObjectURL(new Blob([code])));
      return new Promise((done) => {
        new Worker(script).onmessage = ({ data }) => done(data);
      });
    }, elsewhere);
    expect(outcome).toBe('refused');
    const refused = await page.evaluate((url) => {
      try {
        globalThis.workerPolicy.createScriptURL(url + 'evil.js');
        return 'made';
      } catch {
        return 'refused';
      }
    }, elsewhere);
    expect(refused).toBe('refused');
  },
  { allow: /connect-src|Content Security Policy/ },
);
