import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/index.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { Measure } from '../../../src/model/measure.ts';
import { otherOf, subjectOf } from '../../../src/model/subject.ts';
import { NOTHING, totalOf, type Sum } from '../../../src/model/sum.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { bookCloses, bookEntries } from '../../../src/words/book.ts';
import { findingOf, standfirstOf, type Part } from '../../../src/words/headline.ts';
import {
  clauseWords,
  countOf,
  measureWords,
  selectionSentence,
} from '../../../src/words/selection.ts';
import { AnswerBook } from '../../../src/state/answers.ts';
import { headlineOf } from '../../../src/state/caption.ts';
import { answered } from '../../../src/state/shown.ts';
import { strategy } from '../data/strategy.ts';
import { datasetOf, MEASURES, plainRow } from '../engine/random-dataset.ts';
import { dayOf } from '../../../src/model/period.ts';
import type { Filter } from '../../../src/model/filter.ts';

const award = MEASURES[0]!;
const million = 1e8;
const sum = (low: number, changes: Partial<Sum> = {}): Sum => ({
  ...NOTHING,
  low: low * million,
  high: low * million,
  count: 1,
  ...changes,
});
const part = (value: string, money: Sum, dimension = 'sector'): Part => ({
  subject: subjectOf(dimension, value),
  sum: money,
});
const unstated = (value: string): Part => part(value, { ...NOTHING, unstated: 1 });

function finding(parts: readonly Part[], measure: Measure = award, filtered = false): string {
  return findingOf(parts, totalOf(parts.map((one) => one.sum)), measure, filtered);
}

describe('a headline says who has most', () => {
  test.each<[string, readonly Part[], string]>([
    [
      'as a fraction where one is near',
      [part('Health', sum(67)), part('Tax', sum(33))],
      'Two-thirds of the money is for Health',
    ],
    [
      'as a share where none is',
      [part('Health', sum(71)), part('Tax', sum(29))],
      '71% of the money is for Health',
    ],
    [
      'of the priced money where some has no price',
      [part('Health', sum(50)), part('Tax', sum(50)), unstated('Police')],
      'Half of the priced money is for Health',
    ],
    [
      'of the priced money where a sum is open',
      [part('Health', sum(50, { open: 1 })), part('Tax', sum(50))],
      'Half of the priced money is for Health',
    ],
    [
      'and who pays it',
      [part('HMRC', sum(75), 'funder'), part('BEIS', sum(25), 'funder')],
      'Three-quarters of the money is from HMRC',
    ],
    [
      'unless no one has much',
      ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => part(name, sum(10))),
      'No one has a fifth of the awards: A comes first with £10m',
    ],
    [
      'without a share where money was returned',
      [part('Health', sum(9)), part('Tax', sum(-2, { returned: -2 * million }))],
      'Health comes first, with £9m',
    ],
    [
      'of one alone, how much it is',
      [part('Health', sum(5, { open: 1 }))],
      'At least £5m for Health',
    ],
    [
      'whatever order the parts are in',
      [part('B', sum(40)), part('A', sum(40)), part('C', sum(20))],
      'Two-fifths of the money is for A',
    ],
    [
      'but not that a gathered tail has it',
      [{ subject: otherOf('sector'), sum: sum(70) }, part('A', sum(20)), part('B', sum(10))],
      'A fifth of the money is for A',
    ],
    [
      'and says so where more has no name',
      [part('not stated', sum(70)), part('A', sum(20)), part('B', sum(10))],
      'Of what is named, A comes first, with £20m',
    ],
    ['or gives the sum where nothing has one', [part('Not named', sum(7))], '£7m in 1 figure'],
    ['and of nothing that it is nothing', [], 'Nothing matches this selection'],
    ['of one figure of unstated size, whose', [unstated('Fund')], '1 award of unstated size: Fund'],
    ['of several, how many', [unstated('A'), unstated('B')], '2 awards of unstated size'],
  ])('%s', (_, parts, words) => {
    expect(finding(parts)).toBe(words);
    expect(finding(parts.toReversed())).toBe(words);
  });

  test('of a filtered selection by its sum, where that is known', () => {
    const parts = [part('Signals', sum(450)), part('Tickets', sum(230))];
    expect(finding(parts, award, true)).toBe('Two-thirds of the £680m is for Signals');
  });

  test('of estimates only which is the largest, as they may overlap', () => {
    const estimate = { ...award, kind: 'benefit estimate' };
    const parts = [part('Meters', sum(6)), part('Smart energy', sum(17, { high: 40 * million }))];
    expect(finding(parts, estimate)).toBe(
      'Smart energy is the largest of 2 benefit estimates: £17–40m',
    );
  });
});

