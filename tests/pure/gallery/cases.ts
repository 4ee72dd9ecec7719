import type { Frame } from '../../../src/drawing/drawing.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { dayOf } from '../../../src/model/period.ts';
import { ENGINES, type DataName } from './datasets.ts';

/** A view of a file at a size: a picture to look at, and a place where every law must hold. */
export interface Case {
  readonly name: string;
  readonly data: DataName;
  readonly view: View;
  readonly frame: Frame;
  /** Charts that show something of their own in this case. */
  readonly charts: readonly ChartId[];
}

type ChartId = 'sankey' | 'timeline' | 'treemap';
const ALL: readonly ChartId[] = ['sankey', 'timeline', 'treemap'];
const DESK: Frame = { width: 1000, height: 480 };

function make(
  name: string,
  data: DataName,
  patch: Partial<View> = {},
  charts: readonly ChartId[] = ALL,
  frame: Frame = DESK,
): Case {
  return {
    name,
    data,
    view: { ...firstView(ENGINES[data].card), ...patch },
    frame,
    charts,
  };
}

const transport = { on: 'values', dimension: 'sector', among: ['Transport'] } as const;
const policing = { on: 'values', dimension: 'sector', among: ['Policing'] } as const;
const council = { on: 'values', dimension: 'chain 4', among: ['Council'] } as const;
const autumn = {
  on: 'values',
  dimension: 'announced',
  among: ['Autumn Statement 2016'],
} as const;
const in2017 = {
  on: 'period',
  within: { start: dayOf(2017, 4, 1), end: dayOf(2018, 4, 1) },
} as const;
const PHONE: Frame = { width: 288, height: 420 };
const COLUMN: Frame = { width: 640, height: 420 };
const WIDE: Frame = { width: 1400, height: 520 };
const toRecipients = ['funder', 'sector', 'title'];

export const CASES: readonly Case[] = [
  make('first', 'strategy'),
  make('first-288', 'strategy', {}, ALL, PHONE),
  make('first-640', 'strategy', {}, ALL, COLUMN),
  make('first-1400', 'strategy', {}, ALL, WIDE),
  make('yearly-spend', 'strategy', { measure: 'yearly spend/GBP/per year' }),
  make('benefits', 'strategy', { measure: 'benefit estimate/GBP/total' }),
  make('benefits-288', 'strategy', { measure: 'benefit estimate/GBP/total' }, ALL, PHONE),
  make('market', 'strategy', { measure: 'market estimate/GBP/total' }),
  make('transport', 'strategy', { filters: [transport] }),
  make('transport-held', 'strategy', { filters: [transport], scale: 633_500_000_000 }),
  make('transport-288', 'strategy', { filters: [transport] }, ALL, PHONE),
  make('autumn-statement', 'strategy', { filters: [autumn] }),
  make('unstated-only', 'strategy', { filters: [policing] }),
  make('nothing', 'strategy', { filters: [transport, policing, { on: 'text', matches: 'zzz' }] }),
  make('period', 'strategy', { filters: [in2017] }),
  make('nested', 'strategy', { split: null }, ['treemap']),
  make('nested-288', 'strategy', { split: null }, ['treemap'], PHONE),
  make('zoomed', 'strategy', { split: null, zoom: ['Transport'] }, ['treemap']),
  make('by-funder', 'strategy', { split: 'funder' }, ['treemap']),
  make('two-stages', 'strategy', { stages: ['sector', 'funder'] }, ['sankey']),
  make('four-stages', 'strategy', { stages: ['announced', 'sector', 'programme', 'title'] }, [
    'sankey',
  ]),
  make(
    'four-stages-288',
    'strategy',
    { stages: ['announced', 'sector', 'programme', 'title'] },
    ['sankey'],
    PHONE,
  ),
  make('lump', 'strategy', { spread: false }, ['timeline']),
  make('grants', 'grants', { stages: toRecipients }),
  make('grants-288', 'grants', { stages: toRecipients }, ALL, PHONE),
  make('grants-640', 'grants', { stages: toRecipients, top: 5 }, ALL, COLUMN),
  make('grants-euro', 'grants', { stages: toRecipients, measure: 'award/EUR/total' }),
  make('grants-yearly', 'grants', { measure: 'award/GBP/per year', spread: false }),
  make('grants-opened', 'grants', { stages: toRecipients, opened: ['title'] }, ['sankey']),
  make('grants-nested', 'grants', { levels: ['sector', 'title'], split: null }, ['treemap']),
  make('grants-years', 'grants', { unit: 'year', calendar: 'calendar' }, ['timeline']),
  make('hostile', 'hostile'),
  make('hostile-288', 'hostile', {}, ALL, PHONE),
  make('chain', 'chain'),
  make('chain-288', 'chain', {}, ['sankey'], PHONE),
  make('chain-1400', 'chain', {}, ['sankey'], WIDE),
  make('chain-filtered', 'chain', { filters: [council] }, ['sankey']),
  make('hostile-nested', 'hostile', { split: null }, ['treemap']),
];
