import {
  CHART_FONT,
  geometryOf,
  haloOf,
  paintOf,
  PATTERNS,
  texturesIn,
  type Attributes,
  type Brush,
} from '../drawing/attributes.ts';
import type { Drawing, Mark } from '../drawing/drawing.ts';
import { THEMES, type ThemeId } from '../drawing/themes.ts';
import { provenanceLines } from '../words/provenance.ts';
import { sheetOf, type Caption, type Sheet } from './sheet.ts';
import { element, escaped } from './xml.ts';

/** A drawing at its own size as portable SVG. */
export function portableSvg(drawing: Drawing, caption: Caption, theme: ThemeId): string {
  return sheetSvg(sheetOf(drawing, caption, theme));
}

/**
 * Writes a sheet as a standalone SVG that opens alike in browsers, Inkscape, librsvg and
 * LibreOffice: six-digit colours, one text element a line at absolute positions, patterns with ids
 * of their own, no styles, scripts, links or outside fonts. The same sheet gives the same bytes.
 */
export function sheetSvg(sheet: Sheet): string {
  const { width, height, physical, drawing, at, caption, spoken } = sheet;
  const paints = THEMES[sheet.theme];
  const brush: Brush = {
    ink: (ink) => paints[ink],
    texture: (texture, ink) => `url(#${texture}-${ink})`,
  };
  const isFoot = (part: string) => part === 'notes' || part === 'source';
  const linesOf = (foot: boolean) =>
    sheet.words
      .filter(({ part }) => isFoot(part) === foot)
      .flatMap(({ lines }) => lines.flatMap((line) => markElements(line, brush)));
  return (
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: physical ? `${physical.width}mm` : width,
        height: physical ? `${physical.height}mm` : height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': CHART_FONT,
        role: 'img',
        ...(sheet.payload === null ? {} : { 'data-tranche': sheet.payload }),
      },
      [
        element('title', {}, [escaped(spoken?.alt ?? caption.headline)]),
        element('desc', {}, [escaped(describe(sheet))]),
        ...patternsOf(drawing, brush),
        element('rect', { width, height, fill: paints.paper }),
        ...linesOf(false),
        ...(drawing.empty === undefined
          ? [
              `<g transform="translate(${at.x} ${at.y})">`,
              ...drawing.marks.flatMap((mark) => markElements(mark, brush)),
              '</g>',
            ]
          : []),
        ...linesOf(true),
      ].map((part) => `\n${part}`),
    ) + '\n'
  );
}

/** What a picture says of itself: all it shows where that was written, and where it comes from. */
function describe({ caption, spoken, provenance }: Sheet): string {
  const words = [caption.subtitle, ...caption.notes, caption.source].filter(Boolean).join(' ');
  return [
    ...(spoken ? [spoken.description] : [words]),
    ...(provenance ? provenanceLines(provenance) : []),
  ].join('\n');
}

function patternsOf({ marks }: Drawing, brush: Brush): string[] {
  const patterns = texturesIn(marks).map(({ texture, ink }) => {
    const { size, d, width, ground } = PATTERNS[texture];
    const colour = brush.ink(ink);
    return element(
      'pattern',
      { id: `${texture}-${ink}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      [
        element('rect', { width: size, height: size, fill: brush.ink('paper') }),
        element('rect', { width: size, height: size, fill: colour, 'fill-opacity': ground }),
        element('path', { d, stroke: colour, 'stroke-width': width, fill: 'none' }),
      ],
    );
  });
  return patterns.length > 0 ? [element('defs', {}, patterns)] : [];
}

function markElements(mark: Mark, brush: Brush): string[] {
  if (mark.shape === 'text') {
    const attributes = { ...geometryOf(mark), ...paintOf(mark, brush) };
    const text = textElement(mark.text, attributes);
    return mark.halo ? [textElement(mark.text, { ...attributes, ...haloOf(brush) }), text] : [text];
  }
  const title = mark.label ? [element('title', {}, [escaped(mark.label)])] : [];
  return [element(mark.shape, { ...geometryOf(mark), ...paintOf(mark, brush) }, title)];
}

function textElement(text: string, attributes: Attributes): string {
  return element('text', attributes, [escaped(text)]);
}
