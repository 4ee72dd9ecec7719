import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCallouts, type Callout } from '../../../src/shapes/callouts.ts';

const WIDTH = 288;
const GAP = 8;
const at = (x: number, width: number, to = x + 2): Callout => ({ x, width, from: x - 2, to });

/** Marks in a row, each with a label no wider than the row. */
const anyRow = fc
  .array(
    fc.record({
      x: fc.double({ min: 0, max: WIDTH, noNaN: true }),
      width: fc.double({ min: 1, max: WIDTH, noNaN: true }),
      half: fc.double({ min: 0, max: 60, noNaN: true }),
    }),
    { maxLength: 30 },
  )
  .map((marks) =>
    marks.map(({ x, width, half }) => ({
      x,
      width,
      from: x - half,
      to: Math.min(WIDTH, x + half),
    })),
  );

describe('labels of a row of marks', () => {
  test('stay in the row, meet no other and touch their leader', () => {
    fc.assert(
      fc.property(anyRow, (callouts) => {
        const placed = placeCallouts(callouts, WIDTH, GAP);
        expect(placed).toHaveLength(callouts.length);
        placed.forEach((one, index) => {
          const { x, width } = callouts[index]!;
          expect(one.x0).toBeGreaterThanOrEqual(0);
          expect(one.x0 + width).toBeLessThanOrEqual(WIDTH + 1e-6);
          expect(one.x0).toBeLessThanOrEqual(x + 1e-6);
          expect(one.x0 + width).toBeGreaterThanOrEqual(x - 1e-6);
          placed.slice(index + 1).forEach((other, after) => {
            if (other.line !== one.line) return;
            const { width: otherWidth } = callouts[index + 1 + after]!;
            const apart =
              one.x0 + width + GAP <= other.x0 + 1e-6 ||
              other.x0 + otherWidth + GAP <= one.x0 + 1e-6;
            expect(apart).toBe(true);
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  test('stand in a mark that is wide enough, on the first line', () => {
    expect(placeCallouts([at(10, 80, 120)], WIDTH)).toMatchObject([{ x0: 10, line: 0 }]);
  });

  test('end at their leader where there is room to the left, else begin at it', () => {
    expect(placeCallouts([at(200, 80)], WIDTH)).toMatchObject([{ x0: 120, line: 0 }]);
    expect(placeCallouts([at(30, 80)], WIDTH)).toMatchObject([{ x0: 30, line: 0 }]);
  });

  test('go to further lines, where no leader runs through a nearer label', () => {
    const placed = placeCallouts([at(150, 100), at(180, 100), at(210, 100)], 220);
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 2]);
  });

  test('are none where there are no marks', () => {
    expect(placeCallouts([], WIDTH)).toEqual([]);
  });
});
