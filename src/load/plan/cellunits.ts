import { parseAmountText } from '../amounttext.ts';
import type { Decimal } from '../numbers.ts';
import type { Decision, NumberStyle, Options } from '../plan.ts';

/** A cell that can be read as a number. */
interface Read {
  readonly text: string;
  readonly number: Decimal;
}

/**
 * Cells that say more than a number, or less: a unit of their own, that they are credits, or an exponent
 * where digits stood.
 */
export function cellUnitDecisions(
  cells: readonly string[],
  label: string,
  { factor, ...marks }: Pick<NumberStyle, 'decimal' | 'either' | 'factor'>,
  options: Options,
): Decision[] {
  const read = cells.flatMap((text): Read[] => {
    const number = parseAmountText(text, marks);
    return number && number !== 'missing' ? [{ text, number }] : [];
  });
  return [
    ...unitDecision(read, label, factor, options),
    ...creditDecision(read, label, options),
    ...exponentDecision(read, label),
  ];
}

/** Beside cells that name their unit, one that names none may have been meant in it. */
function unitDecision(
  read: readonly Read[],
  label: string,
  factor: number,
  options: Options,
): Decision[] {
  const own = read.find(({ number }) => number.ownUnit);
  if (!own) return [];
  const bare = read.filter(({ number }) => !number.ownUnit && /[1-9]/.test(number.digits));
  const others =
    bare.length === 0
      ? ''
      : ` Others, such as "${bare[0]?.text}", name none and are read in ${unitOf(factor)}.`;
  const factors = [1, 1000, 1_000_000].filter((other) => other !== factor);
  return [
    {
      matter: 'units of cells',
      column: label,
      sentence: `Amounts in "${label}" that name their own unit, such as "${own.text}", are read in that.${others}`,
      doubt: bare.length > 0 && factor === 1 && options.factor === undefined,
      choices:
        bare.length === 0
          ? []
          : factors.map((other) => ({
              sentence: `Those that name no unit are in ${unitOf(other)}`,
              options: { ...options, factor: other },
            })),
    },
  ];
}

function creditDecision(read: readonly Read[], label: string, options: Options): Decision[] {
  const credit = read.find(({ text }) => /C[Rr]\W*$/.test(text));
  if (!credit) return [];
  const added = options.credits === 'added';
  return [
    {
      matter: 'credits',
      column: label,
      sentence: `Amounts in "${label}" that are marked as credits, such as "${credit.text}", are ${added ? 'added like the others' : 'taken off'}.`,
      doubt: options.credits === undefined,
      choices: [
        added
          ? { sentence: 'Credits are taken off', options: { ...options, credits: 'taken off' } }
          : { sentence: 'Credits are added', options: { ...options, credits: 'added' } },
      ],
    },
  ];
}

/** Fewer digits than this beside an exponent are what a spreadsheet shows of a number that had more. */
const ALL_DIGITS = 7;

function exponentDecision(read: readonly Read[], label: string): Decision[] {
  const short = read.find(
    ({ text, number: { digits, decimals } }) =>
      /\d[eE]\+?\d/.test(text) && decimals < 0 && digits.length > 1 && digits.length < ALL_DIGITS,
  );
  if (!short) return [];
  const sentence = `Amounts in "${label}" are written with an exponent, such as "${short.text}": a spreadsheet may have dropped their last digits.`;
  return [{ matter: 'digits', column: label, sentence, doubt: true, choices: [] }];
}

function unitOf(factor: number): string {
  if (factor === 1) return 'single units';
  return factor === 1000 ? 'thousands' : factor === 1_000_000 ? 'millions' : 'billions';
}
