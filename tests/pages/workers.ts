import type { Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  var startedWorkers: Worker[];
  /** Those of them that nobody has ended. */
  var livingWorkers: Set<Worker>;
  /** How often one of them has opened data. */
  var openedData: number;
}

/** Notes every worker that the page starts; to be called before the page is opened. */
export async function noteWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.startedWorkers = [];
    globalThis.livingWorkers = new Set();
    globalThis.openedData = 0;
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        globalThis.startedWorkers.push(this);
        globalThis.livingWorkers.add(this);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'opened') globalThis.openedData++;
        });
      }

      override terminate(): void {
        super.terminate();
        globalThis.livingWorkers.delete(this);
      }
    };
  });
}

/**
 * Ends every worker of the page, as a browser does for want of memory, once each would be missed: the
 * page waits for its lock then. Gives how many workers there ever were.
 */
export async function endWorkers(page: Page): Promise<number> {
  const unmissed = () =>
    page.evaluate(async () => {
      const { pending = [] } = await navigator.locks.query();
      return globalThis.livingWorkers.size - pending.length;
    });
  await expect.poll(unmissed).toBe(0);
  return page.evaluate(() => {
    globalThis.livingWorkers.forEach((worker) => worker.terminate());
    return globalThis.startedWorkers.length;
  });
}
