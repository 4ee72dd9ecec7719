import { inkOf } from '../../drawing/colour.ts';
import type { Action, Mark, Texture } from '../../drawing/drawing.ts';
import { textWidth } from '../../drawing/text.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import { isoOf, type Period, type TimeUnit } from '../../model/period.ts';
import type { Gathered } from '../../model/question.ts';
import { dimensionOf, isOther, type Subject } from '../../model/subject.ts';
import { totalOf, type Sum } from '../../model/sum.ts';
import type { View } from '../../model/view.ts';
import type { Column, ColumnPart, Stretch } from '../../shapes/columns.ts';
import { printSum } from '../../words/amounts.ts';
import { count } from '../../words/counts.ts';
import { printUnit } from '../../words/periods.ts';
import type { TimeAxis } from '../axis.ts';
import { nameOf } from '../spoken.ts';

/** Where columns stand. */
export interface ColumnPlot {
  readonly axis: TimeAxis;
  readonly unit: TimeUnit;
  /** Height of the line of no money, and px a unit of money. */
  readonly zero: number;
  readonly perMoney: number;
  /** Width of a column, and the part of its unit it fills. */
  readonly width: number;
  readonly fill: number;
}

/** Columns of units that the file's time begins or ends within. */
export interface Unfinished {
  readonly first: Period | null;
  readonly last: Period | null;
}

/** Nothing is drawn thinner, so that no sum disappears. */
const THINNEST = 0.25;
const CAP_SIZE = 12;

export function unfinishedIn(columns: readonly Column[], { span }: DatasetCard): Unfinished {
  const [first, last] = [columns[0]?.period, columns.at(-1)?.period];
  return {
    first: first && span && first.start < span.start ? first : null,
    last: last && span && last.end > span.end ? last : null,
  };
}

/** What choosing something of this subject does: it filters, or opens what is gathered. */
export function actionOn(subject: Subject): Action {
  return isOther(subject)
    ? { do: 'open', dimension: dimensionOf(subject) }
    : { do: 'filter', subjects: [subject] };
}

/** "£34m in 12 figures". A share of a figure that started earlier brings money and no figure. */
function sumOfPart(sum: Sum, measure: Measure): string {
  const amount = printSum({ ...sum, unstated: 0 }, measure);
  return sum.count > 0 ? `${amount} in ${count(sum.count, 'figure')}` : amount;
}

/** Columns from left to right, each from the axis up; the highest one has its amount over it. */
export function columnMarks(
  columns: readonly Column[],
  plot: ColumnPlot,
  unfinished: Unfinished,
  gathered: Gathered,
  view: View,
  card: DatasetCard,
  measure: Measure,
): Mark[] {
  const highest = columns.reduce<Column | undefined>(
    (best, column) => (column.top > (best?.top ?? 0) ? column : best),
    undefined,
  );
  const marks = columns.flatMap((column) => {
    const { period } = column;
    const unitWidth = plot.width / plot.fill;
    const x = plot.axis.x(period.start) + (unitWidth - plot.width) / 2;
    const partial = period === unfinished.first || period === unfinished.last;
    const unitName = printUnit(period.start, plot.unit, view.calendar);
    const parts = column.parts.flatMap((part) => {
      const { subject, sum } = part.point;
      const label = `${nameOf(subject, gathered)}, ${unitName}, ${sumOfPart(sum, measure)}`;
      return partMarks(part, label, x, plot, partial, card);
    });
    const end = partial ? [edgeMark(column, x, plot, period === unfinished.first)] : [];
    const open = column.open ? [openMark(column, x, plot)] : [];
    return [...parts, ...end, ...open];
  });
  return highest ? [...marks, capMark(highest, plot, measure)] : marks;
}

function partMarks(
  { point, sure, range, returned }: ColumnPart,
  label: string,
  x: number,
  plot: ColumnPlot,
  partial: boolean,
  card: DatasetCard,
): Mark[] {
  const { subject, touches, period } = point;
  const shared = { subjects: [subject], touches: new Set([subject, ...touches]) };
  const key = `${subject}@${isoOf(period.start)}`;
  const drawn: [string, Stretch | null, Texture | undefined][] = [
    ['', sure, undefined],
    [' range', range, 'range'],
    [' returned', returned, 'returned'],
  ];
  const marks = drawn.flatMap(([part, stretch, texture]): Mark[] => {
    if (!stretch) return [];
    const height = Math.max(THINNEST, (stretch.to - stretch.from) * plot.perMoney);
    const y = plot.zero - stretch.to * plot.perMoney;
    const gap = height > 4 && plot.width > 4;
    return [
      {
        shape: 'rect',
        key: `${key}${part}`,
        ...shared,
        x,
        y,
        width: plot.width,
        height,
        fill: inkOf(subject, card),
        ...(texture ? { texture } : {}),
        ...(partial ? { fillOpacity: 0.55 } : {}),
        ...(gap ? { stroke: 'paper', strokeWidth: 1 } : {}),
      },
    ];
  });
  return marks.map((mark, at) =>
    at === 0 ? { ...mark, key, label, action: actionOn(subject) } : mark,
  );
}

/** A dashed side where the file's time begins or ends within the unit. */
function edgeMark(
  { top, bottom, period }: Column,
  x: number,
  plot: ColumnPlot,
  first: boolean,
): Mark {
  const at = first ? x : x + plot.width;
  return {
    shape: 'line',
    key: `unfinished:${isoOf(period.start)}`,
    subjects: [],
    x0: at,
    y0: plot.zero - top * plot.perMoney,
    x1: at,
    y1: plot.zero - bottom * plot.perMoney,
    stroke: 'quiet',
    strokeWidth: 1,
    dash: '2 2',
  };
}

/** A dashed top where a figure in the column has no stated upper end. */
function openMark({ top, period }: Column, x: number, plot: ColumnPlot): Mark {
  const y = plot.zero - top * plot.perMoney - 1.5;
  const place = { x0: x, y0: y, x1: x + plot.width, y1: y } as const;
  const key = `open:${isoOf(period.start)}`;
  return {
    shape: 'line',
    key,
    subjects: [],
    ...place,
    stroke: 'ink',
    strokeWidth: 1.2,
    dash: '3 2',
  };
}

function capMark({ period, parts, top }: Column, plot: ColumnPlot, measure: Measure): Mark {
  const sum = totalOf(parts.map(({ point }) => point.sum));
  const text = printSum(
    { ...sum, low: sum.low - sum.returned, high: sum.high - sum.returned, unstated: 0 },
    measure,
  );
  const half = (textWidth(text, CAP_SIZE, true) * 1.04) / 2;
  const middle = plot.axis.x(period.start) + plot.width / plot.fill / 2;
  const x = Math.min(Math.max(middle, plot.axis.x0 + half), plot.axis.x1 - half);
  const y = plot.zero - top * plot.perMoney - 6;
  const place = { x, y, anchor: 'middle', size: CAP_SIZE, bold: true } as const;
  return {
    shape: 'text',
    key: 'cap:highest',
    subjects: [],
    ...place,
    text,
    fill: 'ink',
    halo: true,
  };
}
