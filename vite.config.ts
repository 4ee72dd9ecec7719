import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findBrowser } from './scripts/browsers.js';
import {
  bindPolicy,
  buildLoader,
  copyData,
  drawExamples,
  prepareFirstView,
} from './scripts/build-plugins.js';
import { shipOneFile } from './scripts/onefile.js';

const chromium = findBrowser('chromium');

/** How long a test in a browser waits for what it expects, in ms; no test fails for being on a slow machine. */
const PATIENCE = 10_000;

/** Small modules that nearly everything uses: one script packs better than a dozen of their own. */
const COMMON = {
  name: 'common',
  test: /src[\\/](words|model)[\\/]/,
  tags: ['$initial' as const],
  minShareCount: 3,
};

export default defineConfig({
  plugins: [
    svelte({ configFile: false }),
    copyData('data'),
    prepareFirstView('data', 'digital-strategy-2017'),
    drawExamples('data', 'digital-strategy-2017'),
    buildLoader('src/embed/loader/main.ts', 'tranche-embed.js'),
    bindPolicy(),
    shipOneFile(),
  ],
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // The paints are light-dark(), which follows a colour scheme that is set by script only as it is.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Inlined assets would be data: addresses, which the policy allows for images alone.
    assetsInlineLimit: 0,
    // The explorer, the page that fetches files for it and the one for other people's pages, each
    // under a policy of its own.
    rolldownOptions: {
      input: ['index.html', 'fetch.html', 'embed.html'],
      output: { codeSplitting: { groups: [COMMON] } },
      // Half of a build is building the pages that are one file; that is no fault of a plugin.
      checks: { bundlerTimings: false },
    },
  },
  server: { host: 'localhost' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          include: ['tests/pure/**/*.test.ts'],
          // What is pure leaves nothing behind: two processes for all files.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        optimizeDeps: { include: ['d3', 'd3-sankey', 'papaparse', 'vitest-browser-svelte'] },
        test: {
          name: 'live',
          include: ['tests/live/**/*.test.ts'],
          expect: { poll: { timeout: PATIENCE } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: CHROMIUM_FLAGS,
                ...(chromium ? { executablePath: chromium } : {}),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'desk',
          environment: 'node',
          include: ['tests/desk/**/*.test.ts'],
          // LibreOffice and Chromium are started for a file at a time.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'node',
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: 'tests/pages/setup.ts',
          // Two processes for all files, each with browsers of its own that are started once.
          isolate: false,
          maxWorkers: 2,
          expect: { poll: { timeout: PATIENCE } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
