import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeInLanes, type LaneBox } from '../../../src/shapes/lanes.ts';

const box = fc
  .tuple(fc.nat(500), fc.nat(200), fc.nat(80))
  .map(([x0, width, height]): LaneBox => ({ x0, x1: x0 + width, height }));

test('the first lane with room is taken, and a lane is as high as its highest box', () => {
  const boxes = [
    { x0: 0, x1: 10, height: 20 },
    { x0: 5, x1: 30, height: 5 },
    { x0: 15, x1: 25, height: 30 },
    { x0: 12, x1: 14, height: 1 },
  ];
  expect(placeInLanes(boxes, 4, 2)).toEqual({
    tops: [0, 32, 0, 39],
    lanes: [0, 1, 0, 2],
    height: 40,
  });
  expect(placeInLanes([], 4, 2)).toEqual({ tops: [], lanes: [], height: 0 });
});

test('no two boxes meet and none stands below the last lane', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), (boxes) => {
      const { tops, height } = placeInLanes(boxes, 4, 2);
      boxes.forEach((a, i) => {
        expect(tops[i]! + a.height).toBeLessThanOrEqual(height);
        boxes.slice(i + 1).forEach((b, more) => {
          const j = i + 1 + more;
          const aside = a.x1 + 4 <= b.x0 || b.x1 + 4 <= a.x0;
          const apart = tops[i]! + a.height <= tops[j]! || tops[j]! + b.height <= tops[i]!;
          expect(aside || apart).toBe(true);
        });
      });
    }),
  );
});
