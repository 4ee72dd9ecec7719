import { MOST_SHARED_TEXT } from './caps.ts';
import { Refusal } from './refusal.ts';
import { currencyOfFormat, kindOfFormat, type NumberKind } from './sheetvalues.ts';
import { attribute, readWholeXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/** A sheet of an XLSX workbook and the entry of the zip that holds it. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  readonly styles: readonly CellStyle[];
  /** Texts that cells refer to by their place; read when the first sheet is. */
  readonly texts: (signal?: AbortSignal) => Promise<readonly string[]>;
}

/** What the numbers of a cell style are, and the currency that it writes beside them. */
export interface CellStyle {
  readonly kind: NumberKind;
  readonly currency: string;
}

/** Reads what a workbook says of its sheets, and of its styles. */
export async function readWorkbook(
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<Workbook> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const part = (path: string) => {
    const entry = byPath.get(path);
    if (entry) return entry;
    throw new Refusal(
      `This workbook is damaged: its part "${path}" is missing. Download it again.`,
    );
  };
  const main = entries.find(({ path }) => /^xl\/workbook\d*\.xml$/.test(path));
  if (!main) throw new Refusal('This workbook has no list of sheets. Save it again as XLSX.');
  const relations = await readRelations(part(main.path.replace(/[^/]*$/, '_rels/$&.rels')), signal);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readWholeXml(main.open(signal), {
    open(tag, attributes) {
      if (tag === 'workbookPr')
        from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const path = relations.sheets.get(attribute(attributes, 'r:id') ?? '');
      const name = attribute(attributes, 'name') ?? '';
      const state = attribute(attributes, 'state') ?? 'visible';
      if (path !== undefined) sheets.push({ name, hidden: state !== 'visible', entry: part(path) });
    },
    text: () => undefined,
    close: () => undefined,
  });
  let texts: Promise<readonly string[]> | undefined;
  return {
    sheets,
    from1904,
    styles: relations.styles === '' ? [] : await readStyles(part(relations.styles), signal),
    texts: (stop) => (texts ??= readTexts(byPath.get(relations.texts), stop)),
  };
}

/** Where the parts of a workbook are, by the relations beside it. */
async function readRelations(entry: ZipEntry, signal?: AbortSignal) {
  const found = { sheets: new Map<string, string>(), styles: '', texts: '' };
  await readWholeXml(entry.open(signal), {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const type = attribute(attributes, 'Type') ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      if (type.endsWith('/worksheet')) found.sheets.set(attribute(attributes, 'Id') ?? '', path);
      if (type.endsWith('/styles')) found.styles = path;
      if (type.endsWith('/sharedStrings')) found.texts = path;
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

async function readStyles(entry: ZipEntry, signal?: AbortSignal) {
  const codes = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCells = false;
  await readWholeXml(entry.open(signal), {
    open(tag, attributes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (tag === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const code = codes.get(id);
      styles.push({ kind: kindOfFormat(id, code), currency: currencyOfFormat(code) });
    },
    text: () => undefined,
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readTexts(entry: ZipEntry | undefined, signal?: AbortSignal) {
  const texts: string[] = [];
  if (!entry) return texts;
  let text = '';
  let size = 0;
  let inText = false;
  let inSound = false;
  await readWholeXml(entry.open(signal), {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 't') inText = true;
      // How a name in Japanese is read aloud is not part of it.
      if (tag === 'rPh') inSound = true;
    },
    text(part) {
      if (inText && !inSound) text += part;
    },
    close(tag) {
      if (tag === 't') inText = false;
      if (tag === 'rPh') inSound = false;
      if (tag !== 'si') return;
      size += text.length;
      if (size > MOST_SHARED_TEXT) {
        throw new Refusal('The texts of this workbook are too large. Save its sheet as CSV.');
      }
      texts.push(plainText(text));
    },
  });
  return texts;
}

/** Text without the escapes that workbooks use for control characters: _x000D_ is a carriage return. */
export function plainText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
