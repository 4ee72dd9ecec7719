import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/cli/readfile.ts';
import { datasetOf } from '../../../src/load/datasetof.ts';
import type { Options } from '../../../src/load/plan.ts';
import { checkFile, checkPlainly, sourceOf } from './checked.ts';

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

  test.each(names)('%s has every record accounted for', async (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}.csv`);
    const [read] = await readFile(sourceOf(`${name}.csv`, bytes), wantedOf(name).options ?? {});
    if (!read || 'refused' in read) return;
    const { plan, scanned } = read;
    const { all, data, blank } = scanned.records;
    expect(plan.firstRow + data + blank + scanned.asides.length).toBe(all);
    const made = datasetOf(plan, scanned, name);
    if ('refused' in made) return;
    const { rows, unread, noRows } = made.dataset;
    if (plan.years.length === 0) expect(rows + unread.length).toBe(data);
    expect(noRows.map(({ row }) => row)).toEqual(scanned.asides.map(({ record }) => record));
  });
});
