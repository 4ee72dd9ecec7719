/**
 * `npm test`: installs what is missing and runs every stage but that of the desk tools, going on after
 * one that fails. `npm test -- all` runs that too; `npm test -- pure live` runs those stages alone. The
 * last line is the count of all.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.js';
import { build } from './build.js';
import { ensureDeskTools } from './desk.js';
import { ensureInstalled } from './install.js';
import { run, runPackage } from './run.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** What a stage may take on a busy machine before it is given up. */
const MINUTES = 30;

/** @type {Readonly<Record<string, () => Counts>>} */
const STAGES = {
  format: () => one(runPackage('prettier/bin/prettier.cjs', ['--check', '.'])),
  types: () => one(checkTypes()),
  pure: () => vitest('pure'),
  build: () => one(build()),
  live: () => inBrowsers('live'),
  pages: () => inBrowsers('pages'),
  desk: () => onTheDesk(),
  budgets: () => one(run(process.execPath, ['scripts/budgets.js'])),
};

/** A stage that either holds or does not counts as one test. */
function one(/** @type {boolean} */ holds) {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}

/** Scripts and components are checked by two programs; both say what they find. */
function checkTypes() {
  const scripts = runPackage('typescript/bin/tsc', ['--noEmit']);
  const options = ['--fail-on-warnings', '--threshold', 'warning'];
  return runPackage('svelte-check/bin/svelte-check', options) && scripts;
}

function inBrowsers(/** @type {string} */ project) {
  ensureBrowsers();
  return vitest(project);
}

/** Opens what the program writes in the programs that people open it in, next to the browser's drawing. */
function onTheDesk() {
  ensureDeskTools();
  return inBrowsers('desk');
}

/**
 * Runs a Vitest project. Counts come from its own report; a test file that could not be loaded, an
 * error outside a test and a run without any test are each a failure.
 * @param {string} project
 * @returns {Counts}
 */
function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  const report = join(folder, 'report.json');
  try {
    const args = [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const succeeded = runPackage('vitest/vitest.mjs', args, { minutes: MINUTES });
    const counts = readReport(report);
    const whole = succeeded || counts.failed > 0;
    const any = counts.passed + counts.failed + counts.skipped > 0;
    return whole && any ? counts : { ...counts, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Counts} */
function readReport(/** @type {string} */ path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function count(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Runs one stage; whatever goes wrong in it is its failure, not the end of the others. */
function runStage(/** @type {string} */ name) {
  console.log(`\n=== ${name}`);
  const began = process.hrtime.bigint();
  let counts;
  try {
    counts = STAGES[name]();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = one(false);
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  console.log(`=== ${name}: ${count(counts)} in ${seconds.toFixed(1)} s`);
  return counts;
}

function test(/** @type {readonly string[]} */ names) {
  const unknown = names.find((name) => !Object.hasOwn(STAGES, name));
  if (unknown)
    throw new Error(`no stage "${unknown}"; there are ${Object.keys(STAGES).join(', ')}`);
  ensureInstalled();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    const counts = runStage(name);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  console.log(`\n${count(total)}`);
  return total.failed === 0;
}

try {
  const chosen = process.argv.slice(2);
  const every = Object.keys(STAGES);
  const usual = every.filter((name) => name !== 'desk');
  const names = chosen.length === 0 ? usual : chosen.join() === 'all' ? every : chosen;
  process.exitCode = test(names) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
