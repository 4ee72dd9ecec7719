import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LEFT_TO_RIGHT,
  polygon,
  ribbon,
  round,
  thread,
  TOP_TO_BOTTOM,
  tornEdge,
} from '../../../src/drawing/geometry.ts';
import { boxOf, pointsOf } from '../gallery/extent.ts';

const anyLength = fc.double({ min: -2000, max: 2000, noNaN: true });

test('numbers are written with two decimals, and zero without a sign', () => {
  expect([1.005, -0.001, 2 / 3, -1.239].map(round)).toEqual([1, 0, 0.67, -1.24]);
  fc.assert(
    fc.property(anyLength, (value) => {
      expect(Math.abs(round(value) - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(String(round(value))).toMatch(/^-?\d+(\.\d{1,2})?$/);
      expect(Object.is(round(value), -0)).toBe(false);
    }),
  );
});

test('a polygon is closed', () => {
  expect(
    polygon([
      [0, 0],
      [1.234, 5],
      [-1, 2],
    ]),
  ).toBe('M0 0L1.23 5L-1 2Z');
});

test('a torn edge has whole teeth from side to side', () => {
  const points = pointsOf(tornEdge(10, 50, 20, 4));
  expect(points[0]).toEqual([10, 20]);
  expect(points.at(-1)).toEqual([50, 20]);
  expect(new Set(points.map(([, y]) => y))).toEqual(new Set([20, 24]));
  expect(pointsOf(tornEdge(0, 1, 0))).toHaveLength(5);
});

describe('a ribbon', () => {
  const from = { along: 10, across: 5 };
  const to = { along: 110, across: 45 };

  test('is as wide at both ends, with an S on both sides', () => {
    expect(ribbon(from, to, 8, LEFT_TO_RIGHT)).toBe(
      'M10 5C60 5 60 45 110 45L110 53C60 53 60 13 10 13Z',
    );
    expect(ribbon(from, to, 8, TOP_TO_BOTTOM)).toBe(
      'M5 10C5 60 45 60 45 110L53 110C53 60 13 60 13 10Z',
    );
  });

  test('without a width is a thread', () => {
    expect(thread(from, to, LEFT_TO_RIGHT)).toBe('M10 5C60 5 60 45 110 45');
  });

  test('stays between its ends', () => {
    fc.assert(
      fc.property(
        anyLength,
        anyLength,
        fc.double({ min: 0, max: 500, noNaN: true }),
        (a, b, width) => {
          const d = ribbon(
            { along: 0, across: a },
            { along: 100, across: b },
            width,
            LEFT_TO_RIGHT,
          );
          const box = boxOf({ shape: 'path', key: '', subjects: [], d });
          expect(box.x0).toBe(0);
          expect(box.x1).toBe(100);
          expect(box.y0).toBeCloseTo(Math.min(a, b), 1);
          expect(box.y1).toBeCloseTo(Math.max(a, b) + width, 1);
        },
      ),
    );
  });
});
