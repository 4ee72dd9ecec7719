import { BOUNDS } from '../model/amount.ts';
import { HIGH_STATED, LOW_STATED, type Dataset } from '../model/dataset.ts';
import type { Money } from '../model/money.ts';
import type { Sum } from '../model/sum.ts';

const ABOUT = BOUNDS.indexOf('about');

/** Places of a sum's parts in a cell; a cell is eight numbers, one line of a processor's cache. */
const LOW = 0;
const HIGH = 1;
const RETURNED = 2;
const COUNT = 3;
const OPEN = 4;
const ABOUT_COUNT = 5;
const UNSTATED = 6;
const CELL = 8;

/**
 * Many sums in one array, so that adding a row makes no object. Row and cell numbers come from the
 * engine's own loops and are taken to be in range.
 */
export class Sums {
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #stated: Uint8Array;
  readonly #bound: Uint8Array;
  #cells: Float64Array;

  constructor(dataset: Dataset, cells: number) {
    this.#low = dataset.low;
    this.#high = dataset.high;
    this.#stated = dataset.stated;
    this.#bound = dataset.bound;
    this.#cells = new Float64Array(cells * CELL);
  }

  /** Makes room for `cells` sums, keeping those there are. */
  reserve(cells: number): void {
    if (cells * CELL <= this.#cells.length) return;
    const larger = new Float64Array(Math.max(cells * CELL, this.#cells.length * 2));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  /** Adds the figure in `row`: its money, and itself to the counts. */
  add(cell: number, row: number): void {
    const stated = this.#stated[row]!;
    this.#count(cell, row, stated);
    if (stated === 0) return;
    const low = stated & LOW_STATED ? this.#low[row]! : 0;
    this.addMoney(cell, low, stated & HIGH_STATED ? this.#high[row]! : low);
  }

  /** Adds money without counting a figure: a share of a figure that is counted elsewhere. */
  addMoney(cell: number, low: Money, high: Money): void {
    const at = cell * CELL;
    const cells = this.#cells;
    cells[at + LOW]! += low;
    cells[at + HIGH]! += high;
    if (low < 0) cells[at + RETURNED]! += low;
  }

  /** Counts the figure in `row` without adding its money. */
  countFigure(cell: number, row: number): void {
    this.#count(cell, row, this.#stated[row]!);
  }

  #count(cell: number, row: number, stated: number): void {
    const at = cell * CELL;
    const cells = this.#cells;
    if (stated === 0) {
      cells[at + UNSTATED]!++;
      return;
    }
    cells[at + COUNT]!++;
    if (!(stated & HIGH_STATED)) cells[at + OPEN]!++;
    if (this.#bound[row] === ABOUT) cells[at + ABOUT_COUNT]!++;
  }

  /** Figures in a cell, of stated and of unstated size. */
  figures(cell: number): number {
    return this.#cells[cell * CELL + COUNT]! + this.#cells[cell * CELL + UNSTATED]!;
  }

  at(cell: number): Sum {
    const at = cell * CELL;
    const cells = this.#cells;
    return {
      low: cells[at + LOW]!,
      high: cells[at + HIGH]!,
      returned: cells[at + RETURNED]!,
      count: cells[at + COUNT]!,
      open: cells[at + OPEN]!,
      about: cells[at + ABOUT_COUNT]!,
      unstated: cells[at + UNSTATED]!,
    };
  }
}
