import { NO_DAY } from '../../model/dataset.ts';
import type { Day } from '../../model/period.ts';
import { parseDateText } from '../datetext.ts';
import type { DateStyle } from '../plan.ts';
import type { ByteRecord } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import { grown } from './codecolumn.ts';
import { DayTable } from './daytable.ts';
import type { Coding } from './encoding.ts';

/** Spellings remembered; files have few different days, unless they write the time as well. */
const REMEMBERED = 1 << 16;

/** Reads a column of dates: each spelling once, as text, and from then on by its bytes. */
export class DayTaker {
  /** The last cell's first day and the day after its last; NO_DAY when it is missing. */
  start: Day = NO_DAY;
  end: Day = NO_DAY;
  readonly #style: DateStyle;
  readonly #coding: Coding;
  readonly #table: DayTable;
  #known = new ByteWords();
  #starts: Int32Array = new Int32Array(1024);
  #ends: Int32Array = new Int32Array(1024);
  #readable: Uint8Array = new Uint8Array(1024);

  constructor(style: DateStyle, coding: Coding) {
    this.#style = style;
    this.#coding = coding;
    this.#table = new DayTable(style);
  }

  /** Reads a cell of a record; false, with both days missing, if it is no date. */
  cell(record: ByteRecord, cell: number): boolean {
    const { buffer, trimmed } = record;
    const table = this.#table;
    const place = table.placeOf(buffer, trimmed[2 * cell]!, trimmed[2 * cell + 1]!);
    if (place >= 0) {
      const day = table.days[place]!;
      if (day !== NO_DAY) {
        this.start = day;
        this.end = day + 1;
        return true;
      }
    }
    const readable = this.#spelling(record, cell);
    if (place >= 0 && this.end === this.start + 1) table.days[place] = this.start;
    return readable;
  }

  text(cell: string): boolean {
    const period = parseDateText(cell.trim(), this.#style);
    const days = period === 'missing' ? undefined : period;
    this.start = days?.start ?? NO_DAY;
    this.end = days?.end ?? NO_DAY;
    return period !== undefined;
  }

  #spelling(record: ByteRecord, cell: number): boolean {
    const { size } = this.#known;
    const code = this.#known.cell(record, cell);
    if (code === size) this.#learn(code, record.trimmedText(cell, this.#coding));
    this.start = this.#starts[code]!;
    this.end = this.#ends[code]!;
    const readable = this.#readable[code] === 1;
    if (this.#known.size > REMEMBERED) this.#known = new ByteWords();
    return readable;
  }

  #learn(code: number, cell: string): void {
    const readable = this.text(cell);
    if (code >= this.#starts.length) {
      this.#starts = grown(this.#starts, code + 1);
      this.#ends = grown(this.#ends, code + 1);
      this.#readable = grown(this.#readable, code + 1);
    }
    this.#starts[code] = this.start;
    this.#ends[code] = this.end;
    this.#readable[code] = readable ? 1 : 0;
  }
}
