import { haloOf, PATTERNS } from '../../drawing/attributes.ts';
import type { Ink, Mark, TextMark, Texture } from '../../drawing/drawing.ts';
import { THEMES, type ThemeId } from '../../drawing/themes.ts';

type Pdf = PDFKit.PDFDocument;
type ShapeMark = Exclude<Mark, TextMark>;

/** Names under which the two weights of the face are known in a document. */
export const FACE = { regular: 'regular', bold: 'bold' } as const;

/**
 * Puts the marks of one sheet on the page, in the coordinates the document stands in: the same
 * geometry, colours, opacities and textures as in SVG.
 */
export class Painter {
  readonly #pdf: Pdf;
  readonly #paints: (typeof THEMES)[ThemeId];
  readonly #patterns = new Map<Texture, PDFKit.PDFTilingPattern>();

  constructor(pdf: Pdf, theme: ThemeId) {
    this.#pdf = pdf;
    this.#paints = THEMES[theme];
  }

  paint(mark: Mark): void {
    if (mark.shape === 'text') this.#text(mark);
    else this.#shape(mark);
  }

  ground(width: number, height: number): void {
    this.#pdf.rect(0, 0, width, height).fillColor(this.#paints.paper, 1).fill();
  }

  #shape(mark: ShapeMark): void {
    const { fill, texture, fillOpacity = 1, stroke, strokeWidth = 1, dash, opacity = 1 } = mark;
    if (texture) this.#textured(mark, texture, fill ?? 'grey', fillOpacity * opacity);
    else if (fill)
      this.#traced(mark)
        .fillColor(this.#paints[fill], fillOpacity * opacity)
        .fill();
    if (!stroke) return;
    const lengths = (dash ?? '')
      .split(/[ ,]+/)
      .map(Number)
      .filter((length) => length > 0);
    this.#pdf.save().lineWidth(strokeWidth).strokeColor(this.#paints[stroke], opacity);
    if (lengths.length > 0) this.#pdf.dash(lengths);
    this.#traced(mark).stroke().restore();
  }

  /** Paper, a tint of the ink, and lines of the ink over it, as the pattern in SVG has them. */
  #textured(mark: ShapeMark, texture: Texture, ink: Ink, opacity: number): void {
    const { ground } = PATTERNS[texture];
    const { paper, [ink]: colour } = this.#paints;
    this.#traced(mark).fillColor(paper, opacity).fill();
    this.#traced(mark)
      .fillColor(colour, ground * opacity)
      .fill();
    const pattern = this.#patternOf(texture);
    this.#traced(mark).fillColor([pattern, colour], opacity).fillOpacity(opacity).fill();
  }

  #patternOf(texture: Texture): PDFKit.PDFTilingPattern {
    const known = this.#patterns.get(texture);
    if (known) return known;
    const { size, d, width } = PATTERNS[texture];
    const lines = d.replace(
      /([ML])(-?[\d.]+) (-?[\d.]+)/g,
      (_, way: string, x: string, y: string) => ` ${x} ${y} ${way.toLowerCase()}`,
    );
    const made = this.#pdf.pattern([0, 0, size, size], size, size, `${width} w${lines} S`);
    this.#patterns.set(texture, made);
    return made;
  }

  #traced(mark: ShapeMark): Pdf {
    const pdf = this.#pdf;
    switch (mark.shape) {
      case 'rect':
        return pdf.rect(mark.x, mark.y, mark.width, mark.height);
      case 'path':
        return pdf.path(mark.d);
      case 'line':
        return pdf.moveTo(mark.x0, mark.y0).lineTo(mark.x1, mark.y1);
    }
  }

  #text(mark: TextMark): void {
    const { x, y, text, size, bold = false, anchor = 'start', fill, halo = false } = mark;
    const pdf = this.#pdf.font(bold ? FACE.bold : FACE.regular).fontSize(size);
    const share = anchor === 'start' ? 0 : anchor === 'middle' ? 0.5 : 1;
    const left = x - share * pdf.widthOfString(text);
    const place = { lineBreak: false, baseline: 'alphabetic' } as const;
    if (halo) {
      const width = Number(haloOf({ ink: () => '', texture: () => '' })['stroke-width']);
      pdf.save().lineWidth(width).lineJoin('round').strokeColor(this.#paints.paper, 1);
      pdf.fillColor(this.#paints.paper, 1);
      // Who reads the text of the page aloud or copies it should find it once.
      pdf.markContent('Span', { actual: ' ' });
      pdf.text(text, left, y, { ...place, fill: true, stroke: true }).restore();
      pdf.endMarkedContent();
    }
    pdf
      .fillColor(this.#paints[fill], mark.opacity ?? 1)
      .text(text, left, y, { ...place, fill: true, stroke: false });
  }
}
