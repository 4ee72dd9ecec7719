import fc from 'fast-check';
import { BOUNDS, type Bound } from '../../../src/model/amount.ts';
import {
  HIGH_STATED,
  LOW_STATED,
  NO_COMPANIONS,
  NO_DAY,
  type Dataset,
  type TextColumn,
} from '../../../src/model/dataset.ts';
import type { Filter } from '../../../src/model/filter.ts';
import { measureId, type Basis, type Measure } from '../../../src/model/measure.ts';

/** A row as a person would write it down. */
export interface PlainRow {
  readonly record: number;
  /** Index into MEASURES. */
  readonly measure: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
  readonly start: number | null;
  readonly end: number | null;
  readonly funder: string;
  readonly sector: string;
  readonly place: string;
  readonly title: string;
  readonly note: string;
}

export const DIMENSIONS = ['funder', 'sector', 'place'] as const;
const TEXTS = ['title', 'note'] as const;
export const COLUMNS = [...DIMENSIONS, ...TEXTS];

const measure = (kind: string, currency: string, basis: Basis): Measure => ({
  id: measureId(kind, currency, basis),
  kind,
  currency,
  basis,
  decimals: 2,
});
export const MEASURES: readonly Measure[] = [
  measure('award', 'GBP', 'total'),
  measure('spend', 'GBP', 'per year'),
  measure('award', 'EUR', 'total'),
];

/** A row with ordinary contents, and what a test wants to be otherwise. */
export function plainRow(changes: Partial<PlainRow> = {}): PlainRow {
  return {
    record: 1,
    measure: 0,
    low: 100,
    high: 100,
    bound: 'exact',
    start: null,
    end: null,
    funder: 'F',
    sector: 'S',
    place: 'P',
    title: 'T',
    note: '',
    ...changes,
  };
}

export function datasetOf(rows: readonly PlainRow[], unread = 0): Dataset {
  const column = (id: (typeof COLUMNS)[number]): TextColumn => {
    const values = [...new Set(rows.map((row) => row[id]))];
    const codes = Uint16Array.from(rows, (row) => values.indexOf(row[id]));
    return { id, label: id, values, codes };
  };
  const days = (of: (row: PlainRow) => number | null) =>
    Int32Array.from(rows, (row) => of(row) ?? NO_DAY);
  return {
    id: 'random',
    source: {
      title: 'Random',
      publisher: '',
      published: '',
      link: '',
      licence: '',
      licenceLink: '',
      note: '',
    },
    rows: rows.length,
    measures: MEASURES,
    measure: Uint8Array.from(rows, (row) => row.measure),
    low: Float64Array.from(rows, (row) => row.low ?? row.high ?? 0),
    high: Float64Array.from(rows, (row) => row.high ?? row.low ?? 0),
    stated: Uint8Array.from(
      rows,
      (row) => (row.low === null ? 0 : LOW_STATED) | (row.high === null ? 0 : HIGH_STATED),
    ),
    bound: Uint8Array.from(rows, (row) => BOUNDS.indexOf(row.bound)),
    start: days((row) => row.start),
    end: days((row) => row.end),
    periodBasis: Uint8Array.from(rows, (row) => (row.start === null ? 0 : 1)),
    dimensions: DIMENSIONS.map(column),
    texts: TEXTS.map(column),
    record: Uint32Array.from(rows, (row) => row.record),
    noRows: [],
    unread: Array.from({ length: unread }, (_, index) => ({
      kind: 'unread',
      message: 'cannot be read',
      row: rows.length + index + 1,
    })),
    problems: [],
    companions: NO_COMPANIONS,
  };
}

const VALUES = [
  'Arts',
  'arts and crafts',
  'Health',
  'Energy',
  'not stated',
  'Not named',
  '__proto__',
  'constructor',
  'Écoles',
  'a:b',
];
const value = fc.constantFrom(...VALUES);

/** Amounts large enough to be wrong when added inexactly and small enough to be added exactly. */
const money = fc.oneof(
  fc.integer({ min: -3, max: 20 }),
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.integer({ min: 0, max: 2 ** 46 }),
);
const amount = fc.oneof(
  { weight: 5, arbitrary: money.map((low) => ({ low, high: low, bound: 'exact' as const })) },
  money.map((low) => ({ low, high: low, bound: 'about' as const })),
  money.map((low) => ({ low, high: null, bound: 'at least' as const })),
  money.map((high) => ({ low: null, high: Math.abs(high), bound: 'up to' as const })),
  fc
    .tuple(money, fc.nat(1e6))
    .map(([low, more]) => ({ low, high: low + more, bound: 'range' as const })),
  fc.constant({ low: null, high: null, bound: 'not stated' as const }),
);
const day = fc.integer({ min: 15_000, max: 18_000 });
const period = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(day, fc.integer({ min: 1, max: 2000 })) },
  fc.constant(null),
);
const halfPeriod = fc.constantFrom('whole', 'whole', 'whole', 'start only', 'end only');

const row = fc
  .record({
    measure: fc.constantFrom(0, 0, 0, 1, 2),
    amount,
    period,
    halfPeriod,
    funder: value,
    sector: value,
    place: fc.constantFrom('North', 'South', 'not stated'),
    title: fc.constantFrom('One', 'Two', 'Three', ''),
    note: fc.constantFrom('', 'for the arts', 'HEALTH'),
  })
  .map(({ amount: { low, high, bound }, period: when, halfPeriod: half, ...rest }): PlainRow => {
    const start = when && half !== 'end only' ? when[0] : null;
    const end = when && half !== 'start only' ? when[0] + when[1] : null;
    return { ...rest, record: 0, low, high, bound, start, end };
  });

export const rows: fc.Arbitrary<PlainRow[]> = fc
  .array(row, { maxLength: 40 })
  .map((list) => list.map((each, index) => ({ ...each, record: index + 1 })));

const end = fc.option(money);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    on: fc.constant('values' as const),
    dimension: fc.constantFrom(...DIMENSIONS),
    among: fc.array(fc.constantFrom(...VALUES, 'North', 'absent'), { minLength: 1, maxLength: 4 }),
  }),
  fc.tuple(day, fc.integer({ min: 0, max: 900 })).map(([start, days]) => ({
    on: 'period' as const,
    within: { start, end: start + days },
  })),
  fc.record({ on: fc.constant('amount' as const), from: end, to: end }),
  fc.record({
    on: fc.constant('text' as const),
    matches: fc.constantFrom('art', 'HEALTH', 'é', '', ' proto', 'zzz'),
  }),
);
export const filters = fc.array(filter, { maxLength: 3 });
export const measureIndex = fc.constantFrom(0, 0, 1, 2);
export const split = fc.record({
  dimension: fc.constantFrom(...DIMENSIONS),
  top: fc.integer({ min: 0, max: 8 }),
});
