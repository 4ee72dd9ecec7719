import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { openSource } from '../../../src/load/opensource.ts';
import type { Options } from '../../../src/load/plan.ts';
import { floorTo, isoOf, dayOf } from '../../../src/model/period.ts';
import { firstView } from '../../../src/model/view.ts';
import { fitting } from '../../../src/state/fitting.ts';
import { printUnit } from '../../../src/words/periods.ts';
import { encode, sourceOf } from './scan/feeding.ts';

async function engineOf(currency: string, options: Options = {}) {
  const text = `Supplier,Department,Amount ${currency},Date\nA,N,5,2018-01-31\nB,S,6,2018-02-13\n`;
  const result = await openSource([sourceOf(encode(text))], options);
  if ('refused' in result) throw new Error(result.refused);
  return new LocalEngine(result.dataset);
}

describe('years of money', () => {
  it.each([
    ['GBP', 'financial'],
    ['EUR', 'calendar'],
    ['JPY', 'financial'],
  ])('in %s run as is usual there', async (currency, calendar) => {
    expect(firstView((await engineOf(currency)).card).calendar).toBe(calendar);
  });

  it('change on screen when they are set by hand, and stay as the reader has them else', async () => {
    const [before, after] = [await engineOf('EUR'), await engineOf('EUR', { calendar: 'july' })];
    const view = firstView(before.card);
    expect(fitting(view, after, before.card).calendar).toBe('july');
    const own = { ...view, calendar: 'october' } as const;
    expect(fitting(own, await engineOf('EUR'), before.card).calendar).toBe('october');
  });

  it('begin in their month and are named by both years', () => {
    const day = dayOf(2018, 8, 5);
    expect(isoOf(floorTo('year', 'july', day))).toBe('2018-07-01');
    expect(isoOf(floorTo('year', 'october', day))).toBe('2017-10-01');
    expect(printUnit(floorTo('quarter', 'july', day), 'quarter', 'july')).toBe('Q1 2018-19');
  });
});
