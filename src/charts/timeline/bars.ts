import type { Mark } from '../../drawing/drawing.ts';
import { civilOf, dayOf } from '../../model/period.ts';
import { placeInLanes } from '../../shapes/lanes.ts';
import { amountMarks, HAIRLINE, UNSTATED_SIZE, type Box } from './amountmarks.ts';
import type { TimeAxis } from '../axis.ts';
import type { Entry } from './entries.ts';
import {
  isWhole,
  LINE,
  setWords,
  settingMarks,
  settingWidth,
  type Setting,
  type Words,
} from './setting.ts';

/** How a figure with a period is drawn. */
export type Manner = 'spread' | 'lump' | 'yearly';

/** A figure on the time axis, with the top of its lane at 0. */
interface Bar {
  readonly entry: Entry;
  /** The mark whose area is the money. */
  readonly box: Box;
  /** Where its period begins and ends. */
  readonly x0: number;
  readonly x1: number;
  readonly setting: Setting | null;
  readonly textX: number;
  readonly textY: number;
  readonly height: number;
  /** What it takes up from left to right, words included. */
  readonly from: number;
  readonly to: number;
}

export interface PeriodBars {
  readonly bars: readonly Bar[];
  readonly tops: readonly number[];
  /** Lane of each bar, counted from the top. */
  readonly lanes: readonly number[];
  readonly height: number;
}

const INSET = 8;
const LANE_GAP = 12;
const MOST_EXTRA = 28;
/** Lump blocks are this much higher than wide, so that they do not pass for periods. */
const SLENDER = 2.5;
/** Ends stick out this far, so that they show on the thinnest bar. */
const END_ROOM = 3;
/** Half the height of the ends of the line that shows a lump's period. */
const PERIOD_END = 5;
const TORN = 5;
/** From words beside a lump to the line of its period. */
const ABOVE_PERIOD = 4;
const DAYS_IN_YEAR = 365.2425;

/**
 * Lays figures along an axis, in lanes in the order given: the length of a bar is its period, its
 * area `scale` px² per unit of money. With `roomy`, words say the rate and may take two lines under a bar.
 */
export function layBars(
  entries: readonly Entry[],
  manner: Manner,
  scale: number,
  axis: TimeAxis,
  roomy: boolean,
): PeriodBars {
  const bars = entries.map((entry) => layBar(entry, manner, scale, axis, roomy));
  const boxes = bars.map(({ from, to, height }) => ({ x0: from, x1: to, height }));
  return { bars, ...placeInLanes(boxes, 16, LANE_GAP) };
}

/** The same bars with their lanes further apart, as far as `height` allows and looks well. */
export function loosened(laid: PeriodBars, height: number): PeriodBars {
  const gaps = Math.max(0, ...laid.lanes);
  const extra = Math.min(MOST_EXTRA, (height - laid.height) / Math.max(1, gaps));
  if (extra <= 0) return laid;
  const tops = laid.tops.map((top, at) => top + extra * (laid.lanes[at] ?? 0));
  return { ...laid, tops, height: laid.height + extra * gaps };
}

function layBar(entry: Entry, manner: Manner, scale: number, axis: TimeAxis, roomy: boolean): Bar {
  const [x0, x1] = endsOf(entry, axis);
  const top = entry.open ? TORN : END_ROOM;
  const box = boxOf(entry, manner, scale, axis, x0, x1, top);
  const words: Words = {
    amount: entry.amount,
    name: entry.name,
    aside: manner === 'lump' || !roomy ? '' : entry.rate,
  };
  const ends = { entry, box, x0, x1 };
  if (manner === 'lump' && entry.stated) {
    const textX = box.x + box.width + INSET;
    const setting = setWords(words, axis.x1 - textX, 2);
    if (setting && isWhole(setting, words)) {
      const room = setting.length * LINE + ABOVE_PERIOD;
      const sunk = { ...box, y: top + Math.max(0, room - box.height) };
      const bottom = sunk.y + sunk.height;
      const to = Math.max(x1, textX + settingWidth(setting));
      const place = { setting, textX, textY: bottom - room, height: bottom + PERIOD_END };
      return { ...ends, box: sunk, ...place, from: Math.min(x0, box.x), to };
    }
  }
  const lines = Math.floor((box.height - 4) / LINE);
  const inside = entry.stated && lines > 0 ? setWords(words, box.width - 2 * INSET, lines) : null;
  if (inside && isWhole(inside, words) && manner !== 'lump') {
    const place = {
      textX: box.x + INSET,
      textY: top + Math.min(INSET - 2, (box.height - LINE) / 2),
    };
    const height = box.height + top + END_ROOM;
    return { ...ends, setting: inside, ...place, height, from: x0, to: x1 };
  }
  const right = setWords(words, axis.x1 - box.x, roomy ? 2 : 1);
  const setting =
    right && isWhole(right, words) ? right : setWords(words, axis.x1 - axis.x0, roomy ? 2 : 1);
  const width = setting ? settingWidth(setting) * 1.04 : 0;
  const textX = Math.max(axis.x0, Math.min(box.x, axis.x1 - width));
  const textY = top + box.height + END_ROOM;
  return {
    ...ends,
    setting,
    textX,
    textY,
    height: textY + (setting?.length ?? 0) * LINE,
    from: Math.min(textX, box.x, x0),
    to: Math.max(textX + width, box.x + box.width, x1),
  };
}

