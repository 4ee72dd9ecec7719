import { THEMES } from '../../drawing/themes.ts';
import { round } from '../../drawing/geometry.ts';
import { sentenceCase } from '../../words/counts.ts';
import type { SetWords, Sheet } from '../sheet.ts';
import { element } from '../xml.ts';
import { NO_FILL, solid } from './paints.ts';
import { chartGroup, identity, preset, ShapeIds, transform, type Placing } from './shapes.ts';
import { ASCENT, letteringOf, LINE, paragraph, textBody } from './texts.ts';

/** A slide's size in EMU. */
export interface SlideSize {
  readonly cx: number;
  readonly cy: number;
}

export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;

/** A sheet on a slide, as large as fits and in the middle of it. */
function placingOf(sheet: Sheet, size: SlideSize): Placing {
  const perPx = Math.min(size.cx / sheet.width, size.cy / sheet.height);
  return {
    perPx,
    x: (size.cx - sheet.width * perPx) / 2,
    y: (size.cy - sheet.height * perPx) / 2,
    theme: sheet.theme,
  };
}

/** A picture and its words as a slide. `payload` is the relationship of what it carries. */
export function sheetSlide(sheet: Sheet, size: SlideSize, payload: string | null): string {
  const placing = placingOf(sheet, size);
  const ids = new ShapeIds();
  const { drawing, at, caption, spoken } = sheet;
  const onSheet = {
    ...placing,
    x: placing.x + at.x * placing.perPx,
    y: placing.y + at.y * placing.perPx,
  };
  const isFoot = ({ part }: SetWords) => part === 'notes' || part === 'source';
  const words = (foot: boolean) =>
    sheet.words
      .filter((set) => isFoot(set) === foot)
      .map((set) => wordsShape(set, sheet, placing, ids));
  const chart =
    drawing.empty === undefined
      ? [
          chartGroup(
            drawing,
            `${sentenceCase(drawing.chart)} chart`,
            spoken?.alt ?? caption.headline,
            onSheet,
            ids,
          ),
        ]
      : [];
  return slide(THEMES[sheet.theme].paper, [...words(false), ...chart, ...words(true)], payload);
}

export function slide(paper: string, shapes: readonly string[], payload: string | null): string {
  return element('p:sld', NAMESPACES, [
    element('p:cSld', {}, [
      element('p:bg', {}, [element('p:bgPr', {}, [solid(paper), element('a:effectLst')])]),
      shapeTree(shapes),
      ...(payload === null
        ? []
        : [element('p:custDataLst', {}, [element('p:custData', { 'r:id': payload })])]),
    ]),
    element('p:clrMapOvr', {}, [element('a:masterClrMapping')]),
  ]);
}

export function shapeTree(shapes: readonly string[]): string {
  return element('p:spTree', {}, [
    element('p:nvGrpSpPr', {}, [
      element('p:cNvPr', { id: 1, name: '' }),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ]),
    element('p:grpSpPr'),
    ...shapes,
  ]);
}

/** Words as one text that can be edited; the title is the slide's own. */
function wordsShape(set: SetWords, sheet: Sheet, placing: Placing, ids: ShapeIds): string {
  const [first, second] = set.lines;
  if (!first) return '';
  const { size } = first;
  const line = second ? second.y - first.y : size * LINE;
  const box = {
    x: first.x,
    // What the lines are further apart than is natural stands over each of them.
    y: first.y - ASCENT * size - (line - size * LINE),
    width: round(sheet.width - 2 * first.x),
    height: line * set.lines.length,
  };
  const lettering = letteringOf(first, sheet.theme, placing.perPx);
  const isTitle = set.part === 'title';
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      identity(ids.next(), sentenceCase(set.part)),
      element('p:cNvSpPr', isTitle ? {} : { txBox: 1 }),
      element('p:nvPr', {}, isTitle ? [element('p:ph', { type: 'title' })] : []),
    ]),
    element('p:spPr', {}, [transform(box, placing), preset('rect'), NO_FILL]),
    textBody([paragraph(set.text, lettering, { spacing: line / (size * LINE) })], { wraps: true }),
  ]);
}
