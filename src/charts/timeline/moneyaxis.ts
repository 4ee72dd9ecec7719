import { ticks as roundTicks } from 'd3';
import type { Mark } from '../../drawing/drawing.ts';
import { textWidth } from '../../drawing/text.ts';
import type { Measure } from '../../model/measure.ts';
import type { Money } from '../../model/money.ts';
import { printMoney } from '../../words/amounts.ts';
import { AXIS_SIZE, type TimeAxis } from '../axis.ts';

export interface MoneyTick {
  readonly money: Money;
  readonly text: string;
}

const MOST = 4;
/** Between two lines, so that their amounts do not touch. */
const APART = 26;
const LEAST_APART = 16;
const SPACE = 8;

/**
 * Round amounts between `bottom` (zero or less) and `top`, three or four where `height` px allow,
 * each far enough from the others; zero is always among them.
 */
export function moneyTicks(
  bottom: Money,
  top: Money,
  height: number,
  measure: Measure,
): MoneyTick[] {
  const wanted = Math.min(MOST, Math.max(1, Math.floor(height / APART)));
  const perMoney = height / Math.max(1, top - bottom);
  const kept: MoneyTick[] = [{ money: 0, text: printMoney(0, measure) }];
  for (const tick of ticksOf(bottom, top, wanted, measure)) {
    const far = kept.every(({ money }) => Math.abs(tick.money - money) * perMoney >= LEAST_APART);
    if (far) kept.push(tick);
  }
  return kept;
}

function ticksOf(bottom: Money, top: Money, wanted: number, measure: Measure): MoneyTick[] {
  const unit = 10 ** measure.decimals;
  return roundTicks(bottom / unit, top / unit, wanted)
    .map((value) => Math.round(value * unit))
    .filter((money, at, all) => all.indexOf(money) === at)
    .map((money) => ({ money, text: printMoney(money, measure) }));
}

/** Room the amounts take to the left of the picture, however many there will be. */
export function gutterOf(bottom: Money, top: Money, measure: Measure): number {
  const counts = Array.from({ length: MOST }, (_, more) => more + 1);
  const texts = counts.flatMap((wanted) => ticksOf(bottom, top, wanted, measure));
  texts.push({ money: 0, text: printMoney(0, measure) });
  return Math.max(0, ...texts.map(({ text }) => textWidth(text, AXIS_SIZE) * 1.04)) + SPACE;
}

/** A line at every amount, the one at zero darker; `perMoney` px a unit of money. */
export function moneyAxisMarks(
  ticks: readonly MoneyTick[],
  { x0, x1 }: TimeAxis,
  zero: number,
  perMoney: number,
): Mark[] {
  return ticks.flatMap(({ money, text }): Mark[] => {
    const y = zero - money * perMoney;
    const line = { x0, y0: y, x1, y1: y, stroke: money === 0 ? 'quiet' : 'rule' } as const;
    const place = { x: x0 - SPACE + 2, y: y + 4, anchor: 'end', size: AXIS_SIZE } as const;
    return [
      { shape: 'line', key: `money:${money}`, subjects: [], ...line, strokeWidth: 1 },
      { shape: 'text', key: `money:${money} name`, subjects: [], ...place, text, fill: 'quiet' },
    ];
  });
}
