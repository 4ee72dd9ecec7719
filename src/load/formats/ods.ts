import type { RecordFeed } from '../source.ts';
import { feed } from './feeding.ts';
import { Grid, MOST_COLUMNS } from './grid.ts';
import { Refusal } from './refusal.ts';
import { isCurrency } from '../currencies.ts';
import { numberText } from './sheetvalues.ts';
import { attribute, readWholeXml, readXml, type XmlHandler } from './xml.ts';
import type { ZipEntry } from './zip.ts';

/**
 * The tables of an OpenDocument spreadsheet. Numbers and days are given as stored, texts that span
 * rows stand in each of them; a row that stands for many is repeated.
 */
export async function openDocumentFeeds(
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<RecordFeed[]> {
  const content = await checked(entries, signal);
  const names: string[] = [];
  await readWholeXml(content.open(signal), {
    open(tag, attributes) {
      if (tag === 'table') names.push(attribute(attributes, 'table:name') ?? '');
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (names.length === 0) throw new Refusal('This OpenDocument file holds no table.');
  return names.map((name, index) => ({
    name,
    format: 'ODS',
    read: (take, stop) => feed(rowsOf(content, index, stop), take, stop),
  }));
}

/** The entry with the tables; refuses a document that is locked. */
async function checked(entries: readonly ZipEntry[], signal?: AbortSignal): Promise<ZipEntry> {
  const of = (path: string) => entries.find((entry) => entry.path === path);
  const [content, manifest] = [of('content.xml'), of('META-INF/manifest.xml')];
  if (!content || !manifest) throw new Refusal('This OpenDocument file holds no table.');
  await readWholeXml(manifest.open(signal), {
    open(tag) {
      if (tag === 'encryption-data') {
        throw new Refusal(
          'This spreadsheet is protected by a password. Save it without one and open that.',
        );
      }
    },
    text: () => undefined,
    close: () => undefined,
  });
  return content;
}

async function* rowsOf(content: ZipEntry, index: number, signal?: AbortSignal) {
  const grid = new Grid();
  const reader = new TableReader(index, grid);
  for await (const _ of readXml(content.open(signal), reader)) {
    yield* grid.drain();
    if (reader.done) return;
  }
}

/** Puts the cells of one of the tables into a grid. */
class TableReader implements XmlHandler {
  done = false;
  readonly #wanted: number;
  readonly #grid: Grid;
  #table = -1;
  #row = 0;
  #rows = 1;
  #column = 0;
  #attributes = '';
  #text = '';
  #paragraphs = 0;
  #inParagraph = false;
  #inNote = 0;

  constructor(wanted: number, grid: Grid) {
    this.#wanted = wanted;
    this.#grid = grid;
  }

  get #isWanted(): boolean {
    return this.#table === this.#wanted && !this.done;
  }

  open(tag: string, attributes: string): void {
    if (tag === 'table') this.#table++;
    if (!this.#isWanted) return;
    switch (tag) {
      case 'table-row':
        this.#rows = count(attributes, 'table:number-rows-repeated');
        this.#column = 0;
        this.#grid.begin(this.#row);
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.#attributes = attributes;
        this.#text = '';
        this.#paragraphs = 0;
        break;
      case 'annotation':
        this.#inNote++;
        break;
      case 'p':
        if (this.#inNote > 0) break;
        if (this.#paragraphs++ > 0) this.#text += '\n';
        this.#inParagraph = true;
        break;
      case 's':
        this.#text += ' '.repeat(Math.min(count(attributes, 'text:c'), 1000));
        break;
      case 'tab':
        this.#text += '\t';
        break;
      case 'line-break':
        this.#text += '\n';
    }
  }

  text(text: string): void {
    if (this.#inParagraph && this.#inNote === 0) this.#text += text;
  }

  close(tag: string): void {
    if (!this.#isWanted) return;
    if (tag === 'table') this.done = true;
    else if (tag === 'annotation') this.#inNote--;
    else if (tag === 'p' && this.#inNote === 0) this.#inParagraph = false;
    else if (tag === 'table-cell') this.#put();
    else if (tag === 'covered-table-cell') this.#column += count(this.#attributes, REPEATED);
    else if (tag === 'table-row') {
      this.#grid.end(this.#rows);
      this.#row += this.#rows;
    }
  }

  #put(): void {
    const repeated = count(this.#attributes, REPEATED);
    const { text, currency } = this.#cell();
    const rows = count(this.#attributes, 'table:number-rows-spanned');
    if (text !== '') {
      for (let copy = 0; copy < Math.min(repeated, MOST_COLUMNS + 1); copy++) {
        if (currency === undefined) this.#grid.put(this.#column + copy, text, rows);
        else this.#grid.putFigure(this.#column + copy, text, currency);
      }
    }
    this.#column += repeated;
  }

  /** The text of a cell, and of a figure the currency that it is in, or ''. */
  #cell(): { text: string; currency?: string } {
    const has = (name: string) => attribute(this.#attributes, name);
    switch (has('office:value-type')) {
      case 'currency': {
        const currency = has('office:currency') ?? '';
        const text = numberText(has('office:value') ?? '');
        return { text, currency: isCurrency(currency) ? currency : '' };
      }
      case 'float':
      case 'percentage':
        return { text: numberText(has('office:value') ?? ''), currency: '' };
      case 'date':
        return { text: (has('office:date-value') ?? '').replace(/T00:00:00(\.0+)?$/, '') };
      case 'boolean':
        return { text: has('office:boolean-value') === 'true' ? 'TRUE' : 'FALSE' };
      case undefined: {
        // A formula that was never worked out is shown, not passed over as blank.
        const formula = has('table:formula');
        return { text: this.#text || (formula ? `=${formula}` : '') };
      }
      default:
        return { text: this.#text };
    }
  }
}

const REPEATED = 'table:number-columns-repeated';

/** A count in an attribute: at least 1. */
function count(attributes: string, name: string): number {
  const value = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}
