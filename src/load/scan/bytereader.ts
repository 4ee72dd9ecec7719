import type { Plan } from '../plan.ts';
import { Scan } from '../scanrecords.ts';
import type { Scanned } from '../scanned.ts';
import type { ByteTaker } from './bytefeed.ts';
import type { ByteRecord } from './byterecord.ts';
import { ColumnStore } from './columnstore.ts';
import type { Coding } from './encoding.ts';
import type { Fingerprint } from './hash.ts';
import { HashedRepeats } from './hashedrepeats.ts';
import { PlainReader } from './plainreader.ts';
import { PlainRows } from './plainrows.ts';
import { TotalSense } from './totalsense.ts';

/** Rows that there may be more than expected, if they get shorter further on. */
const MORE = 1 << 12;

/**
 * Reads records that are fed as bytes. Those written plainly never become text; every other is read
 * as text by the scan that reads all files.
 */
export class ByteReader implements ByteTaker {
  readonly store: ColumnStore;
  readonly #coding: Coding;
  readonly #scan: Scan;
  readonly #repeats: HashedRepeats;
  readonly #plain: PlainReader;
  readonly #rows = new PlainRows();
  readonly #totals: TotalSense;
  /** Where records started that are read as text; a few of them may wait for what follows. */
  readonly #offsets = new Map<number, number>();
  readonly #headerEnd: number;
  #next: number;
  #records: number;

  constructor(plan: Plan, coding: Coding, keepsTexts: boolean) {
    this.#coding = coding;
    this.#repeats = new HashedRepeats(this.#coding);
    this.store = new ColumnStore(
      plan.roles,
      this.#coding,
      keepsTexts,
      (record) => this.#offsets.get(record) ?? 0,
    );
    this.#scan = new Scan(plan, this.store, this.#repeats);
    this.#plain = new PlainReader(plan, this.#scan.measures, this.store, this.#coding);
    this.#totals = new TotalSense(plan, this.#coding);
    this.#headerEnd = plan.firstRow + 1;
    this.#records = plan.from.record;
    this.#next = plan.from.record + 1;
  }

  take(record: ByteRecord, fingerprint: Fingerprint, offset: number): void {
    const number = this.#next++;
    this.#records++;
    if (number < this.#headerEnd) return;
    const { able } = this.#plain;
    if (able && !this.#scan.wantsNext && !this.#totals.mayBeTotal(record)) {
      if (this.#plain.read(record, number, offset, this.#rows)) {
        if (!record.readsOtherwise) this.#repeats.takeHashed(fingerprint, number);
        else this.#repeats.take(record.texts(this.#coding), number);
        return;
      }
    }
    this.#takeText(record, number, offset);
  }

  settle(): void {
    this.store.settle();
  }

  /** Tells which share of the file has been read, so that room is made for the rest of it. */
  expect(share: number): void {
    const rows = Math.ceil(this.store.size / share) + MORE;
    this.store.expect(rows);
    this.#repeats.expect(rows);
  }

  /** All that has been read so far, which is so much of the file. */
  scanned(share = 1): Scanned {
    this.#settle();
    return this.#scan.finish(this.#records, share);
  }

  #takeText(record: ByteRecord, number: number, offset: number): void {
    this.#settle();
    if (!this.#scan.waiting) this.#offsets.clear();
    this.#offsets.set(number, offset);
    this.#scan.take(record.texts(this.#coding), number, false);
    const { last } = this.store;
    if (last.record === number && last.mark === '') this.#plain.learn(record, last.measure);
  }

  /** Tells the scan of the rows read without it, before it judges by what there was. */
  #settle(): void {
    if (this.#rows.rows === 0) return;
    this.#scan.addRows(this.#rows);
    this.#rows.clear();
  }
}
