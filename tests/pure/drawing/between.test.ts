import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wayBetween } from '../../../src/drawing/between.ts';
import type { Mark, RectMark } from '../../../src/drawing/drawing.ts';
import { LEFT_TO_RIGHT, ribbon } from '../../../src/drawing/geometry.ts';

const rect = (key: string, x: number, y: number, width: number, height: number): RectMark => ({
  shape: 'rect',
  key,
  subjects: [],
  x,
  y,
  width,
  height,
});
interface Ribbon {
  readonly from: { readonly along: number; readonly across: number };
  readonly far: number;
  readonly across: number;
  readonly width: number;
}
const box = (key: string, subjects: readonly string[], width: number): Mark => ({
  ...rect(key, 0, 0, width, 10),
  subjects,
  label: key,
  action: { do: 'filter', subjects },
});
const anyRect = fc
  .tuple(
    fc.nat(900),
    fc.nat(500),
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 1, max: 500 }),
  )
  .map(([x, y, width, height]) => rect('a', x, y, width, height));

/** Doubles would nearly all be next to 0. */
const anyMoment = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

describe('the way from one picture to the next', () => {
  test('begins with the one and ends with the other', () => {
    const from = rect('a', 0, 0, 10, 40);
    const to = rect('a', 100, 50, 80, 5);
    const way = wayBetween([from], [to], false, false);
    expect(way(0)).toEqual([from]);
    expect(way(1)).toEqual([to]);
  });

  test('makes no mark larger than the larger of its ends', () => {
    fc.assert(
      fc.property(anyRect, anyRect, anyMoment, (a, b, t) => {
        const [mark] = wayBetween([a], [b], false, false)(t);
        const area = ({ width, height }: RectMark) => width * height;
        if (mark?.shape !== 'rect') throw new Error('the mark changed its shape');
        const most = Math.max(area(a), area(b));
        expect(area(mark)).toBeLessThanOrEqual(most * 1.01 + 1);
        expect(area(mark)).toBeGreaterThanOrEqual(Math.min(area(a), area(b)) * 0.98 - 1);
      }),
    );
  });

  test('makes no ribbon larger either, and keeps it between its nodes', () => {
    const anyEnd = fc.record({ along: fc.nat(400), across: fc.nat(300) });
    const anyRibbon = fc.record({
      from: anyEnd,
      far: fc.integer({ min: 10, max: 500 }),
      across: fc.nat(300),
      width: fc.integer({ min: 1, max: 200 }),
    });
    const markOf = ({ from, far, across, width }: Ribbon): Mark => ({
      shape: 'path',
      key: 'a',
      subjects: [],
      d: ribbon(from, { along: from.along + far, across }, width, LEFT_TO_RIGHT),
    });
    const sizes = (mark: Mark | undefined) => {
      if (mark?.shape !== 'path') throw new Error('the mark changed its shape');
      const numbers = (mark.d.match(/-?[\d.]+/g) ?? []).map(Number);
      const [x0 = 0, y0 = 0] = numbers;
      const [x1 = 0, , , y1 = 0] = [numbers[6], numbers[7], numbers[14], numbers[15]];
      return { x0, x1, area: (x1 - x0) * (y1 - y0) };
    };
    fc.assert(
      fc.property(anyRibbon, anyRibbon, anyMoment, (a, b, t) => {
        const [from, to] = [markOf(a), markOf(b)];
        const [begins, ends] = [sizes(from), sizes(to)];
        const on = sizes(wayBetween([from], [to], false, true)(t)[0]);
        expect(on.area).toBeLessThanOrEqual(Math.max(begins.area, ends.area) * 1.01 + 4);
        expect(on.x0).toBeGreaterThanOrEqual(Math.min(begins.x0, ends.x0) - 0.01);
        expect(on.x1).toBeLessThanOrEqual(Math.max(begins.x1, ends.x1) + 0.01);
      }),
    );
  });

  test('lets marks go before it lets others come', () => {
    const way = wayBetween([rect('old', 0, 0, 1, 1)], [rect('new', 0, 0, 1, 1)], false, false);
    const opacities = (t: number) => way(t).map(({ key, opacity = 1 }) => [key, opacity]);
    expect(opacities(0)).toEqual([
      ['old going', 1],
      ['new', 0],
    ]);
    expect(opacities(0.5)).toEqual([
      ['old going', 0],
      ['new', 0],
    ]);
    expect(opacities(1)).toEqual([['new', 1]]);
  });

  test('fades one into the other, and moves nothing, for those who want no motion', () => {
    const from = rect('a', 0, 0, 10, 40);
    const to = rect('a', 100, 50, 80, 5);
    const way = wayBetween([from], [to], true, false);
    for (const t of [0, 0.3]) {
      expect(way(t)).toEqual([
        { ...from, key: 'a going', element: 'a again', opacity: 1 - t },
        { ...to, opacity: t },
      ]);
    }
    expect(way(1)).toEqual([to]);
  });

  test('shows a mark by the element of the one it came from, there and back', () => {
    const node = box('programme:X', ['programme:X'], 40);
    const tile = box('sector:Y programme:X', ['sector:Y', 'programme:X'], 80);
    const [shown] = wayBetween([node], [tile], false, false)(1);
    expect(shown).toEqual({ ...tile, element: 'programme:X' });
    expect(wayBetween([shown!], [node], false, false)(1)).toEqual([node]);
    // Another mark that takes its key later has an element of its own.
    const later = wayBetween([shown!], [tile, box('programme:X', [], 5)], false, false)(1);
    expect(later.map(({ element }) => element)).toEqual(['programme:X', 'programme:X again']);
  });

  test('lets what leaves be seen, and no longer be chosen or spoken of', () => {
    const [gone] = wayBetween([box('a', ['a:b'], 10)], [], false, false)(0);
    expect(gone).toMatchObject({ key: 'a going', element: 'a' });
    expect(gone).not.toHaveProperty('label');
    expect(gone).not.toHaveProperty('action');
  });

  test('turns what stands back into what does not step by step', () => {
    const way = wayBetween(
      [{ ...rect('a', 0, 0, 1, 1), opacity: 0.3 }],
      [rect('a', 0, 0, 1, 1)],
      false,
      true,
    );
    expect(way(0)[0]?.opacity).toBe(0.3);
    expect(way(0.485)[0]?.opacity).toBeCloseTo(0.65);
    expect(way(1)[0]).not.toHaveProperty('opacity');
  });

  test('lets words that change, and outlines of another picture, go and come', () => {
    const text = (words: string): Mark => ({
      shape: 'text',
      key: 't',
      subjects: [],
      x: 0,
      y: 0,
      size: 12,
      fill: 'ink',
      text: words,
    });
    const path = (d: string): Mark => ({ shape: 'path', key: 'p', subjects: [], d });
    const keys = (from: Mark, to: Mark, same: boolean) =>
      wayBetween([from], [to], false, same)(0.5).map(({ key }) => key);
    expect(keys(text('£1bn'), text('£2bn'), true)).toEqual(['t going', 't']);
    expect(keys(text('£1bn'), text('£1bn'), true)).toEqual(['t']);
    expect(keys(path('M0 0L1 1'), path('M0 5L9 1'), true)).toEqual(['p']);
    expect(keys(path('M0 0L1 1'), path('M0 5L9 1'), false)).toEqual(['p going', 'p']);
    expect(keys(path('M0 0L1 1'), path('M0 0L1 1Z'), true)).toEqual(['p going', 'p']);
    const [middle] = wayBetween([path('M0 0L10 0')], [path('M0 0L20 10')], false, true)(0.485);
    expect(middle).toMatchObject({ d: 'M0 0L15 5' });
  });
});
