import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runPackage } from './run.js';

/** All that the built page is made of. */
const SOURCES = [
  'src',
  'data',
  'public',
  'index.html',
  'fetch.html',
  'embed.html',
  'vite.config.ts',
  'scripts/policy.js',
  'scripts/build-plugins.js',
  'scripts/onefile.js',
  'package-lock.json',
];

/** Builds the page into `dist`; true when that succeeded. What was there before is gone. */
export function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return runPackage('vite/bin/vite.js', ['build']);
}

/** True when there is a build and nothing it is made of is newer. */
export function isBuilt() {
  const page = join(root, 'dist/index.html');
  if (!existsSync(page)) return false;
  return SOURCES.every((source) => newest(join(root, source)) <= statSync(page).mtimeMs);
}

/** When a file, or anything in a folder, last changed; a folder changes when a file goes. */
function newest(/** @type {string} */ path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).map((name) => newest(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}
