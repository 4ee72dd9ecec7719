import { describe, expect, test } from 'vitest';
import {
  geometryOf,
  haloOf,
  paintOf,
  PATTERNS,
  TEXTURES,
  texturesIn,
  type Brush,
} from '../../../src/drawing/attributes.ts';
import type { Mark, RectMark, TextMark } from '../../../src/drawing/drawing.ts';

const brush: Brush = {
  ink: (ink) => `ink ${ink}`,
  texture: (texture, ink) => `${texture} in ${ink}`,
};
const rect: RectMark = { shape: 'rect', key: 'r', subjects: [], x: 1, y: 2, width: 3, height: 4 };
const text: TextMark = {
  shape: 'text',
  key: 't',
  subjects: [],
  x: 1,
  y: 2,
  text: 'Words',
  size: 13,
  fill: 'on-c1',
};

describe('the attributes of a mark', () => {
  test('say where it is', () => {
    const line: Mark = { shape: 'line', key: 'l', subjects: [], x0: 1, y0: 2, x1: 3, y1: 4 };
    expect(geometryOf(rect)).toEqual({ x: 1, y: 2, width: 3, height: 4 });
    expect(geometryOf(line)).toEqual({ x1: 1, y1: 2, x2: 3, y2: 4 });
    expect(geometryOf({ shape: 'path', key: 'p', subjects: [], d: 'M0 0' })).toEqual({ d: 'M0 0' });
    expect(geometryOf(text)).toEqual({ x: 1, y: 2 });
  });

  test('paint nothing that is not asked for', () => {
    expect(paintOf(rect, brush)).toEqual({ fill: 'none' });
    const unpainted = { ...rect, fillOpacity: 0.5, dash: '2 2' };
    expect(paintOf(unpainted, brush)).toEqual({ fill: 'none' });
  });

  test('paint a fill, a texture in its ink, and an edge', () => {
    expect(paintOf({ ...rect, fill: 'c2', fillOpacity: 0.5 }, brush)).toEqual({
      fill: 'ink c2',
      'fill-opacity': 0.5,
    });
    expect(paintOf({ ...rect, fill: 'c2', texture: 'range' }, brush).fill).toBe('range in c2');
    expect(paintOf({ ...rect, texture: 'returned' }, brush).fill).toBe('returned in grey');
    expect(paintOf({ ...rect, stroke: 'rule', dash: '2 2' }, brush)).toEqual({
      fill: 'none',
      stroke: 'ink rule',
      'stroke-width': 1,
      'stroke-dasharray': '2 2',
    });
  });

  test('set text', () => {
    expect(paintOf(text, brush)).toEqual({ fill: 'ink on-c1', 'font-size': 13 });
    const right: TextMark = { ...text, bold: true, anchor: 'end' };
    expect(paintOf(right, brush)).toEqual({
      fill: 'ink on-c1',
      'font-size': 13,
      'font-weight': 700,
      'text-anchor': 'end',
    });
    expect(haloOf(brush)).toMatchObject({ fill: 'ink paper', stroke: 'ink paper' });
  });
});

test('the textures of a drawing are found once each, in an order that does not depend on the marks', () => {
  const marks: Mark[] = [
    { ...rect, fill: 'c2', texture: 'returned' },
    { ...rect, fill: 'c1', texture: 'range' },
    { ...rect, fill: 'c2', texture: 'returned' },
    { ...rect, texture: 'range' },
    { ...rect, fill: 'c3' },
    text,
  ];
  const found = [
    { texture: 'range', ink: 'c1' },
    { texture: 'range', ink: 'grey' },
    { texture: 'returned', ink: 'c2' },
  ];
  expect(texturesIn(marks)).toEqual(found);
  expect(texturesIn(marks.toReversed())).toEqual(found);
});

test('every texture has a pattern of its own', () => {
  expect(Object.keys(PATTERNS).sort()).toEqual([...TEXTURES].sort());
  expect(new Set(TEXTURES.map((texture) => PATTERNS[texture].d)).size).toBe(TEXTURES.length);
});
