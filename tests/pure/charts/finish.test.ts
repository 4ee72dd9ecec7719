import { expect, test } from 'vitest';
import { finished } from '../../../src/charts/finish.ts';
import type { Mark } from '../../../src/drawing/drawing.ts';

const rect: Mark = {
  shape: 'rect',
  key: 'a',
  subjects: [],
  x: 0.126,
  y: 1 / 3,
  width: 10.004,
  height: 2 / 3,
};

test('numbers are rounded so that neighbours still meet', () => {
  const above = { ...rect, y: 0.005, height: 0.334 };
  const below = { ...rect, y: 0.339, height: 5 };
  const [first, second] = finished([above, below]);
  if (first?.shape !== 'rect' || second?.shape !== 'rect') throw new Error('no rect');
  expect(first.y + first.height).toBeCloseTo(second.y, 10);
  for (const number of [first.x, first.y, first.width, first.height]) {
    expect(Math.round(number * 100) / 100).toBe(number);
  }
});

test('a key that is there twice gets a number; what can be reached keeps its own', () => {
  const named: Mark = { ...rect, label: 'A' };
  expect(finished([rect, { ...rect }, named, { ...named }]).map(({ key }) => key)).toEqual([
    'a#3',
    'a#4',
    'a',
    'a#2',
  ]);
});

test('a number that is taken is passed over', () => {
  const keys = ['a', 'a#2', 'a'].map((key): Mark => ({ ...rect, key }));
  expect(finished(keys).map(({ key }) => key)).toEqual(['a', 'a#2', 'a#3']);
});

test('the order of marks is kept', () => {
  const named: Mark = { ...rect, key: 'b', label: 'B' };
  expect(finished([rect, named]).map(({ key }) => key)).toEqual(['a', 'b']);
});
