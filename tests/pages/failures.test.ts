import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { ready, standfirst } from './screen.ts';

const DATA = /\/data\/digital-strategy-2017\.csv$/;
const WORKER = /\/assets\/worker-[^/]+\.js$/;
const csv = (body: string | Buffer) => (route: Route) =>
  route.fulfill({ status: 200, contentType: 'text/csv', body });

/** What may be wrong with what the server gives, and what the page says of it. */
const FAULTS: readonly [what: string, of: RegExp, (route: Route) => Promise<void>, says: RegExp][] =
  [
    ['missing data', DATA, (route) => route.fulfill({ status: 404 }), /missing.*404/],
    ['missing milestones', /milestones\.csv$/, (route) => route.fulfill({ status: 500 }), /500/],
    ['no server', DATA, (route) => route.abort(), /could not be fetched/],
    ['an empty file', DATA, csv(''), /empty/i],
    ['a page in place of data', DATA, csv('<!doctype html><p>Not found</p>'), /./],
    ['bytes that are no text', DATA, csv(Buffer.from([0x89, 0x50, 0, 0xff, 0xfe, 0, 1, 2])), /./],
    [
      'a missing worker',
      WORKER,
      (route) => route.fulfill({ status: 404 }),
      /engine’s script is missing.*404/,
    ],
    [
      'a worker that cannot run',
      WORKER,
      (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' }),
      /engine stopped/,
    ],
  ];

/** What each browser tells the page in its own way. */
const BY_BROWSER = ['no server', 'a worker that cannot run'];

async function failure(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'The data could not be opened' }).waitFor();
  return page.getByRole('alert').innerText();
}

for (const [what, of, fault, says] of FAULTS) {
  const declare = BY_BROWSER.includes(what) ? forEachBrowser : inOneBrowser;
  declare(
    `${what} is told, and can be tried again`,
    async ({ page, open }) => {
      await page.route(of, fault);
      await open();
      const told = await failure(page);
      expect(told).toMatch(says);
      expect(told).toMatch(/^[A-Z].*[.?]$/s);

      const again = page.getByRole('button', { name: 'Try again' });
      await again.click();
      expect(await failure(page)).toBe(told);
      await page.unroute(of, fault);
      await again.click();
      await ready(page);
      expect(await standfirst(page)).toMatch(/^At least £6\.335bn/);
    },
    { allow: /Failed to load resource|broken|NetworkError|net::ERR_FAILED/ },
  );
}

inOneBrowser(
  'answers prepared for the first view that are damaged are done without',
  async (visit) => {
    await visit.page.route(/first\.json$/, (route) =>
      route.fulfill({ contentType: 'application/json', body: '{"card":' }),
    );
    await visit.open();
    await ready(visit.page);
    expect(await standfirst(visit.page)).toMatch(/^At least £6\.335bn/);
  },
);
