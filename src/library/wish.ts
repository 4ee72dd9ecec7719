import { CHARTS } from '../charts/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetCard } from '../model/dataset.ts';
import {
  CARRIES,
  FIGURE_SIZES,
  FIGURE_THEMES,
  FIRST_SIZE,
  parseFigureSize,
  WORDS_FROM_DATA,
  type Carries,
  type FigureSize,
  type FigureSpec,
  type FigureTheme,
  type FigureWords,
} from '../model/figure.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import { CALENDARS, TIME_UNITS, type Calendar, type TimeUnit } from '../model/period.ts';
import { firstView, TOP_CHOICES, type View } from '../model/view.ts';
import { dimensionNamed, measureNamed, wordNamed } from './named.ts';
import { withClause } from './where.ts';

/**
 * A figure as it is asked for in words: everything may be left out and is then as the page shows it
 * first. Columns go by their id or header and measures by their id or kind, whatever the case.
 */
export interface Wish {
  readonly chart?: string;
  readonly measure?: string;
  /** Stages of a Sankey, left to right, or levels of a treemap, outermost first. */
  readonly by?: readonly string[];
  /** One treemap for each value of this column; null for one nested treemap. */
  readonly split?: string | null;
  /** Clauses of the selection, as `withClause` reads them. */
  readonly where?: readonly string[];
  /** How many values stand one by one before the rest is gathered in "Other". */
  readonly top?: number;
  /** Spread sums evenly over their periods, or stand them whole at their starts. */
  readonly time?: 'lump' | 'spread';
  readonly unit?: TimeUnit | 'auto';
  readonly calendar?: Calendar;
  /** The sum, in whole units, that fills the picture: figures of one scale can be compared; null for none. */
  readonly scale?: number | null;
  /** A name of `FIGURE_SIZES`, sides as in "160x90mm", or millimetres and the scale of the type. */
  readonly size?: string | FigureSize;
  readonly theme?: FigureTheme;
  readonly words?: Partial<FigureWords>;
  readonly carries?: Carries;
}

/** Where a wish starts from: a view, and of a picture that was read all else about it. */
export type Start = { readonly view: View } & Partial<FigureSpec>;

/** A flow goes from one stage to another. */
const FEWEST_STAGES = 2;

/** The figure that is wished for. Rejects with a sentence for what the data or the program lacks. */
export async function specOf(
  engine: Engine,
  wish: Wish,
  start: Start = { view: firstView(engine.card) },
): Promise<FigureSpec> {
  const { card } = engine;
  const charts = CHARTS.map(({ id }) => id);
  const chart = wordNamed('chart', charts, wish.chart ?? start.chart ?? start.view.lead);
  const measure = measureNamed(card, wish.measure ?? start.view.measure);
  let { filters } = start.view;
  for (const clause of wish.where ?? []) {
    filters = await withClause(engine, measure, filters, clause);
  }
  return {
    view: {
      ...start.view,
      ...dividedBy(card, chart, wish),
      lead: chart,
      measure: measure.id,
      filters,
      top: topOf(wish.top ?? start.view.top),
      spread: wish.time === undefined ? start.view.spread : isSpread(wish.time),
      unit: wordNamed('unit', ['auto', ...TIME_UNITS], wish.unit ?? start.view.unit),
      scale: wish.scale === undefined ? start.view.scale : scaleOf(wish.scale, measure),
      calendar: wordNamed('calendar', CALENDARS, wish.calendar ?? start.view.calendar),
    },
    chart,
    size: sizeOf(wish.size ?? start.size ?? FIRST_SIZE),
    theme: wordNamed('theme', FIGURE_THEMES, wish.theme ?? start.theme ?? 'print'),
    words: { ...WORDS_FROM_DATA, ...start.words, ...wish.words },
    carries: wordNamed('way to carry', CARRIES, wish.carries ?? start.carries ?? 'picture'),
  };
}

function dividedBy(card: DatasetCard, chart: string, { by, split }: Wish): Partial<View> {
  const ids = by?.map((name) => dimensionNamed(card, name).id);
  const parts = ids && [...new Set(ids)];
  const splitBy = split === undefined || split === null ? split : dimensionNamed(card, split).id;
  if (splitBy !== undefined && chart !== 'treemap') {
    throw new Error(`only a treemap is split, and this is a ${chart}`);
  }
  if (!parts) return splitBy === undefined ? {} : { split: splitBy, zoom: [] };
  switch (chart) {
    case 'sankey':
      if (parts.length < FEWEST_STAGES) {
        throw new Error('a Sankey needs two columns at least, such as funder,sector');
      }
      return { stages: parts };
    case 'treemap':
      return { levels: parts, split: splitBy ?? null, zoom: [] };
    default:
      throw new Error(`a ${chart} is not divided by columns`);
  }
}

function topOf(top: number): number {
  if (TOP_CHOICES.some((choice) => choice === top)) return top;
  throw new Error(
    `${top} values cannot stand before "Other"; it is one of ${TOP_CHOICES.join(', ')}`,
  );
}

/** A scale in smallest units; it is a sum of some size. */
function scaleOf(scale: number | null, measure: Measure): Money | null {
  if (scale === null) return null;
  const money = Math.round(scale * 10 ** measure.decimals);
  if (Number.isSafeInteger(money) && money > 0) return money;
  throw new Error(`${scale} is no sum that can fill a picture`);
}

function isSpread(time: string): boolean {
  return wordNamed('way to show time', ['lump', 'spread'], time) === 'spread';
}

function sizeOf(size: string | FigureSize): FigureSize {
  if (typeof size !== 'string') return size;
  const found = parseFigureSize(size);
  if (found) return found;
  const names = [...FIGURE_SIZES.keys()].join(', ');
  throw new Error(`there is no size "${size}"; there are: ${names}, or millimetres as 160x90mm`);
}
