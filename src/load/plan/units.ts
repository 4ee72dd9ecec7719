import type { Decision, Options } from '../plan.ts';

const MONEY_SIGN = '(?:£|€|\\$|gbp|eur|usd|us\\$)';
/** Words for thousands and so on that say nothing else; a digit before them makes them a limit. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [
    new RegExp(
      `(?<![\\d.,] ?)(?:${MONEY_SIGN} ?['’]?000['’]?s?\\b(?![.,]\\d)|['’]000s?\\b|\\(000s?\\)|\\b000s\\b|${MONEY_SIGN} ?k\\b|\\bk ?${MONEY_SIGN}|t(?:eur|€)|tsd\\b)|(?<!\\d ?)\\bthousands?\\b|\\bin tausend\\b`,
      'i',
    ),
    1000,
  ],
  [
    new RegExp(
      `(?<!\\d ?)(?:${MONEY_SIGN} ?(?:m|mn|mm|mio)\\b|\\b(?:m|mn|mio)\\.? ?${MONEY_SIGN}|\\bmio\\b|\\bmillions?\\b|\\(m\\)|\\bmeur\\b|\\bmillionen\\b)`,
      'i',
    ),
    1_000_000,
  ],
  [
    new RegExp(
      `(?<!\\d ?)(?:${MONEY_SIGN} ?(?:bn|b)\\b|\\b(?:bn|mrd)\\.? ?${MONEY_SIGN}|\\bmrd\\b|\\bbillions?\\b|\\bmilliarden\\b)`,
      'i',
    ),
    1_000_000_000,
  ],
];

/** What one unit written stands for, as a header or title says; undefined when it says nothing. */
export function factorIn(text: string): number | undefined {
  return UNITS.find(([words]) => words.test(text))?.[1];
}

/** Finds the unit in the amount's header, else in the lines above the header. */
export function findFactor(
  header: string,
  preamble: readonly string[],
  options: Options,
): { readonly factor: number; readonly decisions: readonly Decision[] } {
  if (options.factor !== undefined) return { factor: options.factor, decisions: [] };
  const inHeader = factorIn(header);
  const line = preamble.find((text) => factorIn(text) !== undefined);
  const factor = inHeader ?? (line === undefined ? undefined : factorIn(line));
  if (factor === undefined) return { factor: 1, decisions: [] };
  const words = factor === 1000 ? 'thousands' : factor === 1_000_000 ? 'millions' : 'billions';
  const where =
    inHeader === undefined ? `the line "${line}" above the header` : `the header "${header}"`;
  return {
    factor,
    decisions: [
      {
        matter: 'units',
        sentence: `Amounts are in ${words}, as ${where} says.`,
        doubt: false,
        choices: [{ sentence: 'Amounts are in single units', options: { ...options, factor: 1 } }],
      },
    ],
  };
}
