import type { Amount } from '../model/amount.ts';
import { BASES, measureId, type Measure, type MeasureId } from '../model/measure.ts';
import type { Complaint } from './complaint.ts';
import { canMark, currencyNamed, currencyOf, decimalsOf } from './currencies.ts';
import { partAt, type Roles } from './roles.ts';
import { cellAt } from './table.ts';

/** The measures of a file in the order they are met, and how much each has come to. */
export class Measures {
  readonly list: Measure[] = [];
  readonly #roles: Roles;
  readonly #indexes = new Map<MeasureId, number>();
  readonly #sizes: number[] = [];

  constructor(roles: Roles) {
    this.#roles = roles;
  }

  /**
   * The measure of a record, `mark` being the sign or code beside its amount and `said` what the
   * header of the amount says of its kind; it is in the list once an amount of it is counted.
   */
  read(cells: readonly string[], mark: string, said: string): Measure | Complaint {
    const kind = this.#kindOf(cells, said);
    const currency = this.#currencyOf(cells, mark);
    const word = partAt(cells, this.#roles.basis);
    if (kind.text === '') {
      const message = 'Without its kind it is not known what the amount may be added to.';
      return { kind: 'no kind', message, column: kind.column, found: '' };
    }
    // A measure's id divides its parts by slashes; only the kind may have some of its own.
    if (currency.text === '' || currency.text.includes('/')) {
      const message = 'This is not a currency.';
      return { kind: 'no currency', message, column: currency.column, found: currency.text };
    }
    if (!canMark(mark, currency.text)) {
      const message = `This amount is not in ${currency.text}.`;
      const column = this.#roles.low;
      return { kind: 'another currency', message, column, found: cellAt(cells, column) };
    }
    const basis = BASES.find((known) => known === word.text);
    if (!basis) {
      const message = `The basis is none of: ${BASES.join(', ')}.`;
      return { kind: 'unknown basis', message, column: word.column, found: word.text };
    }
    const id = measureId(kind.text, currency.text, basis);
    const known = this.list[this.#indexes.get(id) ?? -1];
    if (known) return known;
    const decimals = Math.max(decimalsOf(currency.text), this.#roles.decimals ?? 0);
    return { id, kind: kind.text, currency: currency.text, basis, decimals };
  }

  /**
   * Counts an amount in and returns the index of its measure; undefined, and nothing is counted,
   * when the sizes of all amounts of that measure would then be more than can be held exactly.
   * While they are not, every sum of some of them is exact.
   */
  count(measure: Measure, { low, high }: Amount): number | undefined {
    const index = this.#indexes.get(measure.id) ?? this.list.length;
    const size = (this.#sizes[index] ?? 0) + Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
    if (!Number.isSafeInteger(size)) return undefined;
    this.#sizes[index] = size;
    this.list[index] = measure;
    this.#indexes.set(measure.id, index);
    return index;
  }

  /**
   * The same for one more amount of a measure that some were counted of, by its index and the size
   * of the amount; false when it is too much.
   */
  countMore(index: number, size: number): boolean {
    const sum = (this.#sizes[index] ?? 0) + size;
    if (!Number.isSafeInteger(sum)) return false;
    this.#sizes[index] = sum;
    return true;
  }

  /** Kinds are one whatever their case; a phase and a header's word narrow them. */
  #kindOf(cells: readonly string[], said: string): { text: string; column?: number } {
    const word = partAt(cells, this.#roles.kind);
    const further = [this.#phaseOf(cells), said].filter(Boolean);
    return { ...word, text: [word.text, ...further].join(', ').toLowerCase() };
  }

  #phaseOf(cells: readonly string[]): string {
    const { phase, phases } = this.#roles;
    const word = phase === null ? '' : cellAt(cells, phase);
    return phases && !phases.includes(word.toLowerCase()) ? '' : word;
  }

  #currencyOf(cells: readonly string[], mark: string): { text: string; column?: number } {
    const { currency } = this.#roles;
    const word = partAt(cells, currency);
    if ('column' in currency) return { ...word, text: currencyNamed(word.text) };
    if (canMark(mark, word.text)) return word;
    return { text: currencyOf(mark) };
  }
}
