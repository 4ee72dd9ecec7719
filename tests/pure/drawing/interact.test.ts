import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Drawing, Mark } from '../../../src/drawing/drawing.ts';
import { indexOf, isLit, litAmong } from '../../../src/drawing/emphasis.ts';
import {
  commandOf,
  middleOf,
  nextMark,
  reachable,
  type Direction,
} from '../../../src/drawing/interact.ts';
import { NO_NUMBERS } from '../gallery/nonumbers.ts';

const square = (key: string, x: number, y: number, label?: string): Mark => ({
  shape: 'rect',
  key,
  subjects: [`s:${key}`],
  x,
  y,
  width: 10,
  height: 10,
  ...(label === undefined ? {} : { label }),
});
const drawingOf = (marks: readonly Mark[]): Drawing => ({
  chart: 'sankey',
  width: 100,
  height: 100,
  marks,
  traces: [],
  notes: [],
  ...NO_NUMBERS,
});

describe('the keyboard', () => {
  const grid = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => square(`${row}${column}`, column * 20, row * 20, 'named')),
  );
  const middle = grid[4]!;

  test('reaches the marks that say what they are', () => {
    const marks = [square('a', 0, 0, 'A'), square('b', 0, 0), square('c', 0, 0, 'C')];
    expect(reachable(drawingOf(marks)).map(({ key }) => key)).toEqual(['a', 'c']);
  });

  test.each<[Direction, string]>([
    ['left', '10'],
    ['right', '12'],
    ['up', '01'],
    ['down', '21'],
  ])('goes %s to the nearest mark that way', (direction, key) => {
    expect(nextMark(grid, middle, direction).key).toBe(key);
  });

  test('goes through marks with one middle in their order', () => {
    const twins = [
      square('tile', 0, 0, 'a'),
      square('part', 0, 0, 'b'),
      square('other', 50, 0, 'c'),
    ];
    const [tile, part, other] = twins as [Mark, Mark, Mark];
    expect(nextMark(twins, tile, 'right')).toBe(part);
    expect(nextMark(twins, part, 'right')).toBe(other);
    expect(nextMark(twins, part, 'left')).toBe(tile);
  });

  test('goes on round where there is none that way', () => {
    expect(nextMark(grid, grid[8]!, 'right').key).toBe('00');
    expect(nextMark(grid, grid[0]!, 'up').key).toBe('22');
    expect(nextMark([middle], middle, 'down')).toBe(middle);
  });

  test('always goes to another mark, if there is one', () => {
    const place = fc.integer({ min: 0, max: 60 });
    const anyMarks = fc
      .array(fc.tuple(place, place), { minLength: 2, maxLength: 12 })
      .map((places) => places.map(([x, y], nth) => square(String(nth), x, y, 'named')));
    const anyDirection = fc.constantFrom<Direction>('left', 'right', 'up', 'down');
    fc.assert(
      fc.property(anyMarks, anyDirection, (marks, direction) => {
        for (const from of marks) {
          const next = nextMark(marks, from, direction);
          expect(next).not.toBe(from);
          expect(marks).toContain(next);
        }
      }),
    );
  });

  test.each([
    ['Home', { do: 'visit', mark: grid[0] }],
    ['End', { do: 'visit', mark: grid[8] }],
    ['ArrowLeft', { do: 'visit', mark: grid[3] }],
    ['Enter', { do: 'choose' }],
    [' ', { do: 'explain' }],
    ['Escape', { do: 'back' }],
    ['a', undefined],
    ['constructor', undefined],
  ])('%j is a command', (key, command) => {
    expect(commandOf(key, grid, middle)).toEqual(command);
  });

  test('knows the middle of every shape', () => {
    const line: Mark = { shape: 'line', key: 'l', subjects: [], x0: 0, y0: 0, x1: 10, y1: 20 };
    const path: Mark = { shape: 'path', key: 'p', subjects: [], d: 'M0 0L10 0L10 20L0 20Z' };
    expect([square('a', 0, 0), line, path].map(middleOf)).toEqual([
      [5, 5],
      [5, 10],
      [5, 10],
    ]);
  });
});

describe('pointing', () => {
  const mark = (key: string, ...touches: string[]): Mark => ({
    ...square(key, 0, 0),
    touches: new Set(touches),
  });
  const link = mark('link', 'sector:Tax', 'place:North');

  test('lights marks that have rows with all that is pointed at', () => {
    expect(isLit(link, ['sector:Tax'])).toBe(true);
    expect(isLit(link, ['sector:Tax', 'place:North'])).toBe(true);
    expect(isLit(link, ['sector:Tax', 'place:South'])).toBe(false);
    expect(isLit(link, ['sector:Health'])).toBe(false);
  });

  test('does not mind a dimension that the mark knows nothing of', () => {
    expect(isLit(link, ['sector:Tax', 'funder:HMRC'])).toBe(true);
    expect(isLit(link, ['funder:HMRC'])).toBe(false);
  });

  test('never lights furniture, nor anything when nothing is pointed at', () => {
    expect(isLit({ ...square('axis', 0, 0), subjects: [] }, ['sector:Tax'])).toBe(false);
    expect(isLit(link, [])).toBe(false);
  });

  test('finds the same marks through an index', () => {
    const anySubject = fc
      .tuple(fc.constantFrom('a', 'b', '__proto__'), fc.constantFrom('x', 'y', 'constructor'))
      .map(([dimension, value]) => `${dimension}:${value}`);
    const anyMarks = fc
      .array(fc.uniqueArray(anySubject, { maxLength: 4 }), { maxLength: 12 })
      .map((all) => all.map((touches, nth) => mark(String(nth), ...touches)));
    fc.assert(
      fc.property(anyMarks, fc.uniqueArray(anySubject, { maxLength: 3 }), (marks, focus) => {
        const lit = litAmong(indexOf(marks), focus).map(({ key }) => key);
        const expected = marks.filter((one) => isLit(one, focus)).map(({ key }) => key);
        expect(lit.sort()).toEqual(expected.sort());
      }),
    );
  });
});
