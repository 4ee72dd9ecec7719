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
import { THEMES } from '../drawing/themes.ts';
import { provenanceLines } from '../words/provenance.ts';
import type { Sheet } from './sheet.ts';

/** An element of an SVG as plain data; text among the children is text, whatever stands in it. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (SvgElement | string)[];
}

/**
 * A sheet as the elements of a standalone SVG: six-digit colours, one text element a line at absolute
 * positions, patterns with ids of their own, no styles, scripts, links or outside fonts. What is
 * shown of a figure and what is saved of it are both made of these. Where several stand on one page,
 * `prefix` keeps the ids of their patterns apart.
 */
export function sheetElement(sheet: Sheet, prefix = ''): SvgElement {
  const { width, height, physical, drawing, at, caption, spoken } = sheet;
  const paints = THEMES[sheet.theme];
  const brush: Brush = {
    ink: (ink) => paints[ink],
    texture: (texture, ink) => `url(#${prefix}${texture}-${ink})`,
  };
  const isFoot = (part: string) => part === 'notes' || part === 'source';
  const linesOf = (foot: boolean) =>
    sheet.words
      .filter(({ part }) => isFoot(part) === foot)
      .flatMap(({ lines }) => lines.flatMap((line) => markElements(line, brush)));
  const picture = element(
    'g',
    { transform: `translate(${at.x} ${at.y})` },
    drawing.marks.flatMap((mark) => markElements(mark, brush)),
  );
  return element(
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
      element('title', {}, [spoken?.alt ?? caption.headline]),
      element('desc', {}, [describe(sheet)]),
      ...patternsOf(drawing, brush, prefix),
      element('rect', { width, height, fill: paints.paper }),
      ...linesOf(false),
      ...(drawing.empty === undefined ? [picture] : []),
      ...linesOf(true),
    ],
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

function patternsOf({ marks }: Drawing, brush: Brush, prefix: string): SvgElement[] {
  const patterns = texturesIn(marks).map(({ texture, ink }) => {
    const { size, d, width, ground } = PATTERNS[texture];
    const colour = brush.ink(ink);
    return element(
      'pattern',
      {
        id: `${prefix}${texture}-${ink}`,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
      },
      [
        element('rect', { width: size, height: size, fill: brush.ink('paper') }),
        element('rect', { width: size, height: size, fill: colour, 'fill-opacity': ground }),
        element('path', { d, stroke: colour, 'stroke-width': width, fill: 'none' }),
      ],
    );
  });
  return patterns.length > 0 ? [element('defs', {}, patterns)] : [];
}

function markElements(mark: Mark, brush: Brush): SvgElement[] {
  const attributes = { ...geometryOf(mark), ...paintOf(mark, brush) };
  if (mark.shape === 'text') {
    const text = element('text', attributes, [mark.text]);
    const rim = element('text', { ...attributes, ...haloOf(brush) }, [mark.text]);
    return mark.halo ? [rim, text] : [text];
  }
  return [element(mark.shape, attributes, mark.label ? [element('title', {}, [mark.label])] : [])];
}

function element(
  name: string,
  attributes: Attributes,
  children: readonly (SvgElement | string)[] = [],
): SvgElement {
  return { name, attributes, children };
}
