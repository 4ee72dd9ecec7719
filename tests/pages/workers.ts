import type { Page } from 'playwright-core';

declare global {
  var startedWorkers: Worker[];
}

/** Notes every worker that the page starts; to be called before the page is opened. */
export async function noteWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.startedWorkers = [];
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        globalThis.startedWorkers.push(this);
      }
    };
  });
}

/** Ends every worker of the page, as a browser does for want of memory; gives how many there ever were. */
export function endWorkers(page: Page): Promise<number> {
  return page.evaluate(() => {
    globalThis.startedWorkers.forEach((worker) => worker.terminate());
    return globalThis.startedWorkers.length;
  });
}
