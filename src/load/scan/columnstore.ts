import { BOUNDS } from '../../model/amount.ts';
import { HIGH_STATED, LOW_STATED, NO_DAY } from '../../model/dataset.ts';
import { BLANK } from '../../model/dimension.ts';
import type { Measure } from '../../model/measure.ts';
import { PERIOD_BASES } from '../../model/period.ts';
import type { RowRead } from '../record.ts';
import type { DimensionRole, Roles, TextRole } from '../roles.ts';
import type { Reading } from '../rows.ts';
import { cellAt } from '../table.ts';
import type { ByteRecord } from './byterecord.ts';
import type { Coding } from './encoding.ts';
import { HeldCells } from './heldcells.ts';
import { NumberColumns } from './numbercolumns.ts';
import { WordColumn } from './wordcolumn.ts';

interface Words<Role extends TextRole> {
  readonly role: Role;
  readonly words: WordColumn;
}

/**
 * The rows of a file as columns while they are read. Text that tells rows apart instead of grouping
 * them is only kept on demand: in a large file it is most of the bytes and is hardly ever looked at.
 */
export class ColumnStore {
  readonly numbers: NumberColumns;
  readonly #dimensions: readonly Words<DimensionRole>[];
  readonly #texts: readonly Words<TextRole>[];
  /** Columns of words that are in the file, in one list for the loop over a record. */
  readonly #inFile: readonly Words<TextRole>[];
  readonly #columns: readonly number[];
  /** Cells of the last rows, whose words are not known yet. */
  readonly #held: HeldCells;

  /** The last row that was read as text: its record, its measure and the sign beside its amount. */
  readonly last = { record: -1, measure: 0, mark: '' };

  /** Says where the record of a number starts in its source; 0 where that is not known. */
  readonly #offsetOf: (record: number) => number;

  constructor(
    { dimensions, texts }: Roles,
    coding: Coding,
    keepsTexts: boolean,
    offsetOf: (record: number) => number = () => 0,
  ) {
    this.numbers = new NumberColumns(!keepsTexts);
    this.#offsetOf = offsetOf;
    this.#dimensions = dimensions.map((role) => ({
      role,
      words: new WordColumn(role.always ?? BLANK, coding),
    }));
    this.#texts = (keepsTexts ? texts : []).map((role) => ({
      role,
      words: new WordColumn('', coding),
    }));
    this.#inFile = [...this.#dimensions, ...this.#texts];
    this.#columns = this.#inFile.map(({ role }) => role.column);
    this.#held = new HeldCells(this.#inFile.length);
  }

  get size(): number {
    return this.numbers.rows;
  }

  /** Tells how many rows there may be in the end, so that room is made for them at once. */
  expect(rows: number): void {
    this.numbers.expect(rows);
    for (const { words } of this.#inFile) words.expect(rows);
  }

  /** Adds a row that was read as text. */
  take(cells: readonly string[], record: number, read: RowRead): void {
    const { amount, measure, period } = read;
    this.settle();
    const row = this.numbers.push(
      measure,
      amount.low ?? amount.high ?? 0,
      amount.high ?? amount.low ?? 0,
      (amount.low === null ? 0 : LOW_STATED) | (amount.high === null ? 0 : HIGH_STATED),
      BOUNDS.indexOf(amount.bound),
      period.start ?? NO_DAY,
      period.end ?? NO_DAY,
      PERIOD_BASES.indexOf(period.basis),
      record,
      this.#offsetOf(record),
    );
    for (const { role, words } of this.#inFile) words.text(row, cellAt(cells, role.column));
    this.last.record = record;
    this.last.measure = measure;
    this.last.mark = read.exact?.mark ?? '';
  }

  /** Adds the words of a row whose numbers have just been added. They stay in the record's bytes until `settle`. */
  takeWords(record: ByteRecord): void {
    this.#held.add(record, this.#columns);
    if (this.#held.isFull) this.settle();
  }

  /** Takes over the words that are held, before their bytes move. */
  settle(): void {
    const { rows } = this.#held;
    if (rows === 0) return;
    this.#inFile.forEach(({ words }, index) => words.cells(this.size - rows, this.#held, index));
    this.#held.rows = 0;
  }

  /** The rows so far; rows that follow do not change them. */
  reading(_roles: Roles, measures: readonly Measure[]): Reading {
    this.settle();
    const columns = this.numbers.columns();
    const textOf = <Role extends TextRole>({ role: { id, label }, words }: Words<Role>) => ({
      id,
      label,
      ...words.column(columns.rows),
    });
    return {
      ...columns,
      measures: measures.slice(),
      dimensions: this.#dimensions.map((words) => ({
        ...textOf(words),
        ...(words.role.within === undefined ? {} : { within: words.role.within }),
      })),
      texts: this.#texts.map(textOf),
    };
  }
}
