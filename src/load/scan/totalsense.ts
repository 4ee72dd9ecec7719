import type { Plan } from '../plan.ts';
import { isTotalLabel, LONGEST_LABEL } from '../totals.ts';
import type { ByteRecord } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import type { Coding } from './encoding.ts';
import { grown } from './codecolumn.ts';

/** No label of a total is longer, in bytes, of which a character has up to three for each of its units. */
const LONGEST = 3 * LONGEST_LABEL;
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
    if (to - from < 6 || !isDigit(buffer[from]!) || endsLikeLabel(buffer[to - 1]!)) return false;
    for (let at = from + 1; at < from + 5; at++) {
      if (buffer[at] === 0x2d || buffer[at] === 0x2f) return true;
      if (!isDigit(buffer[at]!)) return false;
    }
    return false;
  }

  #isLabel(record: ByteRecord, cell: number, length: number): boolean {
    const { buffer, trimmed } = record;
    // Most cells that begin with no letter are numbers and days: few need be looked up.
    if (
      length > LONGEST ||
      (buffer[trimmed[2 * cell]!]! < 0x41 && !endsLikeLabel(buffer[trimmed[2 * cell + 1]! - 1]!))
    ) {
      return false;
    }
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

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Whether a cell with this last byte can end in "total", "totals" or either with a colon, or not in ASCII. */
function endsLikeLabel(byte: number): boolean {
  const letter = byte | 0x20;
  return letter === 0x6c || letter === 0x73 || byte === 0x3a || byte >= 0x80;
}

function isWord(buffer: Uint8Array, from: number, to: number): boolean {
  if (to - from < WORD) return false;
  for (let at = from; at < from + WORD; at++) {
    const letter = buffer[at]! | 0x20;
    if (letter < 0x61 || letter > 0x7a) return false;
  }
  return true;
}
