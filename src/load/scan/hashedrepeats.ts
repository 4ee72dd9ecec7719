import type { Repeated, Repeats } from '../repeats.ts';
import { ByteRecord, SPARE } from './byterecord.ts';
import { Duplicates } from './duplicates.ts';
import type { Coding } from './encoding.ts';
import { Fingerprint } from './hash.ts';

/** Finds records that repeat others by two hashes of each, so that no record has to be kept. */
export class HashedRepeats implements Repeats {
  readonly #seen = new Duplicates();
  readonly #coding: Coding;
  readonly #record = new ByteRecord();
  readonly #fingerprint = new Fingerprint();

  constructor(coding: Coding) {
    this.#coding = coding;
  }

  get repeated(): Repeated {
    return this.#seen.repeated();
  }

  /** Tells how many records there may be in the end. */
  expect(records: number): void {
    this.#seen.expected = records;
  }

  take(cells: readonly string[], record: number): void {
    const copy = this.#record;
    const size = cells.reduce((sum, cell) => sum + 3 * cell.length, SPARE);
    if (copy.buffer.length < size) copy.use(new Uint8Array(size));
    while (copy.firsts.length < cells.length) copy.widen();
    copy.trimmed = copy.bounds;
    copy.cells = cells.length;
    let at = 0;
    cells.forEach((cell, index) => {
      const length = this.#coding.encode(cell.trim());
      copy.buffer.set(this.#coding.bytes.subarray(0, length), at);
      copy.trimmed[2 * index] = at;
      copy.trimmed[2 * index + 1] = at += length;
      copy.rehash(index);
    });
    this.#fingerprint.take(copy);
    this.takeHashed(this.#fingerprint, record);
  }

  takeHashed({ first, second }: Fingerprint, record: number): void {
    this.#seen.add(first, second, record);
  }
}
