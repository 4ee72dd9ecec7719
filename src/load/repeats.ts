/** Remembers records and lists the numbers of those that were there before. */
export interface Repeats {
  readonly records: readonly number[];
  take(cells: readonly string[], record: number): void;
}

/** Keeps every record to find repeats by. */
export class KeptRepeats implements Repeats {
  readonly records: number[] = [];
  readonly #seen = new Set<string>();

  take(cells: readonly string[], record: number): void {
    const key = JSON.stringify(cells.map((cell) => cell.trim()));
    if (this.#seen.has(key)) this.records.push(record);
    this.#seen.add(key);
  }
}
