import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.js';

/** npm writes this file last, so its age is the age of the installation. */
const RECEIPT = join(root, 'node_modules/.package-lock.json');
const LOCK = join(root, 'package-lock.json');
const [MAJOR, MINOR] = [20, 19];

/**
 * Installs the packages of the lock file when they are missing or older than it. Throws, with what
 * to do, when Node is too old or npm fails. Uses nothing that would have to be installed first.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < MAJOR || (major === MAJOR && minor < MINOR)) {
    throw new Error(`Node ${MAJOR}.${MINOR} or later is needed; this is ${process.versions.node}.`);
  }
  if (existsSync(RECEIPT) && statSync(RECEIPT).mtimeMs >= statSync(LOCK).mtimeMs) return;
  console.log('Installing packages from the lock file …');
  // Almost everything is a development dependency, which npm would leave out under NODE_ENV=production.
  if (!run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])) {
    throw new Error('npm ci failed: the packages could not be installed.');
  }
}
