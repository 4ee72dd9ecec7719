import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../../../src/model/amount.ts';
import type { Source } from '../../../src/model/dataset.ts';
import { PERIOD_BASES } from '../../../src/model/period.ts';
import { boundWords, periodWords } from '../../../src/words/certainty.ts';
import {
  count,
  countKind,
  kindsOf,
  listOf,
  pluralOf,
  sentenceCase,
  shortListOf,
} from '../../../src/words/counts.ts';
import { creditOf } from '../../../src/words/credit.ts';

describe('counts', () => {
  test.each([
    [0, 'figure', '0 figures'],
    [1, 'figure', '1 figure'],
    [15, 'figure', '15 figures'],
    [1_234_567, 'row', '1,234,567 rows'],
    [2, 'subsidy', '2 subsidies'],
    [2, 'day', '2 days'],
    [1, 'yearly spend', '1 yearly spend'],
    [2, 'yearly spend', '2 yearly spend figures'],
    [3, 'benefit estimate', '3 benefit estimates'],
    [2, 'savings', '2 savings'],
  ])('%d of %s are %s', (n, noun, words) => {
    expect(count(n, noun)).toBe(words);
  });

  test('take a plural of their own', () => {
    expect(count(2, 'more', 'more')).toBe('2 more');
    expect(pluralOf('revenue')).toBe('revenue figures');
  });

  test('make up no plural for what a file calls a kind of money', () => {
    expect([1, 2].map((n) => countKind(n, 'agency staff'))).toEqual([
      '1 agency staff figure',
      '2 agency staff figures',
    ]);
    expect(
      ['sexual health', 'award', 'yearly spend', 'Payments', 'level 2 budget total'].map(kindsOf),
    ).toEqual([
      'sexual health figures',
      'awards',
      'yearly spend figures',
      'Payments',
      'level 2 budget totals',
    ]);
    expect(countKind(1, 'yearly spend')).toBe('1 yearly spend');
  });

  test('of many kinds name the first alone', () => {
    const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(shortListOf(kinds.slice(0, 4), 'kinds')).toBe('a, b, c and d');
    expect(shortListOf(kinds, 'kinds')).toBe('a, b and 5 more kinds');
  });

  test('stand in lists', () => {
    expect(
      ['', 'a', 'a b', 'a b c'].map((text) => listOf(text.split(' ').filter(Boolean))),
    ).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });

  test('begin sentences', () => {
    expect(['at least', '£5', '', 'élan'].map(sentenceCase)).toEqual([
      'At least',
      '£5',
      '',
      'Élan',
    ]);
  });
});

describe('how sure a figure is', () => {
  test('is said differently for every bound and basis, in a sentence', () => {
    const sentences = [...BOUNDS.map(boundWords), ...PERIOD_BASES.map(periodWords)];
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('calls what is unknown neither zero nor stated', () => {
    expect(boundWords('not stated')).toContain('never counted as zero');
    expect(periodWords('both assumed')).toContain('our assumption');
  });
});

describe('the credit line', () => {
  const source: Source = {
    title: 'Grants',
    publisher: 'A Council',
    published: '2017-03-01',
    link: 'https://example.org/',
    licence: 'OGL v3.0',
    licenceLink: '',
    note: '',
  };
  test('names what, who, when, under which licence and where', () => {
    expect(creditOf(source)).toBe(
      'Source: Grants, A Council, published 1 Mar 2017. OGL v3.0. https://example.org/',
    );
  });

  test('leaves out what is not known, and reads other dates as they stand', () => {
    const bare = { ...source, publisher: '', published: '', licence: '', link: '' };
    expect(creditOf(bare)).toBe('Source: Grants.');
    expect(creditOf({ ...bare, published: 'spring 2017' })).toBe(
      'Source: Grants, published spring 2017.',
    );
  });
});
