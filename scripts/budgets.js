/**
 * What the page may weigh: all JavaScript it loads before the first picture (its entry and what that
 * imports; the worker is fetched after it, which a page test holds) in gzip bytes; and the page as one
 * file, without its data, as it is. Run after a build; fails when a budget is exceeded.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { root } from './run.js';

const SCRIPT_BUDGET = 90_000;
const ONE_FILE_BUDGET = 400_000;
const dist = join(root, 'dist');

/**
 * Files the page loads before its first picture, relative to `dist`. The build lists everything the
 * entry imports as a preload in the page.
 * @returns {string[]}
 */
export function firstScripts() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(named);
  return [...new Set(scripts)];
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

/** Weighs the parts of the page as one file; a page test holds what is saved to the same. */
function checkOneFile() {
  const { parquetWorker: _, ...parts } = JSON.parse(
    readFileSync(join(dist, 'onefile.json'), 'utf8'),
  );
  const weights = Object.entries(parts).map(([name, text]) => ({ name, bytes: text.length }));
  for (const { name, bytes } of weights) print(`${name} of the page as one file`, bytes);
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  print(`as one file without data; the budget is ${ONE_FILE_BUDGET / 1000} kB`, total);
  return total <= ONE_FILE_BUDGET;
}

function check() {
  const scripts = firstScripts();
  for (const script of scripts) print(script, weigh(script));
  const total = scripts.reduce((sum, script) => sum + weigh(script), 0);
  print(`in gzip before the first picture; the budget is ${SCRIPT_BUDGET / 1000} kB`, total);

  const assets = readdirSync(join(dist, 'assets'));
  for (const kind of ['css', 'woff2']) {
    const files = assets.filter((file) => file.endsWith(`.${kind}`));
    const bytes = files.reduce((sum, file) => sum + weigh(`assets/${file}`), 0);
    print(`${kind} in ${files.length} files, loaded as needed, outside the budget`, bytes);
  }
  const isOneFileLight = checkOneFile();
  return scripts.length > 0 && total <= SCRIPT_BUDGET && isOneFileLight;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(check() ? 0 : 1);
