import type { Plan } from '../plan.ts';
import { Scan } from '../scanrecords.ts';
import type { Scanned } from '../scanned.ts';
import { ColumnStore } from './columnstore.ts';
import { Coding } from './encoding.ts';
import { HashedRepeats } from './hashedrepeats.ts';
import type { TextTaker } from './textfeed.ts';

/** Reads records that are fed as text: those of other formats, and what cannot be read as bytes. */
export class TextReader implements TextTaker {
  readonly store: ColumnStore;
  readonly #scan: Scan;
  readonly #headerEnd: number;
  #next: number;
  #records: number;

  constructor(plan: Plan) {
    const coding = new Coding('utf-8');
    this.store = new ColumnStore(plan.roles, coding, true);
    this.#scan = new Scan(plan, this.store, new HashedRepeats(coding));
    this.#headerEnd = plan.firstRow + 1;
    this.#records = plan.from.record;
    this.#next = plan.from.record + 1;
  }

  take(cells: readonly string[], misquoted: boolean): void {
    const number = this.#next++;
    this.#records++;
    if (number >= this.#headerEnd) this.#scan.take(cells, number, misquoted);
  }

  /** All that has been read so far, which is so much of the file. */
  scanned(share = 1): Scanned {
    return this.#scan.finish(this.#records, share);
  }
}
