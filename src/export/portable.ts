import type { Drawing } from '../drawing/drawing.ts';
import type { ThemeId } from '../drawing/themes.ts';
import { sheetElement, type SvgElement } from './elements.ts';
import { sheetOf, type Caption, type Sheet } from './sheet.ts';
import { element, escaped } from './xml.ts';

/** A drawing at its own size as portable SVG. */
export function portableSvg(drawing: Drawing, caption: Caption, theme: ThemeId): string {
  return sheetSvg(sheetOf(drawing, caption, theme));
}

/**
 * Writes a sheet as a standalone SVG that opens alike in browsers, Inkscape, librsvg and
 * LibreOffice. The same sheet gives the same bytes.
 */
export function sheetSvg(sheet: Sheet): string {
  return `${written(sheetElement(sheet))}\n`;
}

function written({ name, attributes, children }: SvgElement): string {
  const inside = children.map((child) =>
    typeof child === 'string' ? escaped(child) : written(child),
  );
  // A line for each mark.
  if (name === 'svg' || name === 'g') {
    const lines = inside.map((line) => `\n${line}`);
    return element(name, attributes, name === 'g' ? [...lines, '\n'] : lines);
  }
  return element(name, attributes, inside);
}
