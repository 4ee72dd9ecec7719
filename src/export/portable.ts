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
import { THEMES, type ThemeId } from '../drawing/colour.ts';
import type { Drawing, Mark } from '../drawing/drawing.ts';
import { breakLines } from '../drawing/text.ts';

/** The words around a picture. Each may be empty and then takes no room. */
export interface Caption {
  readonly headline: string;
  readonly subtitle: string;
  /** Sentences under the picture; the source comes last. */
  readonly notes: readonly string[];
  readonly source: string;
}

const MARGIN = 16;
const HEADLINE = { size: 22, line: 28 };
const SUBTITLE = { size: 14, line: 19 };
const NOTE = { size: 12, line: 16 };

/**
 * Writes a drawing as a standalone SVG that opens alike in browsers, Inkscape, librsvg and
 * LibreOffice: six-digit colours, one text element a line at absolute positions, patterns with ids
 * of their own, no styles, scripts, links or outside fonts. The same drawing gives the same bytes.
 */
export function portableSvg(drawing: Drawing, caption: Caption, theme: ThemeId): string {
  const paints = THEMES[theme];
  const brush: Brush = {
    ink: (ink) => paints[ink],
    texture: (texture, ink) => `url(#${texture}-${ink})`,
  };
  const width = drawing.width + 2 * MARGIN;
  const inner = drawing.width;
  const parts: string[] = [];
  let y = MARGIN;
  const paragraph = (
    text: string,
    set: { size: number; line: number },
    ink: 'ink' | 'quiet',
    bold = false,
  ) => {
    if (!text) return;
    for (const line of breakLines(text, set.size, bold, inner)) {
      y += set.line;
      parts.push(
        textElement(line, {
          x: MARGIN,
          y: y - (set.line - set.size),
          fill: brush.ink(ink),
          'font-size': set.size,
          ...(bold ? { 'font-weight': 700 } : {}),
        }),
      );
    }
  };
  paragraph(caption.headline, HEADLINE, 'ink', true);
  y += 4;
  paragraph(caption.subtitle, SUBTITLE, 'quiet');
  y += 12;
  if (drawing.empty !== undefined) {
    paragraph(drawing.empty, SUBTITLE, 'ink');
  } else {
    parts.push(
      `<g transform="translate(${MARGIN} ${y})">`,
      ...drawing.marks.flatMap((mark) => markElements(mark, brush)),
      '</g>',
    );
    y += drawing.height;
  }
  y += 12;
  paragraph([...drawing.notes, ...caption.notes].join(' '), NOTE, 'quiet');
  paragraph(caption.source, NOTE, 'quiet');
  const height = y + MARGIN;
  const patterns = texturesIn(drawing.marks).map(({ texture, ink }) => {
    const { size, d, width: lineWidth, ground } = PATTERNS[texture];
    const colour = brush.ink(ink);
    return element(
      'pattern',
      { id: `${texture}-${ink}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      [
        element('rect', { width: size, height: size, fill: paints.paper }),
        element('rect', { width: size, height: size, fill: colour, 'fill-opacity': ground }),
        element('path', { d, stroke: colour, 'stroke-width': lineWidth, fill: 'none' }),
      ],
    );
  });
  return (
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        'font-family': CHART_FONT,
        role: 'img',
      },
      [
        element('title', {}, [escaped(caption.headline)]),
        element('desc', {}, [
          escaped([caption.subtitle, ...caption.notes, caption.source].filter(Boolean).join(' ')),
        ]),
        ...(patterns.length > 0 ? [element('defs', {}, patterns)] : []),
        element('rect', { width, height, fill: paints.paper }),
        ...parts,
      ].map((part) => `\n${part}`),
    ) + '\n'
  );
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
  return `<text${written(attributes)}>${escaped(text)}</text>`;
}

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const inside = children.join('');
  return inside
    ? `<${name}${written(attributes)}>${inside}</${name}>`
    : `<${name}${written(attributes)}/>`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** Text for XML 1.0: markup escaped, and the control characters XML cannot hold replaced. */
function escaped(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
