import { expect, test } from 'vitest';
import { boxOf, piecesOf } from '../../../../src/export/office/paths.ts';

test('lines, curves and closes are taken as they stand', () => {
  expect(piecesOf('M1 2L3 4 5 -6C1 1 2 2 3.5 3Z')).toEqual([
    { do: 'move', to: { x: 1, y: 2 } },
    { do: 'line', to: { x: 3, y: 4 } },
    { do: 'line', to: { x: 5, y: -6 } },
    {
      do: 'curve',
      by: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
      to: { x: 3.5, y: 3 },
    },
    { do: 'close' },
  ]);
});

test('a circle of two arcs becomes curves that stay on it', () => {
  const pieces = piecesOf('M1.5 266.5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z');
  const { x, y, width, height } = boxOf(pieces);
  expect([x, y, width, height]).toEqual([1.5, 263, 7, 7].map((side) => expect.closeTo(side, 6)));
  for (const piece of pieces) {
    if (piece.do === 'close') continue;
    expect(Math.hypot(piece.to.x - 5, piece.to.y - 266.5)).toBeCloseTo(3.5, 6);
  }
});

test('an arc goes the way it says', () => {
  const middleOf = (d: string) => {
    const [, piece] = piecesOf(d);
    if (piece?.do !== 'curve') throw new Error('no curve');
    return piece.by[0].y;
  };
  // A quarter from (0, 0) to (1, 1): towards larger x first when it sweeps, larger y first when not.
  expect(middleOf('M0 0a1 1 0 0 1 1 1')).toBeCloseTo(0, 6);
  expect(middleOf('M0 0a1 1 0 0 0 1 1')).toBeCloseTo(0.5523, 3);
  expect(piecesOf('M0 0a1 1 0 1 1 1 1')).toHaveLength(4);
});

test.each(['M0 0Q1 1 2 2', 'M0 0L1', 'M0 0a1 2 0 0 1 1 1', 'M0 0Z1'])('%s is refused', (d) => {
  expect(() => piecesOf(d)).toThrow();
});
