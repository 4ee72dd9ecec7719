import { PATTERNS } from '../../drawing/attributes.ts';
import type { Mark, TextMark, Texture } from '../../drawing/drawing.ts';
import { THEMES, type ThemeId } from '../../drawing/themes.ts';
import { element } from '../xml.ts';

type Painted = Exclude<Mark, TextMark>;

/** Office's own hatchings that come nearest to ours. */
const HATCHINGS: Readonly<Record<Texture, string>> = {
  range: 'wdUpDiag',
  assumed: 'ltDnDiag',
  returned: 'smGrid',
};

/** A six-digit colour, `#` and all, as DrawingML writes it; `opacity` from 0 to 1. */
export function colour(hex: string, opacity = 1): string {
  const alpha = opacity < 1 ? [element('a:alpha', { val: Math.round(opacity * 100_000) })] : [];
  return element('a:srgbClr', { val: hex.slice(1) }, alpha);
}

export function solid(hex: string, opacity = 1): string {
  return element('a:solidFill', {}, [colour(hex, opacity)]);
}

export const NO_FILL = element('a:noFill');

export function fillOf(
  { fill, fillOpacity = 1, texture, opacity = 1 }: Painted,
  theme: ThemeId,
): string {
  const paints = THEMES[theme];
  if (texture) {
    const ink = paints[fill ?? 'grey'];
    const ground = mixed(ink, paints.paper, PATTERNS[texture].ground);
    return element('a:pattFill', { prst: HATCHINGS[texture] }, [
      element('a:fgClr', {}, [colour(ink, opacity)]),
      element('a:bgClr', {}, [colour(ground, opacity)]),
    ]);
  }
  return fill ? solid(paints[fill], fillOpacity * opacity) : NO_FILL;
}

/** `perPx` is how many EMU (914,400 to the inch) a pixel of the drawing is. */
export function strokeOf(mark: Painted, theme: ThemeId, perPx: number): string {
  const { stroke, strokeWidth = 1, dash, opacity } = mark;
  if (!stroke) return element('a:ln', {}, [NO_FILL]);
  return element('a:ln', { w: Math.round(strokeWidth * perPx), cap: 'flat' }, [
    solid(THEMES[theme][stroke], opacity),
    dash ? dashes(dash, strokeWidth) : element('a:prstDash', { val: 'solid' }),
    element('a:miter', { lim: 800_000 }),
  ]);
}

/** Lengths of a dash in thousandths of a per cent of the line's width. */
function dashes(dash: string, strokeWidth: number): string {
  const lengths = dash.split(' ').map((px) => Math.round((Number(px) / strokeWidth) * 100_000));
  const [on = 0, off = on] = lengths;
  return element('a:custDash', {}, [element('a:ds', { d: on, sp: off })]);
}

/** The opaque colour that `ink` at an opacity gives on `paper`. */
function mixed(ink: string, paper: string, opacity: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) =>
    Math.round(channel(ink, at) * opacity + channel(paper, at) * (1 - opacity)),
  );
  return `#${channels.map((value) => value.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}
