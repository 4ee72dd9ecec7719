import type { TextMark } from '../../drawing/drawing.ts';
import { THEMES, type ThemeId } from '../../drawing/themes.ts';
import { element, escaped } from '../xml.ts';
import { solid } from './paints.ts';

/** The face all programs have, or have one of the same widths for. */
export const FACE = 'Arial';
/** Of Arial, in ems: above and below the baseline, and from line to line. */
export const ASCENT = 0.905;
export const DESCENT = 0.212;
export const LINE = 1.15;
const EMU_PER_POINT = 12_700;

export interface Lettering {
  readonly size: number;
  readonly bold?: boolean | undefined;
  readonly colour: string;
  readonly opacity?: number | undefined;
}

/** How a mark's text is set, its size in EMU. */
export function letteringOf(mark: TextMark, theme: ThemeId, perPx: number): Lettering {
  const { size, bold, fill, opacity } = mark;
  return { size: size * perPx, bold, colour: THEMES[theme][fill], opacity };
}

/** The properties of a run, or of a paragraph's end; sizes are hundredths of a point. */
function runProperties(name: string, { size, bold, colour, opacity }: Lettering): string {
  const sz = Math.max(100, Math.round((size / EMU_PER_POINT) * 100));
  return element(name, { lang: 'en-GB', sz, b: bold ? 1 : 0 }, [
    solid(colour, opacity),
    ...['a:latin', 'a:ea', 'a:cs'].map((script) => element(script, { typeface: FACE })),
  ]);
}

interface ParagraphSetting {
  readonly align?: 'l' | 'ctr' | 'r';
  /** From line to line, as a part of the natural distance. */
  readonly spacing?: number;
}

/** A paragraph of one run. */
export function paragraph(
  text: string,
  lettering: Lettering,
  { align = 'l', spacing = 1 }: ParagraphSetting = {},
): string {
  const properties = element('a:pPr', { marL: 0, indent: 0, algn: align }, [
    element('a:lnSpc', {}, [element('a:spcPct', { val: Math.round(spacing * 100_000) })]),
    element('a:spcBef', {}, [element('a:spcPts', { val: 0 })]),
    element('a:buNone'),
  ]);
  const words = text.replace(/\s+/g, ' ').trim();
  const run = element('a:r', {}, [
    runProperties('a:rPr', lettering),
    element('a:t', {}, [escaped(words)]),
  ]);
  const end = runProperties('a:endParaRPr', lettering);
  return element('a:p', {}, [properties, words ? run : '', end]);
}

/** The text of a shape: no margins, no fitting, so that it stands where and as large as it was set. */
export function textBody(
  paragraphs: readonly string[],
  { wraps = false, name = 'p:txBody' }: { readonly wraps?: boolean; readonly name?: string } = {},
): string {
  const body = element(
    'a:bodyPr',
    {
      wrap: wraps ? 'square' : 'none',
      lIns: 0,
      tIns: 0,
      rIns: 0,
      bIns: 0,
      anchor: 't',
      rtlCol: 0,
    },
    [element('a:noAutofit')],
  );
  return element(name, {}, [body, element('a:lstStyle'), ...paragraphs]);
}
