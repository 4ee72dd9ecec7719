import type { TextColumn } from '../../model/dataset.ts';
import { oneLineEnd } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import { CodeColumn } from './codecolumn.ts';
import type { Coding } from './encoding.ts';
import { HELD_ROWS, type HeldCells } from './heldcells.ts';

/**
 * A dictionary-coded column that grows row by row. Cells are trimmed and line ends made one kind, so
 * that what reads the same has one code; an empty cell reads as `blank`.
 */
export class WordColumn {
  readonly #blank: string;
  readonly #coding: Coding;
  readonly #codes = new CodeColumn(1024);
  readonly #spellings = new ByteWords();
  readonly #values: string[] = [];
  /** Once two spellings are one text: the code of each text, and of the text of each spelling. */
  #known: Map<string, number> | undefined;
  #codeOf: number[] = [];
  #settled = 0;

  constructor(blank: string, coding: Coding) {
    this.#blank = blank;
    this.#coding = coding;
  }

  /** Takes the cells of the rows held, from `row` on; `column` is its place among their columns. */
  cells(row: number, held: HeldCells, column: number): void {
    const codes = this.#spellings.held(held, column * HELD_ROWS);
    this.#codes.setAll(row, codes, held.rows, this.#spellings.size - 1);
  }

  /** Tells how many rows there may be in the end. */
  expect(rows: number): void {
    this.#codes.expected = rows;
  }

  text(row: number, cell: string): void {
    const length = this.#coding.encode(oneLineEnd(cell).trim());
    const code = this.#spellings.code(this.#coding.view, 0, length);
    this.#codes.set(row, code);
  }

  /** The column of the first `rows` rows; what follows does not change it. */
  column(rows: number): Pick<TextColumn, 'values' | 'codes'> {
    this.#settle();
    const codes = this.#codes.upTo(rows);
    return {
      values: this.#values.slice(),
      codes: this.#known ? codes.map((code) => this.#codeOf[code]!) : codes,
    };
  }

  /** Gives every spelling met since last time its text, and merges those that read the same. */
  #settle(): void {
    const texts = this.#spellings.texts(this.#coding);
    for (; this.#settled < texts.length; this.#settled++) {
      const spelling = texts[this.#settled]!;
      const text = oneLineEnd(spelling).trim() || this.#blank;
      if (text !== spelling) this.#known ??= this.#listKnown();
      if (!this.#known) {
        this.#values.push(text);
        continue;
      }
      let code = this.#known.get(text);
      if (code === undefined) this.#known.set(text, (code = this.#values.push(text) - 1));
      this.#codeOf.push(code);
    }
  }

  #listKnown(): Map<string, number> {
    this.#codeOf = Array.from(this.#values.keys());
    return new Map(this.#values.map((value, code) => [value, code]));
  }
}
