import { PNG_PAYLOAD, PNG_TITLE } from '../carry/pictures.ts';
import { withChunks } from '../carry/png.ts';
import { CHART_FONT } from '../drawing/attributes.ts';
import { sheetSvg } from '../export/portable.ts';
import type { Sheet } from '../export/sheet.ts';
import { PX_PER_MM } from '../model/figure.ts';
import { facePaths, installed, isInFace } from './installed.ts';

const FACE = 'Arimo';
const MM_PER_INCH = 25.4;

/** Dots to the inch unless it is said: two to a pixel of the screen. */
export const USUAL_DPI = 192;
/** Sides of a picture beyond which memory runs out before paper does. */
const LONGEST_SIDE = 20_000;

/**
 * Writes a figure as PNG of its exact size at `dpi` dots to the inch, set in the face that comes with
 * the package, with its title, its size on paper and what it carries. Rejects with a sentence when that is more than a picture can have.
 */
export async function toPng(
  sheet: Sheet,
  { dpi = USUAL_DPI }: { readonly dpi?: number } = {},
): Promise<Uint8Array> {
  const inches = (sheet.physical?.width ?? sheet.width / PX_PER_MM) / MM_PER_INCH;
  const width = Math.round(inches * dpi);
  const height = (width * sheet.height) / sheet.width;
  if (Math.max(width, height) > LONGEST_SIDE) {
    throw new Error(
      `a picture of more than ${LONGEST_SIDE} dots on a side is too large: lower dpi`,
    );
  }
  const [{ Resvg }, { regular, bold }] = await Promise.all([
    installed('@resvg/resvg-js', () => import('@resvg/resvg-js')),
    facePaths(),
  ]);
  const svg = sheetSvg({ ...sheet, payload: null }).replace(CHART_FONT, FACE);
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: [regular, bold],
      defaultFontFamily: FACE,
      loadSystemFonts: !isInFace(svg),
    },
  });
  const texts = new Map([
    [PNG_TITLE, sheet.caption.headline],
    ...(sheet.payload === null ? [] : [[PNG_PAYLOAD, sheet.payload] as const]),
  ]);
  const pixelsPerMetre = sheet.physical && (dpi * 1000) / MM_PER_INCH;
  return withChunks(picture.render().asPng(), { texts, pixelsPerMetre });
}
