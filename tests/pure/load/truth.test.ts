import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ExactSum } from '../../../src/load/exactsum.ts';
import { parsePlainNumber } from '../../../src/load/numbers.ts';
import { checkFile } from './checked.ts';

/** A file of the corpus and what a reader of it must come to. */
interface Truth {
  readonly file: string;
  readonly rows: number;
  readonly valid: number;
  readonly sum?: string;
  readonly sums?: Readonly<Record<string, string>>;
  readonly negative?: number;
  readonly currency?: string;
  readonly amountColumn?: string;
  readonly dateColumn?: string;
  readonly firstDate?: string;
  readonly lastDate?: string;
  readonly funders?: number;
  readonly recipients?: number;
}

/** A folder of real files with `truth.json`, where the machine has one. */
const corpus = process.env['TRANCHE_CORPUS'] ?? '';
const list = join(corpus, 'truth.json');
// The list is written for these tests, so its shape is known.
const truths =
  corpus && existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Truth[]) : [];

function total(sums: readonly { readonly sum: string }[]): string {
  const all = new ExactSum();
  for (const { sum } of sums) all.add(parsePlainNumber(sum)!);
  return all.toString();
}

if (truths.length > 0) {
  describe('real files, with no option given', () => {
    test.each(truths.map((truth) => [truth.file, truth] as const))('%s', async (file, truth) => {
      const report = await checkFile(join(corpus, file));
      if ('refused' in report) throw new Error(report.refused);
      expect(report.rows.data).toBe(truth.rows);
      expect(report.amounts.valid).toBe(truth.valid);
      if (truth.sum !== undefined) expect(total(report.sums)).toBe(truth.sum);
      if (truth.sums) {
        const sums = report.sums.map(({ currency, sum }) => [currency, sum]);
        expect(Object.fromEntries(sums)).toEqual(truth.sums);
      }
      const told: Partial<Record<keyof Truth, unknown>> = {
        negative: report.amounts.negative,
        currency: report.currency,
        amountColumn: report.roles['amount'],
        dateColumn: report.dates.column,
        firstDate: report.dates.first,
        lastDate: report.dates.last,
        funders: report.distinct['funder'],
        recipients: report.distinct['recipient'],
      };
      for (const [key, value] of Object.entries(told)) {
        const wanted = truth[key as keyof Truth]; // the keys are written out above
        if (wanted !== undefined) expect([key, value]).toEqual([key, wanted]);
      }
    });
  });
} else {
  test('real files are looked at where a folder of them is named', () => {
    expect(truths).toEqual([]);
  });
}
