import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Options } from '../../../src/load/plan.ts';
import { checkFile, checkPlainly } from './checked.ts';

/** What a fixture must give: a part of its report, or words of the reason why it is refused. */
interface Wanted {
  readonly options?: Options;
  readonly refused?: string;
}

const FOLDER = 'tests/fixtures/load';
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.report.json'))
  .map((name) => name.replace('.report.json', ''));

function wantedOf(name: string): Wanted {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.report.json`, 'utf8')) as Wanted; // written for this test
}

describe('a file with one oddity', () => {
  test('has its report, and there are many', () => {
    expect(names.length).toBeGreaterThan(60);
  });

  test.each(names)('%s', async (name) => {
    const { options, refused, ...wanted } = wantedOf(name);
    const report = await checkFile(`${FOLDER}/${name}.csv`, options);
    if (refused !== undefined) {
      expect('refused' in report && report.refused).toMatch(new RegExp(refused));
      return;
    }
    expect(report).toMatchObject(wanted);
    const plainly = checkPlainly(`${name}.csv`, readFileSync(`${FOLDER}/${name}.csv`), options);
    expect({ ...plainly, sha256: '' }).toEqual({ ...report, sha256: '' });
  });
});
