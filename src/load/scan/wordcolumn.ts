import type { TextColumn } from '../../model/dataset.ts';
import type { TextRole } from '../roles.ts';
import { oneLineEnd } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import { CodeColumn } from './codecolumn.ts';

/**
 * A dictionary-coded column that grows row by row, from bytes or from text but not from both in one
 * reading. Cells are trimmed and line ends made one kind, so that texts that read the same have one
 * code; an empty cell reads as `blank`.
 */
export class WordColumn {
  readonly role: TextRole;
  readonly #blank: string;
  readonly #decoder: TextDecoder;
  readonly #codes = new CodeColumn(1024);
  readonly #spellings = new ByteWords();
  readonly #values: string[] = [];
  /** Codes of texts; for bytes only once two spellings may be one text. */
  #known: Map<string, number> | undefined;
  /** Code of the text of each spelling, once there is a difference. */
  #codeOf: number[] = [];
  #settled = 0;
  #fromBytes = false;

  constructor(role: TextRole, blank: string, decoder: TextDecoder) {
    this.role = role;
    this.#blank = blank;
    this.#decoder = decoder;
  }

  /** Takes a cell without ASCII space around it. */
  bytes(row: number, buffer: Uint8Array, view: DataView, from: number, to: number): void {
    this.#fromBytes = true;
    this.#codes.set(row, this.#spellings.code(buffer, view, from, to));
  }

  text(row: number, cell: string): void {
    this.#known ??= new Map();
    this.#codes.set(row, this.#codeOfText(cell, this.#known));
  }

  /** The column of the first `rows` rows; what follows does not change it. */
  column(rows: number): TextColumn {
    if (this.#fromBytes) this.#settle();
    const { id, label } = this.role;
    const codes = this.#codes.upTo(rows);
    const values = this.#values.slice();
    const merged = this.#fromBytes && this.#known !== undefined;
    return { id, label, values, codes: merged ? codes.map((code) => this.#codeOf[code]!) : codes };
  }

  /** Gives every spelling met since last time its text, and merges those that read the same. */
  #settle(): void {
    const texts = this.#spellings.texts(this.#decoder);
    for (; this.#settled < texts.length; this.#settled++) {
      const spelling = texts[this.#settled]!;
      const text = this.#read(spelling);
      if (!this.#known && text !== spelling) this.#known = this.#listKnown();
      if (this.#known) this.#codeOf.push(this.#codeOfText(text, this.#known));
      else this.#values.push(text);
    }
  }

  #listKnown(): Map<string, number> {
    this.#codeOf = Array.from(this.#values.keys());
    return new Map(this.#values.map((value, code) => [value, code]));
  }

  #codeOfText(cell: string, known: Map<string, number>): number {
    const text = this.#read(cell);
    let code = known.get(text);
    if (code === undefined) {
      code = this.#values.push(text) - 1;
      known.set(text, code);
    }
    return code;
  }

  #read(cell: string): string {
    return oneLineEnd(cell).trim() || this.#blank;
  }
}
