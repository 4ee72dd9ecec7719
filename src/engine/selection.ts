import type { Filter } from '../model/filter.ts';
import type { Ledger, LeftOut } from '../model/ledger.ts';
import type { MeasureId } from '../model/measure.ts';
import type { Split } from '../model/question.ts';
import type { Columns } from './columns.ts';
import { kept } from './filtering.ts';
import { slotsOf, type Slots } from './slots.ts';
import { Sums } from './sums.ts';

/** Where a row stands in the book: the first of these that is true of it. */
export const ANOTHER_MEASURE = 0;
export const FILTERED = 1;
export const SIZE_NOT_STATED = 2;
export const SHOWN = 3;

/** The rows of one measure that a reader's filters let through, and where every other row went. */
export class Selection {
  readonly columns: Columns;
  /** Index of the measure in the dataset. */
  readonly measure: number;
  /** One of the places above for each row of the file. */
  readonly places: Uint8Array;
  /** Rows that are shown or of unstated size, in the file's order. */
  readonly rows: Uint32Array;
  readonly ledger: Ledger;
  readonly #slots = new Map<string, Slots>();

  /** Throws for a measure or a dimension the dataset does not have. */
  constructor(columns: Columns, measureId: MeasureId, filters: readonly Filter[]) {
    const { dataset } = columns;
    const measure = columns.measure(measureId);
    const keep = kept(columns, filters);
    const places = new Uint8Array(dataset.rows);
    const rows = new Uint32Array(dataset.rows);
    const sums = new Sums(dataset, SHOWN + 1);
    let chosen = 0;
    for (let row = 0; row < dataset.rows; row++) {
      if (dataset.measure[row] !== measure) continue;
      const stated = dataset.stated[row] !== 0;
      const place = keep[row] === 0 ? FILTERED : stated ? SHOWN : SIZE_NOT_STATED;
      places[row] = place;
      sums.add(place, row);
      if (place !== FILTERED) rows[chosen++] = row;
    }
    this.columns = columns;
    this.measure = measure;
    this.places = places;
    this.rows = rows.slice(0, chosen);
    this.ledger = ledgerOf(columns, measure, sums);
  }

  /** The slots of a dimension, worked out once: the views of one screen share them. */
  slots(split: Split): Slots {
    const key = `${split.top} ${split.dimension}`;
    const slots = this.#slots.get(key) ?? slotsOf(this, split);
    this.#slots.set(key, slots);
    return slots;
  }
}

function ledgerOf(columns: Columns, measure: number, places: Sums): Ledger {
  const { dataset, sums } = columns;
  const part = (from: Sums, cell: number) => ({ rows: from.figures(cell), sum: from.at(cell) });
  const id = (index: number) => dataset.measures[index]!.id;
  const leftOut: LeftOut[] = [
    ...columns.measures
      .filter((other) => other !== measure)
      .map((other): LeftOut => ({
        rule: 'another measure',
        measure: id(other),
        ...part(sums, other),
      })),
    { rule: 'size not stated', measure: id(measure), ...part(places, SIZE_NOT_STATED) },
  ];
  return {
    measure: id(measure),
    shown: part(places, SHOWN),
    filtered: part(places, FILTERED),
    leftOut: leftOut.filter(({ rows }) => rows > 0),
    unread: { rows: dataset.unread.length },
    file: {
      rows: dataset.rows + dataset.unread.length,
      sums: columns.measures.map((index) => ({ measure: id(index), sum: sums.at(index) })),
    },
  };
}
