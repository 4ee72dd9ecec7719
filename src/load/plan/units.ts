import type { Decision, Options } from '../plan.ts';

const SIGN = '(?:£|€|\\$|gbp|eur|usd|us\\$)';
/** Money as it is named before or after a unit. */
const MONEY = `(?:${SIGN}|pounds?|euros?|dollars?|kr\\b\\.?|zł|円|₹|rs\\.?|inr)`;
/** A digit before a unit makes it a limit or an amount: "over £1 million". */
const NO_DIGIT = '(?<!\\d[.,]? ?)';

interface Unit {
  readonly factor: number;
  /** What it is called in a decision. */
  readonly name: string;
  /** Signs that stand for the unit and nothing else. */
  readonly sign: RegExp;
  /** Words for it, which a title may use for something else: "Million Trees Fund". */
  readonly words: string;
}

const UNITS: readonly Unit[] = [
  {
    factor: 1000,
    name: 'thousands',
    sign: unitSign(
      `${SIGN} ?['’]?000['’]?s?\\b(?![.,]\\d)|['’]000s?\\b|\\(000s?\\)|\\b000s\\b|${SIGN} ?k\\b|\\bk ?${SIGN}|\\bt(?:eur|€)|\\btkr\\b|\\btsd\\b|千円|\\btys\\.? ?(?:zł|pln)|\\bx ?1[., ]?000\\b`,
      `(?:\\(|\\b(?:in|i|x)) ?1[., ]000 ?${MONEY}`,
    ),
    words: 'thousands?|tausend|milliers?(?= d)|miles(?= de)|migliaia(?= d)|duizend(?:en)?|tys\\.?',
  },
  {
    factor: 100_000,
    name: 'lakhs',
    sign: unitSign(`(?:₹|\\brs\\.?|\\binr) ?(?:in )?(?:lakhs?|lacs?)\\b`),
    words: 'lakhs?|lacs?',
  },
  {
    factor: 1_000_000,
    name: 'millions',
    sign: unitSign(
      `${SIGN} ?(?:m|mn|mm|mio|mil|mln)\\b|\\b(?:m|mn|mio|mln)\\.? ?${SIGN}|\\bmio\\b|\\(m\\)|\\bmeur\\b|\\b(?:mn|m)kr\\b|百万円|\\bmln\\.? ?(?:zł|pln)`,
    ),
    words: 'millions?|millionen|milioni|millones|miljoen(?:en)?|mln\\.?',
  },
  {
    factor: 10_000_000,
    name: 'crores',
    sign: unitSign(`(?:₹|\\brs\\.?|\\binr) ?(?:in )?(?:crores?|cr)\\b`),
    words: 'crores?',
  },
  {
    factor: 1_000_000_000,
    name: 'billions',
    sign: unitSign(`${SIGN} ?(?:bn|b)\\b|\\b(?:bn|mrd)\\.? ?${SIGN}|\\bmrd\\b`),
    words: 'billions?|milliarden|milliards?|miliardi|miliardy',
  },
];

/** Before a unit in a line of words, if that says how amounts are written: "in thousands", "£ million". */
const STATED = `(?:(?<!\\p{L})(?:in|en|i|w)|\\(|${MONEY}[ ,]*(?:in)?)\\s*(?:us |uk )?(?:${MONEY}\\s*)?`;
/** After a unit that is all a line says, or its last part: "Thousands of pounds", "Unit: thousands". */
const ALONE = `(?:\\s*(?:of|d['’]|de|di)?\\s*(?:us |uk )?${MONEY})?\\W*$`;
const DENIED = /(?<!\p{L})(not|nicht|rather than|instead of)(?!\p{L})[^.,;]*$/iu;

/** What one unit written stands for, as a header says; undefined when it says nothing. */
export function factorIn(header: string): number | undefined {
  return unitIn(header, ({ words }) => `${NO_DIGIT}(?<!\\p{L})(?:${words})(?!\\p{L})`)?.factor;
}

/** The same as a line above the header says, in which words may speak of something else. */
export function factorOfLine(line: string): number | undefined {
  const stated = ({ words }: Unit) =>
    `(?:${STATED}|(?:^|[:;,–-])\\W*(?=(?:${words})${ALONE}))(?:${words})(?!\\p{L})`;
  return unitIn(line, stated)?.factor;
}

function unitIn(text: string, patternOf: (unit: Unit) => string): Unit | undefined {
  return UNITS.find((unit) => {
    const found = unit.sign.exec(text) ?? new RegExp(patternOf(unit), 'iu').exec(text);
    return found !== null && !DENIED.test(text.slice(0, found.index));
  });
}

/** Finds the unit in the amount's header, else in the lines above the header. */
export function findFactor(
  header: string,
  preamble: readonly string[],
  options: Options,
): { readonly factor: number; readonly decisions: readonly Decision[] } {
  if (options.factor !== undefined) return { factor: options.factor, decisions: [] };
  const inHeader = factorIn(header);
  const line = preamble.find((text) => factorOfLine(text) !== undefined);
  const factor = inHeader ?? (line === undefined ? undefined : factorOfLine(line));
  if (factor === undefined) return { factor: 1, decisions: [] };
  const words = UNITS.find((unit) => unit.factor === factor)?.name ?? '';
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

function unitSign(signs: string, whole?: string): RegExp {
  return new RegExp(`${NO_DIGIT}(?:${signs})${whole === undefined ? '' : `|${whole}`}`, 'i');
}
