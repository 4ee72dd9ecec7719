import { PNG_PAYLOAD, PNG_TITLE } from '../../carry/pictures.ts';
import { withChunks } from '../../carry/png.ts';
import type { Sheet } from '../../export/sheet.ts';
import { provenanceLines } from '../../words/provenance.ts';
import { drawPng } from './canvas.ts';

const METRES_PER_INCH = 0.0254;

/** A sheet as a PNG that knows how large it is on paper, what it shows and where it comes from. */
export async function pngOf(sheet: Sheet, dpi: number): Promise<BlobPart> {
  const drawn = new Uint8Array(await (await drawPng(sheet, dpi)).arrayBuffer());
  const { caption, spoken, provenance, payload } = sheet;
  const texts = new Map([
    [PNG_TITLE, caption.headline],
    ['Description', spoken?.alt ?? caption.headline],
    ...(provenance ? ([['Source', provenanceLines(provenance).join('\n')]] as const) : []),
    ...(payload === null ? [] : ([[PNG_PAYLOAD, payload]] as const)),
  ]);
  return new Uint8Array(withChunks(drawn, { texts, pixelsPerMetre: dpi / METRES_PER_INCH }));
}
