import type { Ink, Mark, Texture } from './drawing.ts';
import type { TextMark } from './drawing.ts';

/** How a writer paints: what a paint and a texture are called where it writes. */
export interface Brush {
  readonly ink: (ink: TextMark['fill']) => string;
  /** Reference to the pattern of a texture in one ink: `url(#…)`. */
  readonly texture: (texture: Texture, ink: Ink) => string;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** Faces whose letters have Arial's widths, so that text is as wide wherever a picture lands. */
export const CHART_FONT = 'Arial, Arimo, Liberation Sans, Helvetica, sans-serif';

/**
 * The one table from marks to SVG attributes. The page and every file writer go through it, so
 * that they cannot drift apart. Only what the portable SVG profile allows is ever used: plain
 * presentation attributes, absolute positions, six-digit colours and opacity beside them.
 */
export function geometryOf(mark: Mark): Attributes {
  switch (mark.shape) {
    case 'rect':
      return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
    case 'path':
      return { d: mark.d };
    case 'line':
      return { x1: mark.x0, y1: mark.y0, x2: mark.x1, y2: mark.y1 };
    case 'text':
      return { x: mark.x, y: mark.y };
  }
}

export function paintOf(mark: Mark, brush: Brush): Attributes {
  if (mark.shape === 'text') {
    return {
      fill: brush.ink(mark.fill),
      'font-size': mark.size,
      ...(mark.bold ? { 'font-weight': 700 } : {}),
      ...(mark.anchor && mark.anchor !== 'start' ? { 'text-anchor': mark.anchor } : {}),
      ...presence(mark),
    };
  }
  const { fill, texture, stroke } = mark;
  const filled = texture ? brush.texture(texture, fill ?? 'grey') : fill && brush.ink(fill);
  return {
    fill: filled ?? 'none',
    ...(filled && mark.fillOpacity !== undefined ? { 'fill-opacity': mark.fillOpacity } : {}),
    ...(stroke ? { stroke: brush.ink(stroke), 'stroke-width': mark.strokeWidth ?? 1 } : {}),
    ...(stroke && mark.dash ? { 'stroke-dasharray': mark.dash } : {}),
    ...presence(mark),
  };
}

function presence({ opacity }: Mark): Attributes {
  return opacity === undefined ? {} : { opacity };
}

/** The rim of paper under a text with a halo, drawn as a second text below it. */
export function haloOf(brush: Brush): Attributes {
  return {
    fill: brush.ink('paper'),
    stroke: brush.ink('paper'),
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  };
}

export const TEXTURES: readonly Texture[] = ['range', 'assumed', 'returned'];

/** A texture as a small pattern cell: size, and lines in it. Diagonals leave no seam at the cell's edge. */
export const PATTERNS: Readonly<
  Record<
    Texture,
    { readonly size: number; readonly d: string; readonly width: number; readonly ground: number }
  >
> = {
  range: { size: 6, d: 'M-1 1L1 -1M0 6L6 0M5 7L7 5', width: 1.6, ground: 0.12 },
  assumed: { size: 6, d: 'M-1 5L1 7M0 0L6 6M5 -1L7 1', width: 1, ground: 0.3 },
  returned: { size: 5, d: 'M0 2.5L5 2.5M2.5 0L2.5 5', width: 1, ground: 0.15 },
};

/** The textures a drawing uses, with their inks, each once and in a fixed order. */
export function texturesIn(marks: readonly Mark[]): { texture: Texture; ink: Ink }[] {
  const found = new Map<string, { texture: Texture; ink: Ink }>();
  for (const mark of marks) {
    if (mark.shape === 'text' || !mark.texture) continue;
    const ink = mark.fill ?? 'grey';
    found.set(`${mark.texture}-${ink}`, { texture: mark.texture, ink });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, used]) => used);
}
