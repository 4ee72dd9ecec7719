/** What pdfkit takes and its published types do not have yet. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Left, top, right and bottom of what is shown, in points from the top left of the page. */
    bbox?: [number, number, number, number];
  }

  interface TableOptions {
    /** The element that the table's own structure goes under. */
    structParent?: PDFStructureElement;
  }

  interface PDFVector {
    dash(lengths: readonly number[]): this;
  }
}
