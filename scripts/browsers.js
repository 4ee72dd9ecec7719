import { FACES, findProgram, installCommand, installFromDebian } from './debian.js';

/**
 * The browsers the tests run in: Debian's own; no package may bring a browser with it. Chromium's
 * headless shell is the same engine without the windows around it, and opens a page in half the time.
 */
const BROWSERS = {
  chromium: {
    package: 'chromium-headless-shell',
    variable: 'TRANCHE_CHROMIUM',
    names: ['chromium-headless-shell', 'chromium', 'chromium-browser'],
  },
  firefox: {
    package: 'firefox-esr',
    variable: 'TRANCHE_FIREFOX',
    names: ['firefox-esr', 'firefox'],
  },
};

/**
 * Flags that keep Chromium from calling out or needing a sandbox, a screen or a graphics card, and from
 * moving letters to whole pixels, as its headless shell does otherwise.
 */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * The path of an installed browser, or undefined. The browser's environment variable
 * (TRANCHE_CHROMIUM, TRANCHE_FIREFOX) goes before the search path.
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const { variable, names } = BROWSERS[browser];
  return process.env[variable] || findProgram(names);
}

/**
 * Sees to it that both browsers are there: installs Debian's packages, and a face to write in with them,
 * when that can be done, else throws with the command that would.
 */
export function ensureBrowsers() {
  const packages = missing();
  if (packages.length === 0) return;
  packages.push(FACES);
  installFromDebian(packages);
  if (missing().length === 0) return;
  throw new Error(
    `The tests need ${packages.join(' and ')}. On Debian install them with\n` +
      `  ${installCommand(packages)}\n` +
      'or name their programs in TRANCHE_CHROMIUM and TRANCHE_FIREFOX.',
  );
}

/** Names of the packages of the browsers that are not there. */
function missing() {
  return /** @type {const} */ (['chromium', 'firefox'])
    .filter((browser) => !findBrowser(browser))
    .map((browser) => BROWSERS[browser].package);
}
