import {
  chromium,
  firefox,
  type Browser,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { CHROMIUM_FLAGS, findBrowser } from '../../scripts/browsers.js';

/**
 * The built app as a person uses it, in a real browser. Every visit is watched: a request to
 * anywhere but this machine, an error on the page and a breach of the page's policy fail the test.
 */
export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Download {
  readonly name: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** One test's own window on the built app. */
export interface Visit {
  readonly browser: BrowserName;
  readonly page: Page;
  /** Of the built app, ending in a slash. */
  readonly address: string;
  /** Every address the page has asked for, in order. */
  readonly requests: readonly string[];
  /** What has gone wrong so far; anything in it at the end that is not allowed fails the test. */
  readonly problems: readonly string[];
  /** Goes to the app; `fragment` is what follows the #. */
  readonly open: (fragment?: string) => Promise<void>;
  /** Files the page has offered for download. They are kept from the browser, as one of the two reports none. */
  readonly downloads: () => Promise<Download[]>;
}

export interface VisitOptions {
  /** Size, colour scheme and so on; the default is a desk of 1440 × 900 px with reduced motion. Firefox heeds no media features. */
  readonly context?: BrowserContextOptions;
  /** Problems that the test brings about on purpose. */
  readonly allow?: RegExp;
  /** The browsers that can do what the test needs; both by default. */
  readonly browsers?: readonly BrowserName[];
}

/** What Firefox says of a font still on its way when the test goes to another page (NS_BINDING_ABORTED). */
const LEFT_BEHIND = /download failed .*status=2152398850/;

/** Declares one test per browser. `check` gets a visit of its own; the app is not yet open in it. */
export function forEachBrowser(
  name: string,
  check: (visit: Visit) => Promise<void>,
  options: VisitOptions = {},
): void {
  for (const browser of options.browsers ?? BROWSERS) {
    test(`${name} (${browser})`, () => visitIn(browser, name, check, options));
  }
}

/**
 * Declares a test of what no browser does otherwise: what the page says of a file, a link or a fault,
 * and what goes into a file. That both browsers show such things, other tests see to.
 */
export function inOneBrowser(
  name: string,
  check: (visit: Visit) => Promise<void>,
  options: VisitOptions = {},
): void {
  forEachBrowser(name, check, { ...options, browsers: ['chromium'] });
}

async function visitIn(
  browser: BrowserName,
  name: string,
  check: (visit: Visit) => Promise<void>,
  { context: overrides, allow }: VisitOptions,
): Promise<void> {
  const context = await (
    await launched(browser)
  ).newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...overrides,
  });
  try {
    const address = inject('address');
    const requests: string[] = [];
    const problems: string[] = [];
    await context.addInitScript(watchPage);
    const page = await context.newPage();
    context.on('request', (request) => {
      requests.push(request.url());
      if (!isLocal(request.url(), address)) problems.push(`request leaves: ${request.url()}`);
    });
    page.on('pageerror', ({ message }) => {
      if (!LEFT_BEHIND.test(message)) problems.push(`error on the page: ${message}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`error in the console: ${message.text()}`);
    });
    try {
      await check({
        browser,
        page,
        address,
        requests,
        problems,
        open: async (fragment) =>
          void (await page.goto(fragment ? `${address}#${fragment}` : address)),
        downloads: async () => {
          const offered = await page.evaluate(() => globalThis.trancheDownloads());
          return offered.map(({ name, base64 }) => {
            const bytes = Buffer.from(base64, 'base64');
            return { name, bytes, text: bytes.toString('utf8') };
          });
        },
      });
    } catch (error) {
      const file = `${name}-${browser}`.replace(/\W+/g, '-');
      await page.screenshot({ path: `tests/__screenshots__/${file}.png` }).catch(() => {});
      throw error;
    }
    // One more exchange with the page, so that what it has reported has arrived.
    if (!page.isClosed()) await page.evaluate(() => null);
    expect(problems.filter((problem) => !allow?.test(problem))).toEqual([]);
  } finally {
    await context.close();
  }
}

function isLocal(url: string, address: string): boolean {
  const isWithin = /^(data|file|blob:null\/)/.test(url);
  return isWithin || url.startsWith(address) || url.startsWith(`blob:${address}`);
}

/** One browser serves all tests of a run; it ends with the process. */
const running = new Map<BrowserName, Promise<Browser>>();

function launched(name: BrowserName): Promise<Browser> {
  let browser = running.get(name);
  if (!browser) {
    browser = launch(name);
    running.set(name, browser);
  }
  return browser;
}

function launch(name: BrowserName): Promise<Browser> {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`${name} is not installed`);
  return name === 'chromium'
    ? chromium.launch({ executablePath, args: CHROMIUM_FLAGS })
    : firefox.launch({
        executablePath,
        channel: 'moz-firefox',
        firefoxUserPrefs: {
          // This Firefox takes no media features from a context.
          'ui.prefersReducedMotion': 1,
          // As everybody has it; the driver would let files of the disk read one another.
          'security.fileuri.strict_origin_policy': true,
        },
      });
}

declare global {
  var trancheDownloads: () => Promise<{ name: string; base64: string }[]>;
}

/** Runs in the page before its own scripts: reports breaches of the policy and keeps downloads. */
function watchPage(): void {
  document.addEventListener('securitypolicyviolation', (breach) => {
    console.error(`policy: ${breach.effectiveDirective} ${breach.blockedURI}`);
  });

  const blobs = new Map<string, Blob>();
  const offered: { name: string; blob: Blob }[] = [];
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = createObjectURL(object);
    if (object instanceof Blob) blobs.set(url, object);
    return url;
  };
  const keep = (link: HTMLAnchorElement): boolean => {
    const blob = blobs.get(link.href);
    if (!link.hasAttribute('download') || !blob) return false;
    offered.push({ name: link.download, blob });
    return true;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (!keep(this)) click.call(this);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && keep(link)) event.preventDefault();
  });
  const base64Of = (blob: Blob) =>
    new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
      reader.readAsDataURL(blob);
    });
  globalThis.trancheDownloads = () =>
    Promise.all(offered.map(async ({ name, blob }) => ({ name, base64: await base64Of(blob) })));
}
