import { isoOf, type Day } from '../model/period.ts';
import { afterRows } from './afterrows.ts';
import { isComplaint, type Complaint } from './complaint.ts';
import { Complaints } from './complaints.ts';
import {
  calledDecision,
  footerDecision,
  fullDecision,
  repeatDecision,
  sumsDecision,
  totalDecisions,
} from './scandecisions.ts';
import { distinctIn } from './distinct.ts';
import { ExactSum } from './exactsum.ts';
import { Measures } from './measures.ts';
import { inUnits, type Decimal } from './numbers.ts';
import type { Plan, YearColumn } from './plan.ts';
import type { Measure } from '../model/measure.ts';
import { KeptRepeats, type Repeats } from './repeats.ts';
import { misshapen, readRecord, type RowRead } from './record.ts';
import type { Roles } from './roles.ts';
import { Rows, type Reading } from './rows.ts';
import { RunningSums } from './runningsums.ts';
import type { PlainRows } from './scan/plainrows.ts';
import type { Aside, Scanned } from './scanned.ts';
import { cellAt } from './table.ts';
import { amountColumns, isFooter, isPadding, looksLikeTotal } from './totals.ts';
import { parseAmountAt } from './typednumbers.ts';

/**
 * Scans records held in memory by a plan, the plain way: every record in turn, every cell as text.
 * Small files are read with it, and a faster way of reading must come to the same.
 *
 * `records` are all records from `plan.from` on; `misquoted` are the positions in it of those with
 * a quotation mark out of place.
 */
export function scanRecords(
  records: readonly (readonly string[])[],
  misquoted: ReadonlySet<number>,
  plan: Plan,
): Scanned {
  const scan = new Scan(plan);
  for (let position = plan.firstRow - plan.from.record; position < records.length; position++) {
    const cells = records[position] ?? [];
    const number = position + plan.from.record + 1;
    scan.take(cells, number, misquoted.has(position));
  }
  return scan.finish(records.length + plan.from.record);
}

interface Held {
  readonly cells: readonly string[];
  readonly record: number;
}

/** Where a scan puts its rows. */
export interface RowStore {
  take(cells: readonly string[], record: number, read: RowRead): void;
  reading(roles: Roles, measures: readonly Measure[]): Reading;
}

export class Scan {
  readonly #plan: Plan;
  readonly measures: Measures;
  readonly #rows: RowStore;
  readonly #repeats: Repeats;
  readonly #complaints: Complaints;
  readonly #asides: (Aside & { readonly value?: ExactSum })[] = [];
  readonly #sums = new RunningSums();
  #footers: Held[] = [];
  /** Records that are called totals and read as rows, for a reader who wants those kept. */
  readonly #labelled = new Set<number>();
  /** What may be totals, and is counted as nothing else shows that they are: how many, and the first. */
  readonly #called = { count: 0, first: '' };
  readonly #amounts = { valid: 0, missing: 0, unreadable: 0, zero: 0, negative: 0 };
  #blank = 0;
  #data = 0;
  #dated = 0;
  #first: Day = Infinity;
  #last: Day = -Infinity;

  constructor(plan: Plan, rows: RowStore = new Rows(), repeats: Repeats = new KeptRepeats()) {
    this.#plan = plan;
    this.#complaints = new Complaints(plan.columns);
    this.#rows = rows;
    this.#repeats = repeats;
    this.measures = new Measures(plan.roles);
  }

  /** True while lines that may end the file wait for what follows them. */
  get waiting(): boolean {
    return this.#footers.length > 0;
  }

  /** True when the next record has to be taken here: lines wait for it, or it is the first to be summed. */
  get wantsNext(): boolean {
    return this.waiting || this.#sums.first === undefined;
  }

  /** Counts in rows that were read and stored elsewhere; they hold no total and none was wanted here. */
  addRows(plain: PlainRows): void {
    this.#data += plain.rows;
    this.#amounts.valid += plain.rows;
    this.#amounts.zero += plain.zero;
    this.#amounts.negative += plain.negative;
    plain.units.forEach((units, measure) => {
      const { decimals } = this.measures.list[measure]!;
      this.#sums.addUnits(measure, units, decimals, plain.counts[measure] ?? 0);
    });
    this.#dated += plain.dated;
    this.#first = Math.min(this.#first, plain.first);
    this.#last = Math.max(this.#last, plain.last);
  }

