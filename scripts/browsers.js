import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The browsers the tests run in: Debian's own; no package may bring a browser with it. */
export const BROWSERS = /** @type {const} */ ({
  chromium: {
    package: 'chromium',
    variable: 'TRANCHE_CHROMIUM',
    names: ['chromium', 'chromium-browser'],
  },
  firefox: {
    package: 'firefox-esr',
    variable: 'TRANCHE_FIREFOX',
    names: ['firefox-esr', 'firefox'],
  },
});

/** Flags that keep Chromium from calling out or needing a sandbox, a screen or a graphics card. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of an installed browser, or undefined. The browser's environment variable
 * (TRANCHE_CHROMIUM, TRANCHE_FIREFOX) goes before the search path.
 * @param {keyof typeof BROWSERS} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const { variable, names } = BROWSERS[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
