/**
 * What a page may weigh: all JavaScript it loads before the first picture (its entry, what that
 * imports and, of an embed, the heaviest chart; the worker is fetched after it, which a page test
 * holds) in gzip bytes; and the pages as one file, without their data, as they are. Run after a build;
 * fails when a budget is exceeded.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './run.js';

const BUDGETS = { explorer: 90_000, embed: 60_000, loader: 2_000, oneFile: 400_000, deck: 450_000 };
const dist = join(root, 'dist');

/**
 * Files a page loads before its first picture, relative to `dist`. The build lists everything the
 * entry imports as a preload in the page.
 * @param {string} name
 * @returns {string[]}
 */
export function firstScripts(name = 'index.html') {
  const page = readFileSync(join(dist, name), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(named);
  return [...new Set(scripts)];
}

/** Files an embed loads before the picture of a chart, relative to `dist`. */
export function embedScripts(/** @type {string} */ chart) {
  const own = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${chart}-`));
  const scripts = own.filter((file) => file.endsWith('.js')).map((file) => `assets/${file}`);
  return [...new Set([...firstScripts('embed.html'), ...scripts.flatMap(withImports)])];
}

/** A script and all that it imports before it runs. @returns {string[]} */
function withImports(/** @type {string} */ script) {
  const code = readFileSync(join(dist, script), 'utf8');
  const imports = [...code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(named);
  return [script, ...imports.flatMap((file) => withImports(`assets/${file}`))];
}

/** The first group of a match; the patterns here have one each. */
function named(/** @type {RegExpMatchArray} */ match) {
  return match[1] ?? '';
}

function weigh(/** @type {string} */ file) {
  return gzipSync(readFileSync(join(dist, file))).length;
}

function print(/** @type {string} */ what, /** @type {number} */ bytes) {
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${what}`);
}

/** Weighs the parts of a page that is one file; a page test holds what is saved to the same. */
function checkOneFile(
  /** @type {number} */ budget,
  /** @type {string} */ what,
  /** @type {string} */ file,
) {
  const { parquetWorker: _, ...parts } = JSON.parse(readFileSync(join(dist, file), 'utf8'));
  const weights = Object.entries(parts).map(([name, text]) => ({ name, bytes: text.length }));
  for (const { name, bytes } of weights) print(`${name} of ${what}`, bytes);
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  print(`${what}, without data; the budget is ${budget / 1000} kB`, total);
  return total <= budget;
}

/** Weighs scripts, says so, and tells whether they keep to a budget. */
function keepsTo(
  /** @type {number} */ budget,
  /** @type {string} */ what,
  /** @type {string[]} */ scripts,
) {
  for (const script of scripts) print(script, weigh(script));
  const total = scripts.reduce((sum, script) => sum + weigh(script), 0);
  print(`in gzip: ${what}; the budget is ${budget / 1000} kB`, total);
  return scripts.length > 0 && total <= budget;
}

function check() {
  const kept = [
    keepsTo(BUDGETS.explorer, 'the explorer, before the first picture', firstScripts()),
    ...['sankey', 'timeline', 'treemap'].map((chart) =>
      keepsTo(BUDGETS.embed, `an embedded ${chart}, before its picture`, embedScripts(chart)),
    ),
    keepsTo(BUDGETS.loader, 'what a page that embeds charts loads', ['tranche-embed.js']),
  ];

  const assets = readdirSync(join(dist, 'assets'));
  for (const kind of ['css', 'woff2']) {
    const files = assets.filter((file) => file.endsWith(`.${kind}`));
    const bytes = files.reduce((sum, file) => sum + weigh(`assets/${file}`), 0);
    print(`${kind} in ${files.length} files, loaded as needed, outside the budget`, bytes);
  }
  kept.push(
    checkOneFile(BUDGETS.oneFile, 'the explorer as one file', 'onefile.json'),
    checkOneFile(BUDGETS.deck, 'the page that presents as one file', 'deck.json'),
  );
  return kept.every(Boolean);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(check() ? 0 : 1);
