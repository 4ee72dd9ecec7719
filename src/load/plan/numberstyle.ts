import { parseAmountText } from '../amounttext.ts';
import { isMissing } from '../missing.ts';
import { inUnits, type Decimal } from '../numbers.ts';
import type { Decision, NumberStyle, Options } from '../plan.ts';

export interface StyleFound {
  readonly marks: Pick<NumberStyle, 'decimal' | 'group' | 'either'>;
  readonly decisions: readonly Decision[];
}

/**
 * What may be a slip among thousands, such as "7,50": one or two digits after a single mark, and no
 * nought before it unless it is all noughts. Other decimals nobody writes who means thousands.
 */
const SLIP = /^\D*(?:[1-9]\d*[.,]\d{1,2}|0*[.,]0{1,2})\D*$/;
/** So many cells that may be thousands are not overruled by a single one, whatever it is. */
const MANY = 50;

/**
 * The convention a column writes its numbers in, decided on all its cells together: those that only
 * one convention can read decide. When none does, a mark with three digits after it stands between
 * thousands, and that is a doubt unless it is the comma of English files.
 */
export function numberStyleOf(
  cells: readonly string[],
  label: string,
  options: Options,
  semicolons: boolean,
): StyleFound {
  let [point, comma] = [0, 0];
  const proofs = { '.': 0, ',': 0 };
  const open: string[] = [];
  for (const text of cells) {
    if (isMissing(text)) continue;
    const [asPoint, asComma] = [readsWith(text, '.'), readsWith(text, ',')];
    if (asPoint && asComma && /[.,]/.test(text)) open.push(text);
    else if (asPoint !== asComma) {
      if (asPoint) point++;
      else comma++;
      if (!SLIP.test(text)) proofs[asPoint ? '.' : ',']++;
    }
  }
  const group = groupIn(cells);
  const given = options.decimal;
  if (given) return { marks: { decimal: given, group, either: false }, decisions: [] };
  if (point > 0 && comma > 0) {
    // A cell that can be no slip says twice as much; in files with semicolons the comma is likelier.
    const more = comma + proofs[','] - point - proofs['.'];
    const decimal = more > 0 || (more === 0 && semicolons) ? ',' : '.';
    const sentence = `"${label}" writes numbers in both conventions (1,234.56 and 1.234,56): ${point} cells can only be read with a decimal point, ${comma} only with a decimal comma; each is read as it can be, the ${open.length} others with a decimal ${decimal === '.' ? 'point' : 'comma'}.`;
    return {
      marks: { decimal, group, either: true },
      decisions: [doubt(label, sentence, options)],
    };
  }
  if (point > 0 || comma > 0) {
    const decided = point > 0 ? '.' : ',';
    const odd = open.filter((text) => text.includes(decided));
    if (odd.length <= point + comma + proofs[decided] * MANY) {
      return { marks: { decimal: decided, group, either: false }, decisions: [] };
    }
    // A comma is thought to stand between thousands in files with commas, a point in those with semicolons.
    const areThousands = proofs[decided] === 0 && (decided === ',') !== semicolons;
    return outvoted(decided, odd, areThousands, group, label, options);
  }
  const dots = open.filter((text) => text.includes('.'));
  const decimal = dots.length > 0 ? ',' : '.';
  const decided = open.length === 0 || (dots.length === 0 && !semicolons);
  if (decided) return { marks: { decimal, group, either: false }, decisions: [] };
  const sentence = `Whether "${open[0]}" in "${label}" is a number of thousands or has three decimals cannot be decided; it is read as thousands.`;
  return { marks: { decimal, group, either: false }, decisions: [doubt(label, sentence, options)] };
}

/**
 * A few cells that only one convention can read, beside more that would have three decimals by it and
 * thousands by the other: a mistyped "7,50" does not make thousands of fractions.
 */
function outvoted(
  decided: '.' | ',',
  odd: readonly string[],
  areThousands: boolean,
  group: NumberStyle['group'],
  label: string,
  options: Options,
): StyleFound {
  const other = decided === ',' ? '.' : ',';
  const read = areThousands ? 'as thousands' : 'with three decimals';
  const sentence = `${odd.length} numbers in "${label}", such as "${odd[0]}", can be thousands or have three decimals, and the few others do not tell for sure; they are read ${read}.`;
  return {
    marks: { decimal: areThousands ? other : decided, group, either: areThousands },
    decisions: [doubt(label, sentence, options)],
  };
}

function doubt(label: string, sentence: string, options: Options): Decision {
  return {
    matter: 'decimal mark',
    column: label,
    sentence,
    doubt: true,
    choices: decimalChoices(options),
  };
}

/** Whether a text is a number with this decimal mark. */
export function readsWith(text: string, decimal: '.' | ','): boolean {
  return typeof parseAmountText(text, { decimal, either: false }) === 'object';
}

/** The two readings of a column whose marks can be read both ways. */
export function decimalChoices(options: Options): Decision['choices'] {
  return [
    { sentence: 'The point is the decimal mark', options: { ...options, decimal: '.' } },
    { sentence: 'The comma is the decimal mark', options: { ...options, decimal: ',' } },
  ];
}

function groupIn(cells: readonly string[]): NumberStyle['group'] {
  for (const text of cells) {
    const group = /\d([,.\s'’])\d{3}(?!\d)(?=.*)/.exec(text)?.[1];
    if (group === "'" || group === '’') return "'";
    if (group && /\s/.test(group)) return ' ';
  }
  const grouped = cells.find((text) => /\d,\d{3}(?!\d)/.test(text));
  return grouped ? ',' : cells.some((text) => /\d\.\d{3}(?!\d)\D/.test(text)) ? '.' : '';
}

/**
 * The most decimals with which the numbers of a column, and all of the file added, are held exactly.
 * `share` is how much of the file the numbers are of.
 */
export function decimalsFor(numbers: readonly Decimal[], share: number, factor: number): number {
  let most = 0;
  let size = 0;
  for (const number of numbers) {
    const { digits, decimals } = inUnits(number, factor);
    most = Math.max(most, decimals);
    size += Number(digits) * 10 ** -decimals;
  }
  let decimals = Math.min(most, 20);
  while (decimals > 0 && (size / share) * 10 ** decimals > Number.MAX_SAFE_INTEGER / 2) decimals--;
  return Math.max(0, decimals);
}
