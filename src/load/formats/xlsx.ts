import type { RecordFeed } from '../source.ts';
import { feed } from './feeding.ts';
import { Grid } from './grid.ts';
import { Refusal } from './refusal.ts';
import { numberText, serialText } from './sheetvalues.ts';
import { plainText, readWorkbook, type CellStyle, type Sheet, type Workbook } from './workbook.ts';
import { attribute, readWholeXml, readXml, type XmlHandler } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/**
 * The sheets of an XLSX workbook, hidden ones last. Numbers are given as stored, days as ISO text,
 * formulas as what they came to when the workbook was saved; texts that span rows stand in each.
 */
export async function workbookFeeds(
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<RecordFeed[]> {
  const workbook = await readWorkbook(entries, signal);
  const { sheets } = workbook;
  if (sheets.length === 0) throw new Refusal('This workbook has no sheets with cells.');
  const shown = [
    ...sheets.filter(({ hidden }) => !hidden),
    ...sheets.filter(({ hidden }) => hidden),
  ];
  return shown.map((sheet) => ({
    name: sheet.name,
    format: 'XLSX',
    read: (take, stop) => feed(rowsOf(workbook, sheet, stop), take, stop),
  }));
}

async function* rowsOf(workbook: Workbook, { entry }: Sheet, signal?: AbortSignal) {
  const grid = new Grid();
  const reader = new SheetReader(
    workbook,
    await workbook.texts(signal),
    await readSpans(entry, signal),
    grid,
  );
  for await (const _ of readXml(entry.open(signal), reader)) yield* grid.drain();
}

/** How many rows each cell spans that spans several, by its reference; they stand after the cells. */
async function readSpans(
  entry: ZipEntry,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const spans = new Map<string, number>();
  await readWholeXml(entry.open(signal), {
    open(tag, attributes) {
      if (tag !== 'mergeCell') return;
      const match = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(attribute(attributes, 'ref') ?? '');
      const rows = Number(match?.[3]) - Number(match?.[2]) + 1;
      if (match && rows > 1) spans.set(`${match[1]}${match[2]}`, rows);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return spans;
}

/** The format of a cell that has none. */
const PLAIN: CellStyle = { kind: 'number', currency: '' };

/** Puts the cells of a sheet into a grid. */
class SheetReader implements XmlHandler {
  readonly #workbook: Workbook;
  readonly #texts: readonly string[];
  readonly #spans: ReadonlyMap<string, number>;
  readonly #grid: Grid;
  #row = -1;
  #column = -1;
  #place = '';
  #type = '';
  #style = 0;
  #into: 'value' | 'formula' | 'text' | undefined;
  #value = '';
  #text = '';
  #formula: string | undefined;
  #inSound = false;

  constructor(
    workbook: Workbook,
    texts: readonly string[],
    spans: ReadonlyMap<string, number>,
    grid: Grid,
  ) {
    this.#workbook = workbook;
    this.#texts = texts;
    this.#spans = spans;
    this.#grid = grid;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'row') {
      const number = Number(attribute(attributes, 'r') ?? this.#row + 2);
      this.#row = number - 1;
      this.#column = -1;
      this.#grid.begin(this.#row);
    } else if (tag === 'c') {
      this.#place = attribute(attributes, 'r') ?? '';
      this.#column = this.#place === '' ? this.#column + 1 : columnOf(this.#place);
      this.#type = attribute(attributes, 't') ?? 'n';
      this.#style = Number(attribute(attributes, 's') ?? 0);
      this.#value = '';
      this.#text = '';
      this.#formula = undefined;
    } else if (tag === 'v') this.#into = 'value';
    else if (tag === 'f') {
      this.#into = 'formula';
      this.#formula = '';
    } else if (tag === 't') this.#into = 'text';
    else if (tag === 'rPh') this.#inSound = true;
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text;
    else if (this.#into === 'formula') this.#formula += text;
    else if (this.#into === 'text' && !this.#inSound) this.#text += text;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 'f' || tag === 't') this.#into = undefined;
    else if (tag === 'rPh') this.#inSound = false;
    else if (tag === 'row') this.#grid.end();
    else if (tag === 'c') {
      const style = this.#workbook.styles[this.#style] ?? PLAIN;
      const text = this.#cell(style.kind);
      // A figure that spans rows is one figure, a name is that of each row.
      const isFigure = this.#type === 'n' && text === numberText(this.#value);
      if (isFigure) this.#grid.putFigure(this.#column, text, style.currency);
      else this.#grid.put(this.#column, text, this.#spans.get(this.#place));
    }
  }

  #cell(kind: CellStyle['kind']): string {
    // A formula that was never worked out is shown, not passed over as blank.
    if (
      this.#value === '' &&
      this.#text === '' &&
      this.#formula !== undefined &&
      this.#type !== 'str'
    ) {
      return `=${this.#formula}`;
    }
    switch (this.#type) {
      case 's':
        return this.#shared();
      case 'inlineStr':
        return plainText(this.#text);
      case 'str':
        return plainText(this.#value);
      case 'b':
        return this.#value.trim() === '1' ? 'TRUE' : this.#value === '' ? '' : 'FALSE';
      case 'n': {
        const asDate = this.#value && serialText(this.#value, kind, this.#workbook.from1904);
        return asDate || numberText(this.#value);
      }
      default:
        return this.#value;
    }
  }

  #shared(): string {
    if (this.#value === '') return '';
    const text = this.#texts[Number(this.#value)];
    if (text !== undefined) return text;
    throw new Refusal(
      'This workbook is damaged: texts of its cells are missing. Download it again.',
    );
  }
}

/** The column of a reference such as "BC12", from 0; -1 when it has none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > 1e6) break;
  }
  return column - 1;
}
