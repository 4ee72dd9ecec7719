import type { Decimal } from './numbers.ts';

/** A sum of decimal numbers, exact whatever their number, size and decimals. */
export class ExactSum {
  #units = 0n;
  #decimals = 0;

  /** Adds a number read from text. */
  add({ negative, digits, decimals }: Decimal): void {
    this.#addUnits(BigInt(negative ? `-${digits || '0'}` : digits || '0'), decimals);
  }

  /** Adds whole units of `decimals` places. */
  addUnits(units: number, decimals: number): void {
    this.#addUnits(BigInt(units), decimals);
  }

  equals(other: ExactSum): boolean {
    return this.toString() === other.toString();
  }

  isZero(): boolean {
    return this.#units === 0n;
  }

  /** The sum without exponent, with the decimals of the number that has most and no idle noughts. */
  toString(): string {
    const sign = this.#units < 0n ? '-' : '';
    const digits = String(this.#units < 0n ? -this.#units : this.#units);
    const padded = digits.padStart(this.#decimals + 1, '0');
    const point = padded.length - this.#decimals;
    const fraction = padded.slice(point).replace(/0+$/, '');
    return sign + padded.slice(0, point) + (fraction && `.${fraction}`);
  }

  #addUnits(units: bigint, decimals: number): void {
    if (decimals > this.#decimals) {
      this.#units *= 10n ** BigInt(decimals - this.#decimals);
      this.#decimals = decimals;
    }
    this.#units += units * 10n ** BigInt(this.#decimals - decimals);
  }
}
