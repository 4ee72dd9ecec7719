/** How many records were there before, and the number of the first of them. */
export interface Repeated {
  readonly count: number;
  /** Infinity when there is none. */
  readonly first: number;
}

/** Remembers records and counts those that were there before. */
export interface Repeats {
  readonly repeated: Repeated;
  take(cells: readonly string[], record: number): void;
}

/** Keeps every record to find repeats by. */
export class KeptRepeats implements Repeats {
  #count = 0;
  #first = Infinity;
  readonly #seen = new Set<string>();

  get repeated(): Repeated {
    return { count: this.#count, first: this.#first };
  }

  take(cells: readonly string[], record: number): void {
    const key = JSON.stringify(cells.map((cell) => cell.trim()));
    if (this.#seen.has(key)) {
      this.#count++;
      this.#first = Math.min(this.#first, record);
    }
    this.#seen.add(key);
  }
}
