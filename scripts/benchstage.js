import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { grantsWriter, withFolder } from './benchbundle.js';
import { CHROMIUM_FLAGS, findBrowser } from './browsers.js';
import { build as buildPage, isBuilt } from './build.js';
import { root } from './run.js';
import { serve } from './serve.js';

const STORY = 'digital-strategy-2017';
const PORT = 8910;
/** Presses that are timed, and ms from the last frame of one to the next press. */
const PRESSES = 60;
const REST = 1500;
/** How often the page is loaded anew. */
const RELOADS = 20;
/** A picture that is whole. */
const PICTURE = '.stage .picture[aria-busy="false"] svg [data-key]';

/** The views that are on stage one after another: each chart, and each change from one to another. */
const VIEWS = [
  'v=1',
  'v=1&lead=treemap&split=',
  'v=1&lead=timeline',
  'v=1&lead=treemap',
  'v=1&top=5',
  'v=1&lead=treemap&split=&top=5',
  'v=1&lead=timeline&top=4',
];

/**
 * `npm run bench -- stage [rows]`: a generated grants file on stage in Chromium, 10,000 rows by
 * default. How long it takes from a key press to the first frame that differs, and to the first in
 * which a mark of the picture does, and how long until a page that is loaded anew has its picture;
 * medians and 95th percentiles in ms. What counts is what a speaker feels: under 50 ms for a press,
 * under a second for a reload.
 * @param {readonly string[]} sizes
 */
export async function benchStage([rows = '10000']) {
  if (!isBuilt() && !buildPage()) throw new Error('the page could not be built');
  const csv = await withFolder(async (folder) => {
    const grantsFile = await grantsWriter(folder);
    return [...grantsFile(Number(rows))].join('');
  });
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('chromium is not installed');
  const server = await serve(join(root, 'dist'), PORT);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.route(/\/data\/digital-strategy-2017\.csv$/, (route) =>
      route.fulfill({ contentType: 'text/csv', body: csv }),
    );
    await page.route(/first\.json$/, (route) => route.fulfill({ status: 404 }));
    await page.route(/story\.json$/, (route) => route.fulfill({ json: story() }));
    // Before the page's own, so that what its listeners change is seen.
    await page.addInitScript(watchFrames, PICTURE);
    await page.goto(`${server.address}#present=${STORY}`);
    await page.locator(PICTURE).first().waitFor();
    await page.waitForTimeout(REST);
    /** @type {{ first: number, picture: number }[]} */
    const taken = [];
    for (let press = 0; press < PRESSES; press++) {
      const there = Math.floor(press / (VIEWS.length - 1)) % 2 === 0;
      await page.keyboard.press(there ? 'PageDown' : 'PageUp');
      await page.waitForTimeout(REST);
      taken.push(await page.evaluate(() => globalThis.benchFrames.at(-1)));
    }
    /** @type {number[]} */
    const reloaded = [];
    for (let reload = 0; reload < RELOADS; reload++) {
      await page.reload();
      reloaded.push(await (await page.waitForFunction(() => globalThis.benchShown)).jsonValue());
    }
    console.log(`\n${rows} rows`.padEnd(48), ' median ms', '   95 % ms');
    printLine(
      `${PRESSES} presses, to the first frame that differs`,
      taken.map(({ first }) => first),
    );
    printLine(
      `${PRESSES} presses, to the first mark that moves`,
      taken.map(({ picture }) => picture),
    );
    printLine(`${RELOADS} reloads, to the picture`, reloaded);
  } finally {
    await browser.close();
    await server.close();
  }
}

function story() {
  const scenes = VIEWS.map((view, at) => ({ id: `scene-${at}`, title: `Scene ${at + 1}`, view }));
  return { version: 1, title: 'Generated grants', data: { id: STORY }, scenes };
}

/**
 * In the page: notes the ms until its picture is there, and for each key press those to the first frame
 * after it, as the browser itself measures events, and to the first in which a mark differs.
 */
function watchFrames(/** @type {string} */ picture) {
  const look = () => {
    if (document.querySelector(picture)) globalThis.benchShown = performance.now();
    else requestAnimationFrame(look);
  };
  look();
  globalThis.benchFrames = [];
  // Events that are answered sooner than this are not told of.
  const SOONEST = 16;
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      const frames = globalThis.benchFrames.find(({ pressed }) => pressed === startTime);
      if (name === 'keydown' && frames) frames.first = duration;
    }
  }).observe({ type: 'event', durationThreshold: SOONEST });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const frames = { pressed: timeStamp, first: SOONEST, picture: NaN };
      globalThis.benchFrames.push(frames);
      const changes = new MutationObserver(() => {
        changes.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (frames.picture = performance.now() - timeStamp);
          port2.postMessage(null);
        });
      });
      const all = { subtree: true, childList: true, attributes: true };
      changes.observe(document.querySelector('.stage .picture svg'), all);
    },
    { capture: true },
  );
}

/** @param {string} what @param {readonly number[]} taken in ms */
function printLine(what, taken) {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  const cells = [at(0.5), at(0.95)].map((ms) => (ms ?? NaN).toFixed(1).padStart(10));
  console.log(`  ${what}`.padEnd(47), ...cells);
}
