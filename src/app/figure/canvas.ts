import type { Attributes } from '../../drawing/attributes.ts';
import { sheetElement, type SvgElement } from '../../export/elements.ts';
import type { Sheet } from '../../export/sheet.ts';

/** The page's own face for charts, which a picture drawn here can use as the page does. */
const FACE = 'Arimo, Arial, "Liberation Sans", Helvetica, sans-serif';
/** One of the browsers draws nothing on a canvas with a longer side. */
const LONGEST_SIDE = 11_180;

/**
 * Draws a sheet as a PNG of as many pixels as it measures at `dpi`. It is drawn element by element,
 * because a picture made from an SVG would not see the page's fonts. Rejects with a sentence where it
 * would be larger than browsers draw.
 */
export async function drawPng(sheet: Sheet, dpi: number): Promise<Blob> {
  const { width, height } = pixelsOf(sheet, dpi);
  if (Math.max(width, height) > LONGEST_SIDE) {
    throw new Error(
      `A picture of ${width} × ${height} pixels is more than a browser draws; fewer dots or a smaller size will do.`,
    );
  }
  const root = sheetElement(sheet);
  const words = textOf(root);
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 16px Arimo`, words)));
  const { canvas, context } = canvasOf(width, height);
  // The sides are whole pixels, so that the two scales may differ by a hair.
  context.scale(width / sheet.width, height / sheet.height);
  new Painter(context, width / sheet.width).paint(root);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser has no room to draw a picture of this size.'));
    }, 'image/png'),
  );
}

/** How many pixels a sheet measures at `dpi`. */
function pixelsOf({ width, height, physical }: Sheet, dpi: number) {
  const side = (units: number, millimetres?: number) =>
    Math.round((millimetres === undefined ? units / 96 : millimetres / 25.4) * dpi);
  return { width: side(width, physical?.width), height: side(height, physical?.height) };
}

function textOf({ name, children }: SvgElement): string {
  if (name === 'text') return children.join('');
  return children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('');
}

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser has no room to draw the picture.');
  return { canvas, context };
}

/** Paints the elements of a portable SVG as a browser would show them. */
class Painter {
  readonly #context: CanvasRenderingContext2D;
  readonly #scale: number;
  /** By what refers to them: "url(#range-c1)". */
  readonly #patterns = new Map<string, CanvasPattern>();

  /** `scale` is how many pixels a unit of the drawing takes. */
  constructor(context: CanvasRenderingContext2D, scale: number) {
    this.#context = context;
    this.#scale = scale;
  }

  paint(element: SvgElement): void {
    const { name, attributes, children } = element;
    const inside = children.filter((child) => typeof child !== 'string');
    switch (name) {
      case 'g': {
        const [x = 0, y = 0] = numbersIn(attributes['transform']);
        this.#context.translate(x, y);
        for (const child of inside) this.paint(child);
        this.#context.translate(-x, -y);
        return;
      }
      case 'svg':
      case 'defs':
        for (const child of inside) this.paint(child);
        return;
      case 'pattern':
        this.#patterns.set(`url(#${attributes['id']})`, this.#patternOf(attributes, inside));
        return;
      case 'text':
        this.#text(children.join(''), attributes);
        return;
      default: {
        const path = pathOf(name, attributes);
        if (path) this.#shape(path, attributes);
      }
    }
  }

  #text(text: string, attributes: Attributes): void {
    const context = this.#context;
    const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
    const anchor = attributes['text-anchor'];
    context.font = `${attributes['font-weight'] ?? 400} ${attributes['font-size']}px ${FACE}`;
    context.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'end' : 'start';
    if (this.#fills(attributes)) context.fillText(text, x, y);
    if (this.#strokes(attributes)) context.strokeText(text, x, y);
  }

  #shape(path: Path2D, attributes: Attributes): void {
    const context = this.#context;
    if (this.#fills(attributes)) context.fill(path);
    context.globalAlpha = 1;
    if (this.#strokes(attributes)) context.stroke(path);
    context.setLineDash([]);
  }

  /** Readies the context to fill, where the element is filled. */
  #fills(attributes: Attributes): boolean {
    const fill = String(attributes['fill'] ?? 'none');
    this.#context.fillStyle = this.#patterns.get(fill) ?? fill;
    this.#context.globalAlpha = Number(attributes['fill-opacity'] ?? 1);
    return fill !== 'none';
  }

  #strokes(attributes: Attributes): boolean {
    const context = this.#context;
    if (attributes['stroke'] === undefined) return false;
    context.globalAlpha = 1;
    context.strokeStyle = String(attributes['stroke']);
    context.lineWidth = Number(attributes['stroke-width'] ?? 1);
    context.lineJoin = attributes['stroke-linejoin'] === 'round' ? 'round' : 'miter';
    context.miterLimit = 4;
    context.setLineDash(numbersIn(attributes['stroke-dasharray']));
    return true;
  }

  /** A texture at the scale of the picture, in a cell of whole pixels, so that no line of it is torn. */
  #patternOf(attributes: Attributes, inside: readonly SvgElement[]): CanvasPattern {
    const size = Number(attributes['width']);
    const side = Math.ceil(size * this.#scale);
    const { canvas, context } = canvasOf(side, side);
    context.scale(side / size, side / size);
    const cell = new Painter(context, side / size);
    for (const element of inside) cell.paint(element);
    const pattern = this.#context.createPattern(canvas, 'repeat');
    if (!pattern) throw new Error('The browser has no room for a texture of the picture.');
    pattern.setTransform(new DOMMatrix().scale(size / side));
    return pattern;
  }
}

function numbersIn(text: string | number | undefined): number[] {
  return [...String(text ?? '').matchAll(/-?[\d.]+/g)].map(([number]) => Number(number));
}

function pathOf(name: string, attributes: Attributes): Path2D | null {
  const at = (key: string) => Number(attributes[key]);
  if (name === 'path') return new Path2D(String(attributes['d']));
  const path = new Path2D();
  if (name === 'rect') {
    path.rect(at('x') || 0, at('y') || 0, at('width'), at('height'));
  } else if (name === 'line') {
    path.moveTo(at('x1'), at('y1'));
    path.lineTo(at('x2'), at('y2'));
  } else return null;
  return path;
}
