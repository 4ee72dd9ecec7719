import { putNumber } from '../typednumbers.ts';
import { Refusal } from './refusal.ts';

/** The largest sheet of the usual programs. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

const NONE: readonly string[] = [];

/** A cell that spans rows; its text holds for all of them. */
interface Span {
  readonly text: string;
  readonly until: number;
}

/**
 * Collects the cells of a sheet into rows at their places. Blank rows between others are kept, so
 * that a row's number stays true, those after the last are not; a row ends with its last cell that
 * holds something.
 */
export class Grid {
  readonly #rows: (readonly string[])[] = [];
  readonly #spans = new Map<number, Span>();
  #cells: string[] = [];
  #row = 0;
  #written = 0;

  /** Begins the row of this number, from 0; rows come in order. */
  begin(row: number): void {
    if (!(row >= this.#written && row < MOST_ROWS))
      throw new Refusal('The rows of the sheet are out of order or too many.');
    this.#row = row;
    this.#cells = [];
  }

  /** Puts a text into the row; one that spans several rows is repeated in each of them. */
  put(column: number, text: string, spannedRows = 1): void {
    if (text === '') return;
    this.#reach(column);
    this.#cells[column] = text;
    if (spannedRows > 1) this.#spans.set(column, { text, until: this.#row + spannedRows });
  }

  /** Puts a number into the row, which is one figure even where its cell spans rows; it may be formatted in a currency. */
  putFigure(column: number, text: string, currency: string): void {
    if (text === '') return;
    this.#reach(column);
    putNumber(this.#cells, column, text, currency);
  }

  /** Makes the row long enough for a column. */
  #reach(column: number): void {
    if (column < 0 || column >= MOST_COLUMNS) {
      throw new Refusal(`The sheet has more than ${MOST_COLUMNS} columns.`);
    }
    while (this.#cells.length < column) this.#cells.push('');
  }

  /** Ends the row; `times` is how often it stands there, one after the other. */
  end(times = 1): void {
    if (this.#cells.length === 0) return;
    if (this.#row + times > MOST_ROWS) {
      throw new Refusal(`The sheet has more than ${MOST_ROWS} rows.`);
    }
    for (let copy = 0; copy < times; copy++) {
      this.#fillSpans();
      for (; this.#written < this.#row; this.#written++) this.#rows.push(NONE);
      this.#rows.push(this.#cells);
      this.#written = ++this.#row;
    }
  }

  /** The rows that are complete, once. */
  drain(): (readonly string[])[] {
    return this.#rows.splice(0);
  }

  #fillSpans(): void {
    for (const [column, { text, until }] of this.#spans) {
      if (this.#row >= until) this.#spans.delete(column);
      else if ((this.#cells[column] ?? '') === '') this.put(column, text);
    }
  }
}
