import { BOUNDS } from '../model/amount.ts';
import { HIGH_STATED, LOW_STATED, NO_DAY, type Dataset } from '../model/dataset.ts';
import { BLANK } from '../model/dimension.ts';
import { PERIOD_BASES } from '../model/period.ts';
import type { Problem } from '../model/problem.ts';
import { codesFor, textColumn } from './codes.ts';
import { isComplaint, problemOf, Tally } from './complaint.ts';
import { Measures } from './measures.ts';
import { readRecord } from './record.ts';
import type { Roles } from './roles.ts';
import { isBlank, type Table } from './table.ts';

/** What a table says by its roles: all of a dataset but its name, source and companions. */
export type Reading = Omit<Dataset, 'id' | 'source' | 'companions'>;

/**
 * Reads every record of a table. A record that is not blank becomes a row or a problem in `unread`,
 * so that rows and unread together are all the file holds.
 */
export function readRows(table: Table, roles: Roles): Reading {
  const size = table.records.length;
  const measures = new Measures(roles);
  const tally = new Tally();
  const unread: Problem[] = [];
  const kept: (readonly string[])[] = [];
  const measure = new Uint32Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const stated = new Uint8Array(size);
  const bound = new Uint8Array(size);
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const periodBasis = new Uint8Array(size);
  const record = new Uint32Array(size);

  table.records.forEach((cells, position) => {
    if (isBlank(cells)) return;
    const number = position + 1;
    const found = readRecord(cells, table.misquoted.has(number), table.columns, roles, measures);
    if (isComplaint(found)) {
      unread.push(problemOf(found, number, table.columns));
      return;
    }
    const { amount, period } = found;
    for (const complaint of found.complaints) tally.add(complaint, number, table.columns);
    const row = kept.push(cells) - 1;
    measure[row] = found.measure;
    low[row] = amount.low ?? amount.high ?? 0;
    high[row] = amount.high ?? amount.low ?? 0;
    stated[row] = (amount.low === null ? 0 : LOW_STATED) | (amount.high === null ? 0 : HIGH_STATED);
    bound[row] = BOUNDS.indexOf(amount.bound);
    start[row] = period.start ?? NO_DAY;
    end[row] = period.end ?? NO_DAY;
    periodBasis[row] = PERIOD_BASES.indexOf(period.basis);
    record[row] = number;
  });

  const rows = kept.length;
  return {
    rows,
    measures: measures.list,
    measure: codesFor(measures.list.length, measure.slice(0, rows)),
    low: low.slice(0, rows),
    high: high.slice(0, rows),
    stated: stated.slice(0, rows),
    bound: bound.slice(0, rows),
    start: start.slice(0, rows),
    end: end.slice(0, rows),
    periodBasis: periodBasis.slice(0, rows),
    record: record.slice(0, rows),
    dimensions: roles.dimensions.map((role) => ({
      ...textColumn(role, kept, BLANK),
      ...(role.within === undefined ? {} : { within: role.within }),
    })),
    texts: roles.texts.map((role) => textColumn(role, kept, '')),
    unread,
    problems: tally.problems(),
  };
}
