import type { Drawing, Frame } from '../../drawing/drawing.ts';
import type { FiguresQuestion, SeriesQuestion } from '../../model/question.ts';
import { unitsIn, type TimeUnit } from '../../model/period.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import { withoutMatter } from '../../model/filter.ts';
import { topFor, type View } from '../../model/view.ts';
import type { Chart } from '../chart.ts';
import { linkedSplits } from '../linked.ts';
import { emptyReason, measureOf } from '../spoken.ts';
import { drawColumns } from './columns.ts';
import { drawFigures } from './figures.ts';
import { timeSpanOf } from './plan.ts';

/** Up to this many figures are drawn one by one. */
const ONE_BY_ONE = 40;
const MOST_COLUMNS = 60;
/** Rows of milestones that are tried where height is short. */
const SPARE_ROWS = [Infinity, 4, 2, 1];
const UNITS: readonly TimeUnit[] = ['month', 'quarter', 'year'];

type Questions = { readonly figures: FiguresQuestion; readonly series: SeriesQuestion };

/**
 * When the money runs: a bar a figure while there are few, columns by unit of time when there are
 * many. It never filters itself by the period chosen on it, but shows that as a window.
 */
export const timeline: Chart<Questions> = {
  id: 'timeline',
  title: 'When it runs',
  reading: ({ spread }) =>
    spread
      ? 'Length is the period, area the money, spread evenly over it.'
      : 'Area is the money, standing where its period starts.',
  asks(view, card) {
    const filters = withoutMatter(view.filters, 'period');
    const { measure, calendar, spread } = view;
    const colour = card.suggested.colour;
    return {
      figures: {
        ask: 'figures',
        measure,
        filters,
        also: linkedSplits(view, card, []),
        limit: ONE_BY_ONE,
      },
      series: {
        ask: 'series',
        measure,
        filters,
        by: { dimension: colour, top: topFor(view, colour) },
        also: linkedSplits(view, card, [colour]),
        unit: unitOf(view, card),
        calendar,
        spread,
      },
    };
  },
  draw({ figures: { figures }, series }, view, card, frame) {
    const measure = measureOf(view, card);
    const drawWith = (rows: number) =>
      figures
        ? drawFigures(figures, view, card, measure, frame, rows)
        : drawColumns(series, unitOf(view, card), view, card, measure, frame, rows);
    const drawing = frame.spare ? sparingly(drawWith, frame) : drawWith(Infinity);
    const nothing = figures
      ? figures.length === 0
      : series.points.length === 0 && series.undated.length === 0;
    if (!nothing) return drawing;
    const filters = withoutMatter(view.filters, 'period');
    return {
      ...drawing,
      ...frame,
      marks: [],
      notes: [],
      empty: emptyReason({ ...view, filters }, card),
    };
  },
};

/** With as many rows of milestones as leave the drawing within its frame. */
function sparingly(drawWith: (rows: number) => Drawing, { height }: Frame): Drawing {
  for (const rows of SPARE_ROWS) {
    const drawing = drawWith(rows);
    if (drawing.height <= height) return drawing;
  }
  return drawWith(0);
}

/** The unit of the columns: the view's own, or the finest that gives at most 60 of them. */
function unitOf(view: View, card: DatasetCard): TimeUnit {
  if (view.unit !== 'auto') return view.unit;
  const span = timeSpanOf(card);
  const few = UNITS.find((unit) => unitsIn(unit, view.calendar, span).length <= MOST_COLUMNS);
  return few ?? 'year';
}
