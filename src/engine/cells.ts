/** Up to this many possible keys a table finds a key's cell; beyond it a map takes less room. */
const TABLE = 1 << 22;

/** Numbers the keys that occur, from 0 in the order they are first met. */
export class Cells {
  /** The key of each cell. */
  readonly keys: number[] = [];
  readonly #table: Int32Array | null;
  readonly #map = new Map<number, number>();

  /** Keys are whole numbers from 0 to below `possible`. */
  constructor(possible: number) {
    this.#table = possible <= TABLE ? new Int32Array(possible).fill(-1) : null;
  }

  of(key: number): number {
    const cell = this.#table ? this.#table[key]! : (this.#map.get(key) ?? -1);
    return cell < 0 ? this.#number(key) : cell;
  }

  #number(key: number): number {
    const cell = this.keys.push(key) - 1;
    if (this.#table) this.#table[key] = cell;
    else this.#map.set(key, cell);
    return cell;
  }
}
