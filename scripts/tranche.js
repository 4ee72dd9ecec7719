#!/usr/bin/env node
/** `npx tranche`, `npm run tranche -- …`: builds the program when something newer is there, and runs it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.js';

const program = join(root, 'lib/tranche.js');

try {
  // Where the packages to build with are missing, a program that was built before still runs.
  if (existsSync(join(root, 'node_modules/vite')) || !existsSync(program)) {
    const { buildCli, isCliBuilt } = await import('./build-cli.js');
    if (!isCliBuilt()) await buildCli();
  }
  await import(pathToFileURL(program).href);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`tranche: ${message.split('\n')[0]}`);
  process.exitCode = 2;
}
