import type { Drawing, LineMark, Mark, PathMark, TextMark } from '../../drawing/drawing.ts';
import { textWidth } from '../../drawing/text.ts';
import { THEMES, type ThemeId } from '../../drawing/themes.ts';
import { element } from '../xml.ts';
import { fillOf, NO_FILL, solid, strokeOf } from './paints.ts';
import { boxOf, piecesOf, type Box, type Piece, type Point } from './paths.ts';
import { ASCENT, DESCENT, letteringOf, paragraph, textBody } from './texts.ts';

/** Where a sheet stands on its slide: EMU a pixel, and the slide's place of the sheet's origin. */
export interface Placing {
  readonly perPx: number;
  readonly x: number;
  readonly y: number;
  readonly theme: ThemeId;
}

/** Numbers of the shapes of a slide; 1 is the slide's own tree. */
export class ShapeIds {
  #last = 1;
  next(): number {
    return ++this.#last;
  }
}

const DECORATIVE = element('a:extLst', {}, [
  element('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
    element('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ]),
]);
/** How far a plate of paper behind a text lets through what is under it. */
const PLATE_OPACITY = 0.72;

/** Identity of a shape: its name in the list of shapes, and what is said of it to those who do not see it. */
export function identity(
  id: number,
  name: string,
  says: { readonly alt?: string | undefined; readonly decorative?: boolean } = {},
): string {
  return element('p:cNvPr', { id, name, descr: says.alt }, says.decorative ? [DECORATIVE] : []);
}

/** The chart as one group of native shapes, one a mark, each called by the mark's key. */
export function chartGroup(
  drawing: Drawing,
  name: string,
  alt: string,
  placing: Placing,
  ids: ShapeIds,
): string {
  const box = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const { off, ext } = frameOf(box, placing);
  return element('p:grpSp', {}, [
    element('p:nvGrpSpPr', {}, [
      identity(ids.next(), name, { alt }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ]),
    element('p:grpSpPr', {}, [
      element('a:xfrm', {}, [
        element('a:off', off),
        element('a:ext', ext),
        element('a:chOff', off),
        element('a:chExt', ext),
      ]),
    ]),
    ...drawing.marks.map((mark) => shapeOf(mark, placing, ids.next())),
  ]);
}

function shapeOf(mark: Mark, placing: Placing, id: number): string {
  switch (mark.shape) {
    case 'text':
      return textShape(mark, placing, id);
    case 'line':
      return lineShape(mark, placing, id);
    case 'rect':
      return shape(mark, placing, id, mark, preset('rect'));
    case 'path': {
      const pieces = piecesOf(mark.d);
      const box = boxOf(pieces);
      return shape(mark, placing, id, box, outline(mark, pieces, box, placing.perPx));
    }
  }
}

function shape(
  mark: Exclude<Mark, TextMark>,
  placing: Placing,
  id: number,
  box: Box,
  geometry: string,
): string {
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [named(mark, id), element('p:cNvSpPr'), element('p:nvPr')]),
    element('p:spPr', {}, [
      transform(box, placing),
      geometry,
      fillOf(mark, placing.theme),
      strokeOf(mark, placing.theme, placing.perPx),
    ]),
  ]);
}

/** A mark with a label says it; one without says nothing that another does not. */
function named(mark: Mark, id: number): string {
  return identity(id, mark.key, { alt: mark.label, decorative: mark.label === undefined });
}

function lineShape(mark: LineMark, placing: Placing, id: number): string {
  const { x0, y0, x1, y1 } = mark;
  const box = {
    x: Math.min(x0, x1),
    y: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
  const rises = (x1 - x0) * (y1 - y0) < 0;
  return element('p:cxnSp', {}, [
    element('p:nvCxnSpPr', {}, [named(mark, id), element('p:cNvCxnSpPr'), element('p:nvPr')]),
    element('p:spPr', {}, [
      transform(box, placing, rises),
      preset('line'),
      strokeOf(mark, placing.theme, placing.perPx),
    ]),
  ]);
}

/** A box as wide as its words, so that the side they are set from stays where it is if they change. */
function textShape(mark: TextMark, placing: Placing, id: number): string {
  const { text, size, bold, anchor = 'start', halo } = mark;
  const width = textWidth(text, size, bold);
  const before = anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width;
  const box = {
    x: mark.x - before,
    y: mark.y - ASCENT * size,
    width,
    height: (ASCENT + DESCENT) * size,
  };
  const align = anchor === 'start' ? 'l' : anchor === 'middle' ? 'ctr' : 'r';
  const { theme, perPx } = placing;
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      identity(id, mark.key, { alt: mark.label }),
      element('p:cNvSpPr', { txBox: 1 }),
      element('p:nvPr'),
    ]),
    element('p:spPr', {}, [
      transform(box, placing),
      preset('rect'),
      halo ? solid(THEMES[theme].paper, PLATE_OPACITY) : NO_FILL,
    ]),
    textBody([paragraph(text, letteringOf(mark, theme, perPx), { align })]),
  ]);
}

export function preset(name: 'rect' | 'line'): string {
  return element('a:prstGeom', { prst: name }, [element('a:avLst')]);
}

/** A path in EMU from the corner of its own box. */
function outline(mark: PathMark, pieces: readonly Piece[], box: Box, perPx: number): string {
  const point = ({ x, y }: Point) =>
    element('a:pt', { x: emu((x - box.x) * perPx), y: emu((y - box.y) * perPx) });
  const steps = pieces.map((piece) => {
    switch (piece.do) {
      case 'move':
        return element('a:moveTo', {}, [point(piece.to)]);
      case 'line':
        return element('a:lnTo', {}, [point(piece.to)]);
      case 'curve':
        return element('a:cubicBezTo', {}, [...piece.by, piece.to].map(point));
      case 'close':
        return element('a:close');
    }
  });
  const { cx: w, cy: h } = extent(box, perPx);
  const path = { w, h, ...(mark.fill || mark.texture ? {} : { fill: 'none' }) };
  return element('a:custGeom', {}, [
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((list) => element(list)),
    element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', {}, [element('a:path', path, steps)]),
  ]);
}

function emu(length: number): number {
  return Math.round(length);
}

function extent({ width, height }: Box, perPx: number): { cx: number; cy: number } {
  return { cx: emu(width * perPx), cy: emu(height * perPx) };
}

/** A box of the sheet as a frame of the slide. */
export function frameOf(box: Box, { perPx, x, y }: Placing) {
  return {
    off: { x: emu(x + box.x * perPx), y: emu(y + box.y * perPx) },
    ext: extent(box, perPx),
  };
}

export function transform(box: Box, placing: Placing, flipped = false): string {
  const { off, ext } = frameOf(box, placing);
  return element('a:xfrm', flipped ? { flipV: 1 } : {}, [
    element('a:off', off),
    element('a:ext', ext),
  ]);
}
