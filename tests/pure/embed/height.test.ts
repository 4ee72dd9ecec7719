import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heightToTell, pictureHeight, type ToldHeight } from '../../../src/embed/height.ts';

const told = (height: number, width = 640, shown: unknown = 'first'): ToldHeight => ({
  height,
  width,
  room: null,
  shown,
});

test('a height is told in whole pixels', () => {
  expect(heightToTell(null, told(400.4)).height).toBe(401);
  expect(heightToTell(null, told(400)).height).toBe(400);
});

test('for one width and one view it grows and never shrinks, whatever is measured', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1 }), (heights) => {
      let now: ToldHeight | null = null;
      const said: number[] = [];
      for (const height of heights) {
        const next = heightToTell(now, told(height));
        if (next !== now) said.push(next.height);
        now = next;
      }
      expect(said).toEqual([...new Set(said)].sort((a, b) => a - b));
      expect(now?.height).toBe(Math.max(...heights));
    }),
  );
});

test('another width, room or view may take less', () => {
  const first = heightToTell(null, told(700));
  expect(heightToTell(first, told(500))).toBe(first);
  expect(heightToTell(first, told(500, 900)).height).toBe(500);
  expect(heightToTell(first, told(500, 640, 'next')).height).toBe(500);
  expect(heightToTell(first, { ...told(500), room: 480 }).height).toBe(500);
});

test('a picture fills the room that was kept, and is never too small to read', () => {
  expect(pictureHeight(640, 600, 100)).toBe(600 - 100 - 57);
  expect(pictureHeight(640, 200, 100)).toBe(240);
  expect(pictureHeight(248, 175, 200)).toBe(320);
  expect(pictureHeight(640, null, 100)).toBe(360);
});
