import { element, escaped } from '../xml.ts';
import { FACE } from './texts.ts';

/** Sizes are half points, distances twentieths of a point. */
const styles = [
  { id: 'Normal', name: 'Normal', size: 20, after: 120 },
  { id: 'Caption', name: 'caption', size: 24, bold: true, before: 240, after: 60, keeps: true },
  { id: 'Subtitle', name: 'Subtitle', size: 20, colour: '444444', after: 120, keeps: true },
  { id: 'Figure', name: 'Figure', size: 20, after: 60, keeps: true },
  { id: 'Source', name: 'Figure source', size: 17, colour: '444444', after: 60 },
  { id: 'Cell', name: 'Table text', size: 18, before: 40, after: 40 },
] as const;

export type WordStyle = (typeof styles)[number]['id'];

interface Written {
  readonly align?: 'right';
  readonly bold?: boolean;
  /** Stays on the page of what follows. */
  readonly keeps?: boolean;
}

/** A paragraph; what stands in it is runs, or a text. */
export function wordParagraph(
  style: WordStyle,
  inside: string | readonly string[],
  { align, bold, keeps }: Written = {},
): string {
  const runs = typeof inside === 'string' ? [wordRun(inside, bold)] : inside;
  return element('w:p', {}, [
    element('w:pPr', {}, [
      element('w:pStyle', { 'w:val': style }),
      ...(keeps ? [element('w:keepNext')] : []),
      ...(align ? [element('w:jc', { 'w:val': align })] : []),
    ]),
    ...runs,
  ]);
}

export function wordRun(text: string, bold = false): string {
  return element('w:r', {}, [
    ...(bold ? [element('w:rPr', {}, [element('w:b')])] : []),
    element('w:t', { 'xml:space': 'preserve' }, [escaped(text)]),
  ]);
}

/** "Figure 1. Words": a number that Word counts for itself, in the order of the document. */
export function wordCaption(label: 'Figure' | 'Table', nth: number, text: string): string {
  const number = element('w:fldSimple', { 'w:instr': ` SEQ ${label} \\* ARABIC ` }, [
    wordRun(String(nth)),
  ]);
  return wordParagraph('Caption', [wordRun(`${label} `), number, wordRun(`. ${text}`)]);
}

export function wordStyles(namespace: string): string {
  const letters = (size: number, bold: boolean, colour: string) =>
    element('w:rPr', {}, [
      element('w:rFonts', { 'w:ascii': FACE, 'w:hAnsi': FACE, 'w:cs': FACE }),
      ...(bold ? [element('w:b')] : []),
      element('w:color', { 'w:val': colour }),
      element('w:sz', { 'w:val': size }),
      element('w:szCs', { 'w:val': size }),
      element('w:lang', { 'w:val': 'en-GB' }),
    ]);
  return element('w:styles', { 'xmlns:w': namespace }, [
    element('w:docDefaults', {}, [
      element('w:rPrDefault', {}, [letters(20, false, '000000')]),
      element('w:pPrDefault'),
    ]),
    ...styles.map((style) => {
      const all = { bold: false, colour: '000000', before: 0, keeps: false, ...style };
      const isNormal = style.id === 'Normal';
      return element(
        'w:style',
        { 'w:type': 'paragraph', 'w:styleId': style.id, ...(isNormal ? { 'w:default': 1 } : {}) },
        [
          element('w:name', { 'w:val': style.name }),
          ...(isNormal ? [] : [element('w:basedOn', { 'w:val': 'Normal' })]),
          element('w:qFormat'),
          element('w:pPr', {}, [
            ...(all.keeps ? [element('w:keepNext')] : []),
            element('w:spacing', { 'w:before': all.before, 'w:after': all.after }),
          ]),
          letters(all.size, all.bold, all.colour),
        ],
      );
    }),
  ]);
}
