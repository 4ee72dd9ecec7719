import fc from 'fast-check';
import { rows, type PlainRow } from '../engine/random-dataset.ts';
import { HOSTILE_NAMES } from './datasets.ts';

const anyName = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
);

/** Random rows whose names are of any length and in any writing, the same for the same value. */
export const namedRows: fc.Arbitrary<PlainRow[]> = fc
  .tuple(rows, fc.uniqueArray(anyName, { minLength: 4, maxLength: 8 }))
  .map(([list, names]) => {
    const given = new Map<string, string>();
    const named = (value: string) => {
      const name = given.get(value) ?? names[given.size] ?? value;
      given.set(value, name);
      return name;
    };
    return list.map((row) => ({
      ...row,
      funder: named(row.funder),
      sector: named(row.sector),
      place: row.place,
      title: row.title,
    }));
  });
