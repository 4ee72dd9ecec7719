import { sheetsPdf } from '../export/pdf/pdf.ts';
import type { Sheet } from '../export/sheet.ts';
import { installed, isInFace, readFaces } from './installed.ts';

/**
 * Writes figures as one PDF, a page for each; with `table`, the numbers behind a figure follow it.
 * A PDF has to say when it was made: where no figure does, it is 1 January 1970.
 */
export async function toPdf(
  sheets: Sheet | readonly Sheet[],
  { table = false }: { readonly table?: boolean } = {},
): Promise<Uint8Array> {
  const list: readonly Sheet[] = isList(sheets) ? sheets : [sheets];
  const [{ default: Document }, faces] = await Promise.all([
    installed('pdfkit', () => import('pdfkit')),
    readFaces(),
  ]);
  const day = new Date(list[0]?.provenance?.made || 0);
  return sheetsPdf(
    Document,
    list.map((sheet) => ({ sheet, table })),
    faces,
    day,
  );
}

/** True where words of a figure have letters that the face lacks: a PDF shows an empty box for each. */
export function lacksLetters({ drawing, words }: Sheet): boolean {
  const marks = [...drawing.marks, ...words.flatMap(({ lines }) => lines)];
  return marks.some((mark) => mark.shape === 'text' && !isInFace(mark.text));
}

function isList(sheets: Sheet | readonly Sheet[]): sheets is readonly Sheet[] {
  return Array.isArray(sheets);
}
