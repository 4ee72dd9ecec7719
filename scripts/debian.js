import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.js';

/** What brings a face of Arial's widths: only in such a one is text as wide as it was drawn. */
export const FACES = 'fonts-liberation';

const INSTALL = ['install', '--yes', '--no-install-recommends'];

/** The path of the first of these programs that is on the search path, or undefined. */
export function findProgram(/** @type {readonly string[]} */ names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Installs packages of Debian where that can be done: on Debian, as root.
 * @param {readonly string[]} packages
 */
export function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(', ')} from Debian's packages …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const retry = ['-o', 'Acquire::Retries=3'];
  run('apt-get', ['-qq', ...retry, 'update'], { env });
  run('apt-get', ['-qq', ...retry, ...INSTALL, ...packages], { env });
}

/** What installs packages by hand. */
export function installCommand(/** @type {readonly string[]} */ packages) {
  return `sudo apt-get update && sudo apt-get ${[...INSTALL, ...packages].join(' ')}`;
}
