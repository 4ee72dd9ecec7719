import type { Money } from '../../model/money.ts';
import type { Plan } from '../plan.ts';

const MINUS = 0x2d;
const NOUGHT = 0x30;
/** As many digits as a number holds exactly. */
const EXACT = 15;

/**
 * Reads the commonest ways of writing an amount straight from bytes: digits, thousands in threes, a
 * fraction, a minus before. It reads what the parser of text reads and nothing else.
 */
export class AmountTaker {
  readonly #decimal: number;
  readonly #group: number;
  /** Noughts that the file's unit stands for: three when it writes thousands. */
  readonly #noughts: number;

  constructor({ numbers, roles }: Plan) {
    const plain = roles.numbers === 'plain';
    const decimal = plain ? '.' : numbers.decimal;
    this.#decimal = decimal.charCodeAt(0);
    this.#group = plain ? -1 : decimal === '.' ? 0x2c : 0x2e;
    this.#noughts = Math.round(Math.log10(numbers.factor));
  }

  /** The amount in units of `decimals` places; NaN when it has to be read as text. */
  bytes(buffer: Uint8Array, from: number, to: number, decimals: number): Money {
    let at = from;
    const negative = buffer[at] === MINUS;
    if (negative) at++;
    let units = 0;
    let digits = 0;
    let since = -1;
    for (; at < to; at++) {
      const digit = buffer[at]! - NOUGHT;
      if (digit >= 0 && digit <= 9) {
        units = units * 10 + digit;
        digits++;
        if (since >= 0) since++;
        continue;
      }
      if (buffer[at] !== this.#group) break;
      if (since < 0 ? digits < 1 || digits > 3 : since !== 3) return NaN;
      since = 0;
    }
    if (digits === 0 || (since >= 0 && since !== 3)) return NaN;
    let missing = decimals + this.#noughts;
    if (at < to) {
      if (buffer[at] !== this.#decimal || at + 1 === to || to - at - 1 > missing) return NaN;
      for (at++; at < to; at++) {
        const digit = buffer[at]! - NOUGHT;
        if (!(digit >= 0 && digit <= 9)) return NaN;
        units = units * 10 + digit;
        digits++;
        missing--;
      }
    }
    if (digits + missing > EXACT || missing < 0) return NaN;
    for (; missing > 0; missing--) units *= 10;
    return negative && units !== 0 ? -units : units;
  }
}
