import type { Filter } from '../../src/model/filter.ts';
import { dayOf } from '../../src/model/period.ts';
import type { DatasetCard } from '../../src/model/dataset.ts';
import type { Question } from '../../src/model/question.ts';

/** A question to time, told a number that is another each time. */
export interface Timed {
  readonly name: string;
  readonly question: (card: DatasetCard, time: number) => Question;
}

const TOP = 12;
const by = (...dimensions: string[]) => dimensions.map((dimension) => ({ dimension, top: TOP }));

/** Keeps every row, and is a clause not asked before. */
const everything = (time: number): Filter => ({ on: 'amount', from: -1 - time, to: null });

/** Three years, a month later each time: a brush being moved. */
function brushed(time: number): Filter {
  const start = dayOf(2012, 1 + (time % 12), 1) + 365 * Math.floor(time / 12);
  return { on: 'period', within: { start, end: start + 3 * 365 } };
}

function groups(stages: readonly string[], filter: (time: number) => Filter) {
  return (card: DatasetCard, time: number): Question => ({
    ask: 'groups',
    measure: card.measures[0]!.id,
    filters: [filter(time)],
    by: by(...stages),
    also: [],
  });
}

const SANKEY = ['funder', 'sector', 'region'];
const LEVELS = ['sector', 'programme', 'recipient'];

export const QUESTIONS: readonly Timed[] = [
  { name: 'Sankey of three stages', question: groups(SANKEY, everything) },
  { name: 'the same, asked again', question: groups(SANKEY, () => everything(0)) },
  { name: 'the same, under a moving brush', question: groups(SANKEY, brushed) },
  { name: 'treemap of three levels', question: groups(LEVELS, everything) },
  ...[true, false].map((spread) => ({
    name: `series by year, ${spread ? 'spread' : 'lump'}`,
    question: (card: DatasetCard, time: number): Question => ({
      ask: 'series',
      measure: card.measures[0]!.id,
      filters: [everything(time)],
      by: { dimension: 'sector', top: TOP },
      also: by('funder', 'region'),
      unit: 'year',
      calendar: 'financial',
      spread,
    }),
  })),
  {
    name: 'figures of one programme',
    question: (card, time) => ({
      ask: 'figures',
      measure: card.measures[0]!.id,
      filters: [
        { on: 'values', dimension: 'programme', among: [`programme ${1 + time}`] },
        everything(time),
      ],
      also: by('sector'),
      limit: 2000,
    }),
  },
  {
    name: 'rows behind a mark',
    question: (card, time) => ({
      ask: 'records',
      measure: card.measures[0]!.id,
      filters: [everything(time)],
      subjects: ['sector:sector 3', 'region:region 5'],
      from: 'selection',
      offset: 0,
      limit: 50,
    }),
  },
  {
    name: 'rows that contain a text',
    question: (card, time) => ({
      ask: 'groups',
      measure: card.measures[0]!.id,
      filters: [{ on: 'text', matches: `programme 1${time}` }],
      by: by('sector'),
      also: [],
    }),
  },
  {
    name: 'find a value',
    question: (card, time) => ({
      ask: 'find',
      text: `${time} `,
      measure: card.measures[0]!.id,
      limit: 8,
    }),
  },
];
