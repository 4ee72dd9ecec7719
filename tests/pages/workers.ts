import type { Page } from 'playwright-core';

declare global {
  var startedWorkers: Worker[];
  var endedWorkers: number;
  /** How often one of them has opened data. */
  var openedData: number;
}

/** Notes every worker that the page starts; to be called before the page is opened. */
export async function noteWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.startedWorkers = [];
    globalThis.endedWorkers = 0;
    globalThis.openedData = 0;
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        globalThis.startedWorkers.push(this);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'opened') globalThis.openedData++;
        });
      }
    };
  });
}

/**
 * Ends every worker of the page, as a browser does for want of memory, once each would be missed: the
 * page waits for its lock then. Gives how many workers there ever were.
 */
export async function endWorkers(page: Page): Promise<number> {
  await page.waitForFunction(async () => {
    const { pending = [] } = await navigator.locks.query();
    return pending.length >= globalThis.startedWorkers.length - globalThis.endedWorkers;
  });
  return page.evaluate(() => {
    globalThis.startedWorkers.forEach((worker) => worker.terminate());
    return (globalThis.endedWorkers = globalThis.startedWorkers.length);
  });
}
