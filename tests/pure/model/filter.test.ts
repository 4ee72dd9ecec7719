import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amongOf,
  choose,
  matterOf,
  withFilter,
  withoutMatter,
  type Filter,
} from '../../../src/model/filter.ts';
import { subjectOf } from '../../../src/model/subject.ts';
import { filters as anyFilters } from '../engine/random-dataset.ts';

const among = (dimension: string, ...values: string[]): Filter => ({
  on: 'values',
  dimension,
  among: values,
});
const health = subjectOf('sector', 'Health');
const tax = subjectOf('sector', 'Tax');
const budget = subjectOf('announced', 'Budget');
const onText: Filter = { on: 'text', matches: 'rail' };

describe('a selection', () => {
  test('has one clause a matter, and a new one takes the place of the old', () => {
    const first = withFilter([onText, among('sector', 'Health')], among('sector', 'Tax'));
    expect(first).toEqual([onText, among('sector', 'Tax')]);
    expect(withFilter(first, among('place', 'North'))).toHaveLength(3);
  });

  test('never has two of a matter, whatever is added and taken away', () => {
    fc.assert(
      fc.property(anyFilters, anyFilters, (some, more) => {
        const all = [...some, ...more].reduce<Filter[]>(withFilter, []);
        const matters = all.map(matterOf);
        expect(new Set(matters).size).toBe(matters.length);
        for (const matter of matters) {
          expect(withoutMatter(all, matter).map(matterOf)).toEqual(
            matters.filter((other) => other !== matter),
          );
        }
      }),
    );
  });

  test('tells dimensions whose names are alike apart', () => {
    const twins = [among('__proto__', 'a'), among('constructor', 'b')].reduce<Filter[]>(
      withFilter,
      [],
    );
    expect(amongOf(twins, '__proto__')).toEqual(['a']);
    expect(amongOf(twins, 'constructor')).toEqual(['b']);
    expect(amongOf(twins, 'toString')).toEqual([]);
  });
});

describe('choosing', () => {
  test('filters to a subject, and again takes the filter away', () => {
    const once = choose([onText], [health]);
    expect(once).toEqual([onText, among('sector', 'Health')]);
    expect(choose(once, [health])).toEqual([onText]);
  });

  test('replaces what was chosen of the same dimension', () => {
    expect(choose([among('sector', 'Health')], [tax])).toEqual([among('sector', 'Tax')]);
    expect(choose([among('sector', 'Health', 'Tax')], [tax])).toEqual([among('sector', 'Tax')]);
  });

  test('takes all subjects of a mark together', () => {
    const link = choose([], [budget, health]);
    expect(link).toEqual([among('announced', 'Budget'), among('sector', 'Health')]);
    expect(choose(link, [budget, health])).toEqual([]);
    expect(choose([among('sector', 'Health')], [budget, health])).toEqual([
      among('sector', 'Health'),
      among('announced', 'Budget'),
    ]);
  });

  test('with more adds a value, and takes it out again', () => {
    const both = choose([among('sector', 'Health')], [tax], true);
    expect(both).toEqual([among('sector', 'Health', 'Tax')]);
    expect(choose(both, [tax], true)).toEqual([among('sector', 'Health')]);
    expect(choose([among('sector', 'Tax')], [tax], true)).toEqual([]);
  });

  test('twice is as if never, when nothing of its dimensions was chosen', () => {
    const subjects = fc.uniqueArray(fc.constantFrom(health, budget, 'place:North'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(subjects, fc.boolean(), (chosen, more) => {
        expect(choose(choose([onText], chosen, more), chosen, more)).toEqual([onText]);
      }),
    );
  });

  test('leaves the selection it was given as it was', () => {
    const before = Object.freeze([among('sector', 'Health')]);
    choose(before, [tax], true);
    expect(before).toEqual([among('sector', 'Health')]);
  });
});
