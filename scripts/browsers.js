import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';

/** The browsers the tests run in: Debian's own; no package may bring a browser with it. */
const BROWSERS = {
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
};

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
 * @param {'chromium' | 'firefox'} browser
 * @returns {string | undefined}
 */
export function findBrowser(browser) {
  const { variable, names } = BROWSERS[browser];
  const chosen = process.env[variable];
  if (chosen) return chosen;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Sees to it that both browsers are there: installs Debian's packages when that can be done, else
 * throws with the command that would.
 */
export function ensureBrowsers() {
  const packages = missing();
  if (packages.length === 0) return;
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${packages.join(' and ')} from Debian's packages …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const retry = ['-o', 'Acquire::Retries=3'];
    run('apt-get', ['-qq', ...retry, 'update'], { env });
    run('apt-get', ['-qq', ...retry, ...install], { env });
    if (missing().length === 0) return;
  }
  throw new Error(
    `The tests need ${packages.join(' and ')}. On Debian install them with\n` +
      `  sudo apt-get update && sudo apt-get ${install.join(' ')}\n` +
      'or name their programs in TRANCHE_CHROMIUM and TRANCHE_FIREFOX.',
  );
}

/** Names of the packages of the browsers that are not there. */
function missing() {
  return /** @type {const} */ (['chromium', 'firefox'])
    .filter((browser) => !findBrowser(browser))
    .map((browser) => BROWSERS[browser].package);
}