  take(cells: readonly string[], record: number, misquoted: boolean): void {
    if (isPadding(cells)) {
      this.#blank++;
      return;
    }
    if (!misquoted && isFooter(cells, this.#plan)) {
      this.#footers.push({ cells, record });
      return;
    }
    this.#flush();
    if (misquoted || !this.#isTotal(cells, record)) this.#read(cells, record, misquoted);
  }

  /**
   * All that was found in `all` records, which are so much of the file. Of a part nothing is told that
   * would be another thing of the whole, or that takes long and shows in no picture.
   */
  finish(all: number, share = 1): Scanned {
    const footers = this.#footers.map(({ cells, record }) => ({
      rule: 'footer' as const,
      record,
      found: textOf(cells),
    }));
    const { list } = this.measures;
    const summed = list.map(({ kind, currency, basis }, index) => ({
      kind,
      currency,
      basis,
      ...this.#sums.of(index),
    }));
    const rows = this.#rows.reading(this.#plan.roles, list);
    const { reading, sums, decisions } = afterRows(
      rows,
      summed,
      this.#labelled,
      this.#plan,
      rows.rows / share,
    );
    const agrees = (value: ExactSum) =>
      this.#sums.isRepeated(value) || sums.some(({ sum }) => sum === String(value));
    const totals = this.#asides.map(({ value, ...aside }) =>
      value ? { ...aside, agrees: aside.agrees || agrees(value) } : aside,
    );
    const asides = [...totals, ...footers];
    return {
      reading,
      unread: this.#complaints.unread,
      records: { all, data: this.#data, blank: this.#blank, tags: this.#plan.tagRows },
      asides,
      amounts: this.#amounts,
      sums,
      dates: {
        valid: this.#dated,
        first: this.#dated > 0 ? isoOf(this.#first) : null,
        last: this.#dated > 0 ? isoOf(this.#last) : null,
      },
      distinct: distinctIn(reading, this.#plan),
      problems: this.#complaints.kinds(),
      decisions: [
        ...totalDecisions(asides, this.#plan),
        ...calledDecision(this.#called, decisions, this.#plan),
        ...footerDecision(asides, reading.rows),
        ...(share < 1 ? [] : [...fullDecision(all), ...repeatDecision(this.#repeats.repeated)]),
        ...decisions,
        ...sumsDecision(summed),
      ],
    };
  }

  /** Lines that could have ended the file did not: they are rows like others. */
  #flush(): void {
    const held = this.#footers;
    this.#footers = [];
    for (const { cells, record } of held) this.#read(cells, record, false);
  }

  #isTotal(cells: readonly string[], record: number): boolean {
    const { totals } = this.#plan.options;
    if (totals === 'keep') return false;
    const looks = looksLikeTotal(cells, this.#plan, this.#sums.first ?? []);
    if (!looks) return false;
    if (looks !== 'unlabelled' && (totals === 'only' || totals === 'levels')) {
      this.#labelled.add(record);
      return false;
    }
    const value = this.#valueOf(cells);
    const agrees =
      looks === 'called'
        ? this.#sums.isRepeatedBy(cells, value)
        : this.#data > (looks === 'unlabelled' ? 1 : 0) && this.#sums.isRepeated(value);
    if (looks !== 'labelled' && !agrees && totals !== 'leave out') {
      if (this.#called.count++ === 0) this.#called.first = textOf(cells);
      return false;
    }
    this.#asides.push({ rule: 'total', record, found: textOf(cells), agrees, value });
    this.#sums.startAnew();
    return true;
  }

  #valueOf(cells: readonly string[]): ExactSum {
    const sum = new ExactSum();
    for (const column of amountColumns(this.#plan)) {
      const number = parseAmountAt(cells, column, this.#plan.numbers);
      if (number && number !== 'missing') sum.add(inUnits(number, this.#plan.numbers.factor));
    }
    return sum;
  }

  #read(cells: readonly string[], record: number, misquoted: boolean): void {
    this.#data++;
    this.#sums.begin(cells);
    this.#repeats.take(cells, record);
    const shape = misshapen(cells, misquoted, this.#plan);
    if (shape) {
      this.#refuse(shape, record);
      return;
    }
    const { years } = this.#plan;
    if (years.length === 0) this.#readRow(cells, record);
    let filled = 0;
    for (const year of years) {
      if (cellAt(cells, year.column) === '') continue;
      filled++;
      this.#readRow(cells, record, year);
    }
    if (years.length > 0 && filled === 0) this.#readRow(cells, record, years[0]);
  }

  #readRow(cells: readonly string[], record: number, year?: YearColumn): void {
    const read = readRecord(cells, this.#plan, this.measures, year);
    if (isComplaint(read)) {
      this.#refuse(read, record);
      return;
    }
    for (const complaint of read.complaints) this.#complaints.tell(complaint, record);
    this.#rows.take(cells, record, read);
    this.#countAmount(read.exact, read.measure, record);
    const { start, end } = read.period;
    const day = start ?? (end === null ? null : end - 1);
    if (day === null) return;
    this.#dated++;
    this.#first = Math.min(this.#first, day);
    this.#last = Math.max(this.#last, day);
  }

  #countAmount(exact: Decimal | null, measure: number, record: number): void {
    if (!exact) {
      this.#amounts.missing++;
      return;
    }
    this.#sums.add(measure, exact, record);
    this.#amounts.valid++;
    if (/^0*$/.test(exact.digits)) this.#amounts.zero++;
    else if (exact.negative) this.#amounts.negative++;
  }

  #refuse(complaint: Complaint, record: number): void {
    this.#amounts.unreadable++;
    this.#complaints.refuse(complaint, record);
  }
}

function textOf(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell.trim() !== '')
    .join(' · ')
    .slice(0, 120);
}
