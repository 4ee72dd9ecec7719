import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { RecordsQuestion } from '../../../src/model/question.ts';
import { otherOf, subjectOf } from '../../../src/model/subject.ts';
import { placeOf, sumOf } from './oracle.ts';
import {
  datasetOf,
  DIMENSIONS,
  filters,
  measureIndex,
  MEASURES,
  plainRow,
  rows,
} from './random-dataset.ts';

type Part = Extract<RecordsQuestion['from'], string>;

const PARTS: Record<Part, readonly string[]> = {
  selection: ['shown', 'size not stated'],
  filtered: ['filtered'],
  'left out': ['another measure', 'size not stated'],
  file: ['another measure', 'filtered', 'shown', 'size not stated'],
};

describe('records', () => {
  test('are the rows of a part of the book that have every subject, page by page', async () => {
    const subjects = fc.array(
      fc.tuple(fc.constantFrom(...DIMENSIONS), fc.constantFrom('Arts', '__proto__', 'North')),
      { maxLength: 2 },
    );
    const part = fc.constantFrom<Part[]>('selection', 'filtered', 'left out', 'file');
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, subjects, part, async (...random) => {
        const [plain, measure, clauses, about, from] = random;
        const engine = new LocalEngine(datasetOf(plain));
        const page = (offset: number, limit: number) =>
          engine.ask({
            ask: 'records',
            measure: MEASURES[measure]!.id,
            filters: clauses,
            subjects: about.map(([id, value]) => subjectOf(id, value)),
            offset,
            limit,
            from,
          });
        const expected = plain.filter(
          (row) =>
            PARTS[from].includes(placeOf(row, measure, clauses)) &&
            about.every(([id, value]) => row[id] === value),
        );
        const all = await page(0, 100);
        expect(all.rows).toBe(expected.length);
        expect(all.sum).toEqual(sumOf(expected.filter((row) => row.measure === measure)));
        expect(all.records.map(({ record }) => record)).toEqual(expected.map((row) => row.record));
        expect((await page(1, 2)).records).toEqual(all.records.slice(1, 3));
      }),
      { numRuns: 300 },
    );
  });

  test('are the rows and the money of each rule that the book leaves out', async () => {
    await fc.assert(
      fc.asyncProperty(rows, measureIndex, filters, async (plain, measure, clauses) => {
        const engine = new LocalEngine(datasetOf(plain));
        const selection = { measure: MEASURES[measure]!.id, filters: clauses };
        const { ledger } = await engine.ask({ ask: 'groups', ...selection, by: [], also: [] });
        const places: string[] = [];
        for (const part of ledger.leftOut) {
          const { rule } = part;
          const of = MEASURES.findIndex(({ id }) => id === part.measure);
          const { records } = await engine.ask({
            ask: 'records',
            ...selection,
            subjects: [],
            offset: 0,
            limit: 100,
            from: { rule, measure: part.measure },
          });
          const expected = plain.filter(
            (row) => row.measure === of && placeOf(row, measure, clauses) === rule,
          );
          expect(records.map(({ record }) => record)).toEqual(expected.map((row) => row.record));
          expect(part.rows).toBe(expected.length);
          expect(part.sum).toEqual(sumOf(expected));
          places.push(`${rule} ${part.measure}`);
        }
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 200 },
    );
  });

  test('have every cell that holds text', async () => {
    const row = plainRow({ record: 7, funder: '__proto__', note: '', start: 3, low: null });
    const { records } = await new LocalEngine(datasetOf([row])).ask({
      ask: 'records',
      measure: MEASURES[0]!.id,
      filters: [],
      subjects: [],
      offset: 0,
      limit: 1,
      from: 'file',
    });
    expect(records).toEqual([
      {
        record: 7,
        title: 'T',
        measure: MEASURES[0]!.id,
        amount: { low: null, high: 100, bound: 'exact' },
        start: 3,
        end: null,
        periodBasis: 'stated',
        cells: [
          { id: 'funder', label: 'funder', text: '__proto__' },
          { id: 'sector', label: 'sector', text: 'S' },
          { id: 'place', label: 'place', text: 'P' },
          { id: 'title', label: 'title', text: 'T' },
        ],
      },
    ]);
  });

  test('cannot be told for a gathered tail', async () => {
    const answer = new LocalEngine(datasetOf([plainRow()])).ask({
      ask: 'records',
      measure: MEASURES[0]!.id,
      filters: [],
      subjects: [otherOf('sector')],
      offset: 0,
      limit: 1,
      from: 'file',
    });
    await expect(answer).rejects.toThrow('gathered tail');
  });
});
