import { BOUNDS } from '../model/amount.ts';
import { HIGH_STATED, LOW_STATED, NO_DAY, type Dataset } from '../model/dataset.ts';
import { BLANK } from '../model/dimension.ts';
import type { Measure } from '../model/measure.ts';
import { PERIOD_BASES } from '../model/period.ts';
import { codesFor, textColumn } from './codes.ts';
import type { RowRead } from './record.ts';
import type { Roles } from './roles.ts';

/** What the rows of a file say: all of a dataset but its name, source, problems and companions. */
export type Reading = Omit<
  Dataset,
  'id' | 'source' | 'companions' | 'problems' | 'unread' | 'noRows'
>;

/** Rows as they are read, kept until all are there. */
export class Rows {
  readonly #rows: { cells: readonly string[]; record: number; read: RowRead }[] = [];

  take(cells: readonly string[], record: number, read: RowRead): void {
    this.#rows.push({ cells, record, read });
  }

  get size(): number {
    return this.#rows.length;
  }

  /** The rows as columns. */
  reading(roles: Roles, measures: readonly Measure[]): Reading {
    const rows = this.#rows;
    const of = (value: (read: RowRead) => number) => rows.map(({ read }) => value(read));
    const kept = rows.map(({ cells }) => cells);
    return {
      rows: rows.length,
      measures,
      measure: codesFor(measures.length, Uint32Array.from(of(({ measure }) => measure))),
      low: Float64Array.from(of(({ amount }) => amount.low ?? amount.high ?? 0)),
      high: Float64Array.from(of(({ amount }) => amount.high ?? amount.low ?? 0)),
      stated: Uint8Array.from(
        of(
          ({ amount: { low, high } }) =>
            (low === null ? 0 : LOW_STATED) | (high === null ? 0 : HIGH_STATED),
        ),
      ),
      bound: Uint8Array.from(of(({ amount }) => BOUNDS.indexOf(amount.bound))),
      start: Int32Array.from(of(({ period }) => period.start ?? NO_DAY)),
      end: Int32Array.from(of(({ period }) => period.end ?? NO_DAY)),
      periodBasis: Uint8Array.from(of(({ period }) => PERIOD_BASES.indexOf(period.basis))),
      record: Uint32Array.from(rows, ({ record }) => record),
      dimensions: roles.dimensions.map((role) => ({
        ...textColumn(role, kept, role.always ?? BLANK),
        ...(role.within === undefined ? {} : { within: role.within }),
      })),
      texts: roles.texts.map((role) => textColumn(role, kept, '')),
    };
  }
}