describe('the built-in data', async () => {
  const engine = new LocalEngine(strategy());
  const { card } = engine;
  const first = firstView(card);
  const transport: Filter = { on: 'values', dimension: 'sector', among: ['Transport'] };
  const shown = (patch: Partial<View> = {}) =>
    answered({ ...first, ...patch }, card, new AnswerBook(engine), CHARTS);
  const whole = await shown();
  const some = await shown({ filters: [transport] });

  test('has the headline and the standfirst it must have', () => {
    expect(headlineOf(whole)).toBe('Two-thirds of the priced money is for Health and care');
    expect(standfirstOf(whole.finding.ledger, whole.measure, card)).toBe(
      'At least £6.335bn committed in 9 figures; 1 of unstated size; 3 benefit estimates, 1 market estimate and 1 yearly spend not added.',
    );
  });

  test('says what a filter took out', () => {
    expect(headlineOf(some)).toBe('Two-thirds of the £680m is for Digital signalling');
    expect(standfirstOf(some.finding.ledger, some.measure, card)).toBe(
      '£680m committed in 3 figures; 3 benefit estimates, 1 market estimate and 1 yearly spend not added; 7 filtered out.',
    );
  });

  test('has a book of four parts that closes', () => {
    const entries = bookEntries(whole.finding.ledger, whole.measure, card);
    expect(entries).toEqual([
      { part: 'shown', figure: 'at least £6.335bn', words: 'shown, in 9 figures', rows: 9 },
      { part: 'filtered', figure: '0', words: 'filtered out', rows: 0 },
      {
        part: 'left out',
        figure: '6',
        words:
          'not added in: 3 benefit estimates, 1 market estimate, 1 yearly spend and 1 of unstated size',
        rows: 6,
      },
      { part: 'unread', figure: '0', words: 'unread', rows: 0 },
    ]);
    expect(bookCloses(whole.finding.ledger)).toBe('15 rows in the file, 15 accounted for.');
    const { ledger } = whole.finding;
    const many = {
      ...ledger,
      unread: { ...ledger.unread, rows: 2000 },
      file: { ...ledger.file, rows: 2015 },
    };
    expect(bookCloses(many)).toBe('2,015 rows in the file, 2,015 accounted for.');
    expect(bookCloses(many, true)).toBe('2,015 rows read so far, 2,015 accounted for.');
    expect(standfirstOf(ledger, whole.measure, { ...card, partial: true })).toMatch(
      /^So far: at least /i,
    );
  });

  test('counts what is filtered out with its sum', () => {
    const [, filtered] = bookEntries(some.finding.ledger, some.measure, card);
    expect(filtered).toMatchObject({ figure: '7', rows: 7 });
    expect(filtered!.words).toBe(
      'filtered out by you: at least £5.655bn in 6 figures, 1 more of unstated size',
    );
  });

  test.each<[readonly Filter[], string]>([
    [[], 'Commitments: at least £6.335bn in 9 figures, 1 more of unstated size'],
    [[transport], 'Commitments, Transport: £680m in 3 figures'],
    [
      [transport, { on: 'values', dimension: 'announced', among: ['Autumn Statement 2016'] }],
      'Commitments, Transport, announced at Autumn Statement 2016: £530m in 2 figures',
    ],
    [
      [{ on: 'values', dimension: 'sector', among: ['Policing'] }],
      'Commitments, Policing: 1 figure of unstated size',
    ],
    [
      [{ on: 'amount', from: 100 * million, to: 1000 * million }],
      'Commitments, between £100m and £1bn: at least £650m in 3 figures',
    ],
    [
      [{ on: 'amount', from: null, to: 30 * million }],
      'Commitments, up to £30m: £60m in 2 figures',
    ],
    [[{ on: 'text', matches: 'zzz' }], 'Commitments, mentioning “zzz”: no figure'],
  ])('with the selection %j reads as a sentence', async (filters, sentence) => {
    const { finding: found, measure } = await shown({ filters });
    expect(selectionSentence(filters, measure, found.whole, card)).toBe(sentence);
  });

  test('names the days of a period, the last one inside', () => {
    const within = { start: dayOf(2017, 4, 1), end: dayOf(2018, 4, 1) };
    expect(clauseWords({ on: 'period', within }, card, whole.measure)).toContain(
      '1 Apr 2017 to 31 Mar 2018',
    );
  });
});

test('measures of one kind are told apart by what differs', () => {
  const rows = [0, 0, 1, 2].map((measure, at) => plainRow({ record: at + 1, measure }));
  const { card } = new LocalEngine(datasetOf(rows));
  expect(MEASURES.map((measure) => countOf(2, measure, card))).toEqual([
    '2 awards in GBP',
    '2 spend figures',
    '2 awards in EUR',
  ]);
  expect(measureWords(award, card)).toBe('awards in GBP');
});
