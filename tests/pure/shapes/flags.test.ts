import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAG_REACH, placeFlags, type Flag } from '../../../src/shapes/flags.ts';

const WIDTH = 600;
const flag = fc.record({ x: fc.nat(WIDTH), width: fc.nat(300) });

test('labels share a pole, turn to the left at the right edge, and have no place where none is', () => {
  const shared = [
    { x: 10, width: 40 },
    { x: 10, width: 40 },
  ];
  expect(placeFlags(shared, 100, 2)).toEqual([
    { row: 0, side: 'right' },
    { row: 1, side: 'right' },
  ]);
  expect(placeFlags([{ x: 90, width: 40 }], 100, 2)).toEqual([{ row: 0, side: 'left' }]);
  expect(placeFlags([{ x: 50, width: 90 }], 100, 2)).toEqual([null]);
});

test('no two labels meet, all are within the width and the rows', () => {
  fc.assert(
    fc.property(
      fc.array(flag, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      (flags, rows) => {
        const placed = placeFlags(flags, WIDTH, rows);
        const extents = flags.flatMap(({ x, width }: Flag, at) => {
          const place = placed[at];
          if (!place) return [];
          const x0 = place.side === 'right' ? x + FLAG_REACH : x - FLAG_REACH - width;
          return [{ row: place.row, x0, x1: x0 + width }];
        });
        for (const [at, a] of extents.entries()) {
          expect(a.row).toBeLessThan(rows);
          expect(a.x0).toBeGreaterThanOrEqual(0);
          expect(a.x1).toBeLessThanOrEqual(WIDTH);
          for (const b of extents.slice(at + 1)) {
            expect(a.row !== b.row || a.x1 <= b.x0 || b.x1 <= a.x0).toBe(true);
          }
        }
      },
    ),
  );
});
