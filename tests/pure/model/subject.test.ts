import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnstated } from '../../../src/model/dimension.ts';
import { dimensionOf, isOther, otherOf, subjectOf, valueOf } from '../../../src/model/subject.ts';

/** Ids as readers of files make them. */
const anyDimension = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,12}$/);
const anyValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ':', 'a:b', '~other:', 'sector~other:', '__proto__'),
);

describe('a subject', () => {
  test('gives back its dimension and its value, whatever they hold', () => {
    fc.assert(
      fc.property(anyDimension, anyValue, (dimension, value) => {
        const subject = subjectOf(dimension, value);
        expect(dimensionOf(subject)).toBe(dimension);
        expect(valueOf(subject)).toBe(value);
        expect(isOther(subject)).toBe(false);
      }),
    );
  });

  test('of a gathered tail equals that of no value', () => {
    fc.assert(
      fc.property(anyDimension, anyDimension, anyValue, (dimension, other, value) => {
        const tail = otherOf(dimension);
        expect(isOther(tail)).toBe(true);
        expect(dimensionOf(tail)).toBe(dimension);
        expect(subjectOf(other, value)).not.toBe(tail);
      }),
    );
  });

  test('is told from a text that is none', () => {
    expect(() => dimensionOf('nothing')).toThrow('not a subject: "nothing"');
  });
});

test.each([
  ['not stated', true],
  ['Not named', true],
  ['not known to us', true],
  ['not statedness', false],
  ['noted', false],
  ['was not stated', false],
])('%j says that nothing is stated: %s', (value, unstated) => {
  expect(isUnstated(value)).toBe(unstated);
});
