import { HIGH_STATED, LOW_STATED, NO_DAY } from '../../model/dataset.ts';
import { PERIOD_BASES } from '../../model/period.ts';
import type { Measures } from '../measures.ts';
import type { Plan } from '../plan.ts';
import { AmountTaker } from './amounttaker.ts';
import type { ByteRecord } from './byterecord.ts';
import { ByteWords } from './bytewords.ts';
import type { ColumnStore } from './columnstore.ts';
import { DayTaker } from './daytaker.ts';
import type { Coding } from './encoding.ts';
import type { PlainRows } from './plainrows.ts';

const STATED = LOW_STATED | HIGH_STATED;
/** Different spellings of a kind or a currency up to which their measures are remembered. */
const SPELLINGS = 1 << 10;

/**
 * Reads records straight from bytes where they are written plainly: one exact amount in digits, days
 * that exist and follow each other, a measure met before. Whatever is otherwise it leaves alone, to
 * be read as text, so that both ways come to the same.
 */
export class PlainReader {
  readonly #plan: Plan;
  readonly #measures: Measures;
  readonly #store: ColumnStore;
  readonly #amounts: AmountTaker;
  readonly #days: { readonly column: number; readonly taker: DayTaker }[];
  /** Columns that tell measures apart, with what is written in them. */
  readonly #parts: readonly { readonly column: number; readonly words: ByteWords }[];
  /** Index of the measure that goes with a combination of spellings. */
  readonly #measureOf = new Map<number, number>();
  readonly #basis: number;
  /** Whether any record of this plan can be read here. */
  readonly able: boolean;

  constructor(plan: Plan, measures: Measures, store: ColumnStore, coding: Coding) {
    const { roles, years, dates } = plan;
    this.#plan = plan;
    this.#measures = measures;
    this.#store = store;
    this.#amounts = new AmountTaker(plan);
    this.#days = [...new Set([roles.start, roles.end])].flatMap((column) =>
      column === null
        ? []
        : [{ column, taker: new DayTaker(dates.get(column) ?? 'year first', coding) }],
    );
    const parts = [roles.kind, roles.currency].flatMap((part) =>
      'column' in part ? [part.column, part.otherwise ?? []].flat() : [],
    );
    if (roles.phase !== null) parts.push(roles.phase);
    this.#parts = parts.map((column) => ({ column, words: new ByteWords() }));
    const basis = 'always' in roles.periodBasis ? roles.periodBasis.always : '';
    this.#basis = PERIOD_BASES.findIndex((known) => known === basis);
    this.able =
      years.length === 0 &&
      roles.low === roles.high &&
      roles.printed === null &&
      'always' in roles.bound &&
      roles.bound.always === 'exact' &&
      'always' in roles.basis &&
      this.#basis > 0;
  }

  /** Reads a record into the store; false, with nothing changed, when it has to be read as text. */
  read(record: ByteRecord, number: number, offset: number, rows: PlainRows): boolean {
    const { buffer, trimmed, cells } = record;
    const { low, start, end } = this.#plan.roles;
    if (cells > this.#plan.columns.length || low >= cells) return false;
    const key = this.#keyOf(record);
    const measure = this.#measureOf.get(key);
    if (measure === undefined) return false;
    const of = this.#measures.list[measure]!;
    const units = this.#amounts.bytes(
      buffer,
      trimmed[2 * low]!,
      trimmed[2 * low + 1]!,
      of.decimals,
    );
    if (units !== units) return false;

    let first = NO_DAY;
    let last = NO_DAY;
    for (const { column, taker } of this.#days) {
      if (column >= cells) continue;
      if (!taker.cell(record, column)) return false;
      if (column === start) first = taker.start;
      if (column === end) last = taker.end;
    }
    const whole = first !== NO_DAY && last !== NO_DAY;
    if (whole && last <= first) return false;

    if (!this.#measures.countMore(measure, Math.abs(units))) return false;
    const dated = first !== NO_DAY || last !== NO_DAY;
    const basis = dated ? this.#basis : 0;
    const { numbers } = this.#store;
    numbers.push(measure, units, units, STATED, 0, first, last, basis, number, offset);
    this.#store.takeWords(record);
    rows.add(measure, units);
    if (dated) rows.addDay(first !== NO_DAY ? first : last - 1);
    return true;
  }

  /** Remembers the measure that a record was found to have when read as text. */
  learn(record: ByteRecord, measure: number): void {
    const key = this.#keyOf(record);
    if (key >= 0) this.#measureOf.set(key, measure);
  }

  /** A number for what stands in the columns of the measure; below 0 when there are too many. */
  #keyOf(record: ByteRecord): number {
    let key = 0;
    for (const { column, words } of this.#parts) {
      if (column >= record.cells) return -1;
      const code = words.cell(record, column);
      if (code >= SPELLINGS) return -1;
      key = key * SPELLINGS + code;
    }
    return key;
  }
}
