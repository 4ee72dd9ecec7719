import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeBoxes, type Box } from '../../../src/shapes/skyline.ts';

const WIDTH = 300;
const side = fc.integer({ min: 1, max: WIDTH });
const anyBoxes = fc.array(fc.record({ width: side, height: side }), { maxLength: 25 });

describe('boxes placed along a skyline', () => {
  test('overlap nowhere, stay in the width and are as high as is said', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        const { places, height } = placeBoxes(boxes, WIDTH);
        const placed = boxes.map((box, at) => ({ ...box, ...places[at]! }));
        placed.forEach((a, at) => {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= WIDTH + 0.01).toBe(true);
          for (const b of placed.slice(at + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        });
        expect(height).toBe(Math.max(0, ...placed.map((box) => box.y + box.height)));
      }),
    );
  });

  test('stand as high, then as far left, as they fit', () => {
    const boxes: Box[] = [
      { width: 200, height: 100 },
      { width: 100, height: 40 },
      { width: 100, height: 40 },
      { width: 300, height: 10 },
    ];
    expect(placeBoxes(boxes, WIDTH).places).toEqual([
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 40 },
      { x: 0, y: 100 },
    ]);
  });

  test('stand at the left edge when they are too wide', () => {
    const wide = { width: 400, height: 10 };
    expect(placeBoxes([wide, wide], WIDTH).places).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 10 },
    ]);
  });
});
