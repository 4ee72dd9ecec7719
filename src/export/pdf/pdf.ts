import type PDFDocument from 'pdfkit';
import { PX_PER_MM } from '../../model/figure.ts';
import { provenanceLines } from '../../words/provenance.ts';
import type { SetWords, Sheet } from '../sheet.ts';
import { VERSION } from '../version.ts';
import { FACE, Painter } from './paint.ts';
import { addTable } from './table.ts';

/** The bytes of the two weights that figures are set in, as TrueType. */
export interface Faces {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** A figure as a page of its own; with `table`, the numbers behind it follow. */
export interface PdfPage {
  readonly sheet: Sheet;
  readonly table: boolean;
}

const POINTS_PER_MM = 72 / 25.4;
const LANGUAGE = 'en-GB';

/**
 * Figures as one PDF, a page for each of its own size: vectors in the SVG's geometry, the face
 * embedded, tagged as headings, paragraphs and figures with their alternative text (PDF/UA). The same
 * sheets and day give the same bytes. `Document` is pdfkit's, handed in since it is large.
 */
export async function sheetsPdf(
  Document: typeof PDFDocument,
  pages: readonly PdfPage[],
  faces: Faces,
  day: Date,
): Promise<Uint8Array> {
  const [first] = pages;
  if (!first) throw new Error('there is no figure to put in a PDF');
  const pdf = new Document({
    autoFirstPage: false,
    pdfVersion: '1.7',
    // The published types know the archival subsets alone.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: LANGUAGE,
    displayTitle: true,
    info: infoOf(first.sheet, day),
  });
  const bytes = gathered(pdf);
  pdf.registerFont(FACE.regular, bufferOf(faces.regular));
  pdf.registerFont(FACE.bold, bufferOf(faces.bold));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const { sheet, table } of pages) {
    addFigure(pdf, root, sheet);
    if (table) addTable(pdf, root, sheet);
  }
  root.end();
  pdf.end();
  return bytes;
}

function addFigure(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, sheet: Sheet): void {
  const { width, height, physical, at, drawing, spoken, caption } = sheet;
  const page = {
    width: (physical?.width ?? width / PX_PER_MM) * POINTS_PER_MM,
    height: (physical?.height ?? height / PX_PER_MM) * POINTS_PER_MM,
  };
  const scale = page.width / width;
  pdf.addPage({ size: [page.width, page.height], margin: 0 });
  const painter = new Painter(pdf, sheet.theme);
  /** Paints within marked content, where it has to begin and to end. */
  const scaled = (paint: () => void) => () => {
    pdf.save().scale(scale);
    paint();
    pdf.restore();
  };
  pdf.markContent('Artifact', { type: 'Layout' });
  scaled(() => painter.ground(width, height))();
  pdf.endMarkedContent();

  const say = ({ part, lines }: SetWords) => {
    const spaced = lines.map((line, nth) =>
      nth < lines.length - 1 ? { ...line, text: `${line.text} ` } : line,
    );
    const paint = scaled(() => spaced.forEach((line) => painter.paint(line)));
    root.add(pdf.struct(part === 'title' ? 'H1' : 'P', {}, paint));
  };
  const isFoot = ({ part }: SetWords) => part === 'notes' || part === 'source';
  sheet.words.filter((words) => !isFoot(words)).forEach(say);
  if (drawing.empty === undefined) {
    const [left, top] = [at.x * scale, at.y * scale];
    const right = left + drawing.width * scale;
    const bottom = top + drawing.height * scale;
    const alt = spoken?.alt ?? caption.headline;
    const paint = scaled(() => {
      pdf.translate(at.x, at.y);
      for (const mark of drawing.marks) painter.paint(mark);
    });
    root.add(pdf.struct('Figure', { alt, bbox: [left, top, right, bottom] }, paint));
  }
  sheet.words.filter(isFoot).forEach(say);
}

function infoOf({ caption, provenance, payload }: Sheet, day: Date) {
  const keywords = provenance ? provenanceLines(provenance).join(' ') : '';
  const title = caption.headline || provenance?.title || 'Figure';
  const text = {
    Title: new Entry(title),
    Subject: new Entry(caption.subtitle),
    Keywords: new Entry(keywords),
    Creator: new Entry(`Tranche ${VERSION}`),
    ...(payload === null ? {} : { Tranche: new Entry(`tranche:${payload}`) }),
  };
  // The types want plain strings, and an entry is written wherever a string is.
  return { ...text, CreationDate: day } as unknown as PDFKit.DocumentInfo;
}

/** Text about a root: written as it is into its dictionary, and with markup escaped into its XML. */
class Entry extends String {
  override toString(): string {
    return this.valueOf().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }
}

function gathered(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('error', reject);
    pdf.on('end', () => resolve(joined(pieces)));
  });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The same bytes on a buffer of their own, which is what the types of the writer take. */
function bufferOf({ buffer, byteOffset, length }: Uint8Array): ArrayBuffer {
  return new Uint8Array(buffer, byteOffset, length).slice().buffer;
}
