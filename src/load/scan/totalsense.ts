import type { Plan } from '../plan.ts';
import { isTotalLabel } from '../totals.ts';
import type { ByteRecord } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import type { Coding } from './encoding.ts';
import { grown } from './codecolumn.ts';

/** No label of a total is longer, in bytes. */
const LONGEST = 300;
/** Spellings remembered. */
const REMEMBERED = 1 << 14;
/** Letters in a row that make a word: no sign of a currency has as many. */
const WORD = 4;

/**
 * Tells records that cannot be totals from those that may be, without making text of them. A row
 * with a written day is none; others are told by their words.
 */
export class TotalSense {
  readonly #day: number | null;
  readonly #amount: number;
  readonly #coding: Coding;
  #known = new ByteWords();
  #labels: Uint8Array = new Uint8Array(1024);

  constructor({ roles }: Plan, coding: Coding) {
    this.#day = roles.start;
    this.#amount = roles.low;
    this.#coding = coding;
  }

  mayBeTotal(record: ByteRecord): boolean {
    if (this.#day !== null && this.#day < record.cells && this.#isWrittenDay(record, this.#day)) {
      return false;
    }
    const { trimmed, cells } = record;
    let words = 0;
    for (let cell = 0; cell < cells; cell++) {
      if (cell === this.#amount) continue;
      const [from, to] = [trimmed[2 * cell]!, trimmed[2 * cell + 1]!];
      if (from === to) continue;
      if (this.#isLabel(record, cell, to - from)) return true;
      if (isWord(record.buffer, from, to)) words++;
    }
    return words === 0;
  }

  /** A day with strokes or hyphens in it is no number and no label, so it is a word to the rule. */
  #isWrittenDay({ buffer, trimmed }: ByteRecord, cell: number): boolean {
    const [from, to] = [trimmed[2 * cell]!, trimmed[2 * cell + 1]!];
    if (to - from < 6 || buffer[from]! < 0x30 || buffer[from]! > 0x39) return false;
    for (let at = from + 1; at < from + 5; at++) {
      if (buffer[at] === 0x2d || buffer[at] === 0x2f) return true;
    }
    return false;
  }

  #isLabel(record: ByteRecord, cell: number, length: number): boolean {
    if (length > LONGEST || record.buffer[record.trimmed[2 * cell]!]! < 0x41) return false;
    if (this.#known.size > REMEMBERED) this.#known = new ByteWords();
    const { size } = this.#known;
    const code = this.#known.cell(record, cell);
    if (code >= this.#labels.length) this.#labels = grown(this.#labels, code + 1);
    if (code === size) {
      const text = record.trimmedText(cell, this.#coding).trim();
      this.#labels[code] = isTotalLabel(text) ? 1 : 0;
    }
    return this.#labels[code] === 1;
  }
}

function isWord(buffer: Uint8Array, from: number, to: number): boolean {
  if (to - from < WORD) return false;
  for (let at = from; at < from + WORD; at++) {
    const letter = buffer[at]! | 0x20;
    if (letter < 0x61 || letter > 0x7a) return false;
  }
  return true;
}
