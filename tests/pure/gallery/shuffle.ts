import type { Dataset, TextColumn } from '../../../src/model/dataset.ts';

/**
 * A dataset with its rows in another order, `order[n]` being the row that comes to stand nth, and
 * its dictionaries as a reader who met the rows in that order would have made them.
 */
export function shuffled(dataset: Dataset, order: readonly number[]): Dataset {
  const text = <Column extends TextColumn>(column: Column): Column => {
    const values: string[] = [];
    const codes = new Map<number, number>();
    const recoded = order.map((row) => {
      const old = column.codes[row]!;
      if (!codes.has(old)) codes.set(old, values.push(column.values[old]!) - 1);
      return codes.get(old)!;
    });
    return { ...column, values, codes: Uint32Array.from(recoded) };
  };
  const floats = (column: Float64Array) => Float64Array.from(order, (row) => column[row]!);
  const days = (column: Int32Array) => Int32Array.from(order, (row) => column[row]!);
  const bytes = (column: Uint8Array) => Uint8Array.from(order, (row) => column[row]!);
  const measures = [...dataset.measures].reverse();
  return {
    ...dataset,
    measures,
    measure: Uint32Array.from(order, (row) => measures.length - 1 - dataset.measure[row]!),
    low: floats(dataset.low),
    high: floats(dataset.high),
    stated: bytes(dataset.stated),
    bound: bytes(dataset.bound),
    start: days(dataset.start),
    end: days(dataset.end),
    periodBasis: bytes(dataset.periodBasis),
    dimensions: dataset.dimensions.map(text),
    texts: dataset.texts.map(text),
    record: Uint32Array.from(order, (_, nth) => nth + 1),
  };
}
