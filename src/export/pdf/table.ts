import type { Table } from '../../drawing/drawing.ts';
import type { Sheet } from '../sheet.ts';
import { FACE } from './paint.ts';

const A4 = 'A4';
const MARGIN = 48;
const SIZES = { heading: 14, cell: 9 } as const;
const PADDING = { top: 3, bottom: 3, left: 0, right: 12 } as const;
/** More than this a column takes only where there is room. */
const WIDEST = 180;

/**
 * Adds pages with the numbers behind a figure as a table, tagged as one: its heading, then a row of
 * headers and a row for each of the drawing's.
 */
export function addTable(
  pdf: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  { caption, drawing }: Sheet,
): void {
  const { columns, rows } = drawing.table;
  if (rows.length === 0) return;
  pdf.addPage({ size: A4, margin: MARGIN });
  pdf.fillColor('#000000', 1);
  const heading = () => {
    pdf.font(FACE.bold).fontSize(SIZES.heading).text(caption.headline, MARGIN, MARGIN);
  };
  parent.add(pdf.struct('H2', {}, heading));
  pdf.moveDown(0.8).font(FACE.regular).fontSize(SIZES.cell);
  const widths = widthsOf(pdf, drawing.table);
  const table = pdf.table({
    structParent: parent,
    columnStyles: columns.map(({ numeric }, column) => ({
      align: { x: numeric ? 'right' : 'left' },
      width: widths[column] ?? WIDEST,
    })),
    rowStyles: (row) => ({
      border: { top: 0, right: 0, bottom: row === 0 ? 1 : 0.4, left: 0 },
      borderColor: row === 0 ? '#000000' : '#BBBBBB',
      padding: PADDING,
    }),
  });
  table.row(columns.map(({ label }) => ({ text: label, type: 'TH', font: { src: FACE.bold } })));
  for (const { cells } of rows) table.row([...cells]);
  table.end();
}

/** What the columns' texts take, in the proportions that fill the page from edge to edge. */
function widthsOf(pdf: PDFKit.PDFDocument, { columns, rows }: Table): number[] {
  const wanted = columns.map(({ label }, column) => {
    const texts = [label, ...rows.map(({ cells }) => cells[column] ?? '')];
    const widest = Math.max(...texts.map((text) => pdf.widthOfString(text)));
    return Math.min(widest, WIDEST) + PADDING.left + PADDING.right + SIZES.cell;
  });
  const room = pdf.page.width - 2 * MARGIN;
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => (width * room) / all);
}