/** Height of a bar of one px² per unit of money, for what is drawn as long as its period. */
function heightOf({ size }: Entry, manner: Manner, axis: TimeAxis, x0: number, x1: number): number {
  const yearWidth = ((axis.x1 - axis.x0) * DAYS_IN_YEAR) / (axis.span.end - axis.span.start);
  return size / (manner === 'yearly' ? yearWidth : x1 - x0);
}

/** The scale at which a figure is `height` px high. */
export function scaleOfHeight(
  entry: Entry,
  manner: Manner,
  axis: TimeAxis,
  height: number,
): number {
  if (entry.size === 0) return Infinity;
  if (manner === 'lump') return height ** 2 / SLENDER / entry.size;
  const [x0, x1] = endsOf(entry, axis);
  return height / heightOf(entry, manner, axis, x0, x1);
}

/** Where a period begins and ends; at least a pixel apart. */
function endsOf({ period }: Entry, axis: TimeAxis): [number, number] {
  const { start, end } = period ?? axis.span;
  return [axis.x(start), Math.max(axis.x(end), axis.x(start) + 1)];
}

function boxOf(
  entry: Entry,
  manner: Manner,
  scale: number,
  axis: TimeAxis,
  x0: number,
  x1: number,
  y: number,
): Box {
  if (!entry.stated) return { x: x0, y, width: x1 - x0, height: UNSTATED_SIZE };
  if (manner === 'lump') {
    const width = Math.max(HAIRLINE, Math.sqrt((entry.size * scale) / SLENDER));
    const height = Math.max(HAIRLINE, (entry.size * scale) / width);
    return { x: Math.min(x0, axis.x1 - width), y, width, height };
  }
  const height = Math.max(HAIRLINE, scale * heightOf(entry, manner, axis, x0, x1));
  return { x: x0, y, width: x1 - x0, height };
}

/** The marks of laid bars whose lanes begin at `top`: shapes first, then the words over them. */
export function barMarks(
  { bars, tops }: PeriodBars,
  manner: Manner,
  axis: TimeAxis,
  top: number,
): { shapes: Mark[]; words: Mark[] } {
  const shapes: Mark[] = [];
  const words: Mark[] = [];
  bars.forEach((bar, at) => {
    const y = top + (tops[at] ?? 0);
    const box = { ...bar.box, y: bar.box.y + y };
    shapes.push(...moneyMarks(bar.entry, box, manner, axis), ...endMarks(bar, box, manner));
    if (!bar.setting) return;
    const { key, subject, touches } = bar.entry;
    const inside = bar.textY < bar.box.y + bar.box.height && bar.textX < box.x + box.width;
    const plain = manner === 'yearly' && bar.entry.sure === bar.entry.size && !bar.entry.returned;
    const paint = !inside
      ? { halo: true }
      : plain
        ? { fill: `on-${bar.entry.ink}` as const }
        : { fill: 'ink' as const, halo: true };
    const tie = { key, subjects: [subject], touches };
    words.push(...settingMarks(bar.setting, bar.textX, y + bar.textY, tie, paint));
  });
  return { shapes, words };
}

/** One box; for yearly money one box a year, the last as long as the year it is part of lasts. */
function moneyMarks(entry: Entry, box: Box, manner: Manner, axis: TimeAxis): Mark[] {
  if (manner === 'spread') return amountMarks(entry, box, 'assumed');
  if (manner === 'lump' || !entry.stated || !entry.period) return amountMarks(entry, box);
  const marks: Mark[] = [];
  const { year, month, day } = civilOf(entry.period.start);
  for (let nth = 0; ; nth++) {
    const start = dayOf(year + nth, month, day);
    if (start >= entry.period.end) return marks;
    const x = axis.x(start);
    const gap = nth > 0 ? 1 : 0;
    const width = axis.x(Math.min(dayOf(year + nth + 1, month, day), entry.period.end)) - x - gap;
    if (width <= 0) continue;
    const part = amountMarks(entry, { ...box, x: x + gap, width });
    marks.push(...(nth === 0 ? part : part.map((mark) => unspoken(mark, nth))));
  }
}

/** A further part of something already named. */
function unspoken(mark: Mark, nth: number): Mark {
  const { label: _label, action: _action, ...rest } = mark;
  return { ...rest, key: `${mark.key} year ${nth + 1}` };
}

/** The ends of a period: a solid edge for a stated day, a dashed one for a day we assumed. */
function endMarks({ entry, x0, x1 }: Bar, box: Box, manner: Manner): Mark[] {
  const { key, subject, touches, ink, figure } = entry;
  const shared = { shape: 'line', subjects: [subject], touches, stroke: ink } as const;
  const basis = figure.periodBasis;
  const bottom = box.y + box.height;
  const edges = [
    { name: 'start', x: x0, assumed: basis !== 'stated' && basis !== 'end assumed' },
    { name: 'end', x: x1, assumed: basis !== 'stated' && basis !== 'start assumed' },
  ];
  const [top, room] = manner === 'lump' ? [bottom, PERIOD_END] : [box.y, END_ROOM];
  const marks = edges.map(({ name, x, assumed }): Mark => ({
    ...shared,
    key: `${key} ${name}`,
    x0: x,
    y0: top - room,
    x1: x,
    y1: bottom + room,
    strokeWidth: assumed ? 1.5 : 2.5,
    ...(assumed ? { dash: '2 2.5' } : {}),
  }));
  if (manner !== 'lump') return marks;
  const line = { key: `${key} period`, x0, y0: bottom, x1, y1: bottom, strokeWidth: 1 };
  return [...marks, { ...shared, ...line }];
}
