import type { Dataset } from '../model/dataset.ts';
import type { FigureRecord } from '../model/question.ts';

/** The text of columns that are not kept, for a few rows, read again from the file. */
export class FarCells {
  readonly #columns: readonly { readonly id: string; readonly label: string }[];
  readonly #texts: ReadonlyMap<number, readonly string[]>;

  private constructor({ far }: Dataset, texts: ReadonlyMap<number, readonly string[]>) {
    this.#columns = far?.columns ?? [];
    this.#texts = texts;
  }

  /** Rejects when the file can no longer be read. */
  static async read(dataset: Dataset, rows: readonly number[]): Promise<FarCells> {
    const texts = dataset.far && rows.length > 0 ? await dataset.far.read(rows) : [];
    return new FarCells(dataset, new Map(rows.map((row, index) => [row, texts[index] ?? []])));
  }

  cells(row: number): FigureRecord['cells'] {
    const texts = this.#texts.get(row) ?? [];
    return this.#columns.map(({ id, label }, index) => ({ id, label, text: texts[index] ?? '' }));
  }

  texts(row: number): readonly string[] {
    return this.#texts.get(row) ?? [];
  }

  /** The row's title, where titles are among these columns. */
  title(row: number): string | undefined {
    const index = this.#columns.findIndex(({ id }) => id === 'title');
    return index < 0 ? undefined : this.#texts.get(row)?.[index];
  }
}
