import type { Decision, Options } from '../plan.ts';

const SIGN = '(?:£|€|\\$|gbp|eur|usd|us\\$)';
/** Money as it is named before or after a unit. */
const MONEY = `(?:${SIGN}|pounds?|euros?|dollars?|reais|pesos|kr\\b\\.?|zł|円|₹|rs\\.?|inr)`;
/** A digit before a unit makes it a limit or an amount: "over £1 million". */
const NO_DIGIT = '(?<!\\d[.,]? ?)';

interface Unit {
  readonly factor: number;
  /** What it is called in a decision. */
  readonly name: string;
  /** Signs that stand for the unit and nothing else. */
  readonly sign: RegExp;
  /** Words for it, where they can be no part of a name: "Million Trees Fund". */
  readonly inHeader: RegExp;
  readonly inLine: RegExp;
}

/** What follows where a unit is all that is said, or the last part of it: "Thousands of pounds". */
const OF_MONEY = `\\s*(?:of|d['’]|de|di|i|w)?\\s*(?:us |uk )?${MONEY}(?!\\p{L})`;
const LAST = `\\W*(?:$|[),;])`;
const ALONE = `(?:${OF_MONEY}|(?!\\p{L})${LAST})`;
/** Before a unit, if that says how amounts are written. */
const STATING = `(?<!\\p{L})(?:in|en|em|i|w)\\s+(?:us |uk )?|\\(\\s*`;

const UNITS: readonly Unit[] = [
  unit(
    1000,
    'thousands',
    `${SIGN} ?['’]?000['’]?s?\\b(?![.,]\\d)|['’]000s?\\b|\\(000s?\\)|\\b000s\\b|${SIGN} ?k\\b|\\bk ?${SIGN}|\\bt(?:eur|€)|\\btkr\\b|\\btsd\\b|千円|\\btys\\.? ?(?:zł|pln)|\\bx ?1[., ]?000\\b|r\\$ ?mil(?:hares)?\\b`,
    'thousands?|tausend|milliers?(?= d)|miles(?= de)|milhares(?= de)|mil(?= (?:euros|reais|pesos))|migliaia(?= d)|duizend(?:en)?|tys\\.?',
    `(?:\\(|\\b(?:in|i|x)) ?1[., ]000 ?${MONEY}(?=${LAST})`,
  ),
  unit(
    100_000,
    'lakhs',
    `(?:₹|\\brs\\.?|\\binr) ?(?:in )?(?:lakhs?|lacs?)\\b|\\bin lacs\\b`,
    'lakhs?',
  ),
  unit(
    1_000_000,
    'millions',
    `${SIGN} ?(?:m|mn|mm|mio|mln)\\b|(?<!r)${SIGN} ?mil\\b|\\b(?:m|mn|mio|mln)\\.? ?${SIGN}|\\bmio\\b|\\(m\\)|\\bmeur\\b|\\b(?:mn|m)kr\\b|百万円|\\bmln\\.? ?(?:zł|pln)`,
    'millions?|millionen|milioni|millones|milh(?:ões|oes)(?= de)|miljoen(?:en)?|mln\\.?',
  ),
  unit(10_000_000, 'crores', `(?:₹|\\brs\\.?|\\binr) ?(?:in )?(?:crores?|cr)\\b`, 'crores?'),
  unit(
    1_000_000_000,
    'billions',
    `${SIGN} ?(?:bn|b)\\b|\\b(?:bn|mrd)\\.? ?${SIGN}|\\bmrd\\b`,
    'billions?|milliarden|milliards?|miliardi|miliardy',
  ),
];
const DENIED = /(?<!\p{L})(not|nicht|rather than|instead of)(?!\p{L})[^.,;]*$/iu;
/** "mil" where its language does not show. */
const MIL = /(?<!r)(?:us\$|\$|usd|€|eur) ?mil\b/i;
/** A line that says how amounts are written is not longer. */
const LONGEST = 300;

/** The factor of the unit that a header states; undefined when it states none. */
export function factorIn(header: string): number | undefined {
  return unitIn(header, 'inHeader')?.factor;
}

/** The same of a line above the header, in which words may speak of something else. */
export function factorOfLine(line: string): number | undefined {
  return unitIn(line, 'inLine')?.factor;
}

function unitIn(given: string, place: 'inHeader' | 'inLine'): Unit | undefined {
  // Rules of dashes and blanks say nothing, and a capital "I" counts: "Phase I".
  const text = given
    .replace(/([^\p{L}\p{N}])\1+/gu, '$1')
    .slice(0, LONGEST)
    .replace(/(?<!\p{L})[IW](?!\p{L})/gu, '#');
  return UNITS.find((unit) => {
    const found = unit.sign.exec(text) ?? unit[place].exec(text);
    return found !== null && !DENIED.test(text.slice(0, found.index));
  });
}

/**
 * Finds the unit in the amount's header, else in the lines above the header. "mil" is doubted: it is a
 * thousand in Spanish and Portuguese, and short for a million in English.
 */
export function findFactor(
  header: string,
  preamble: readonly string[],
  options: Options,
): { readonly factor: number; readonly decisions: readonly Decision[] } {
  if (options.factor !== undefined) return { factor: options.factor, decisions: [] };
  const inHeader = unitIn(header, 'inHeader');
  const line = inHeader ? undefined : preamble.find((text) => unitIn(text, 'inLine'));
  const unit = inHeader ?? (line === undefined ? undefined : unitIn(line, 'inLine'));
  if (unit === undefined) return { factor: 1, decisions: [] };
  const { factor, name } = unit;
  const where =
    line === undefined ? `the header "${header}"` : `the line "${line}" above the header`;
  const choice = (sentence: string, other: number) => ({
    sentence,
    options: { ...options, factor: other },
  });
  const single = choice('Amounts are in single units', 1);
  const doubt = MIL.test(line ?? header);
  const choices = doubt ? [choice('Amounts are in thousands', 1000), single] : [single];
  const why = doubt
    ? `${where} says, though "mil" is a thousand in some languages`
    : `${where} says`;
  return {
    factor,
    decisions: [
      { matter: 'units', sentence: `Amounts are in ${name}, as ${why}.`, doubt, choices },
    ],
  };
}

function unit(factor: number, name: string, signs: string, words: string, whole?: string): Unit {
  const word = `(?:${words})`;
  return {
    factor,
    name,
    sign: new RegExp(`${NO_DIGIT}(?:${signs})${whole === undefined ? '' : `|${whole}`}`, 'i'),
    // In a header also at its end, or beside other marks: "Spend thousands", "Amount, millions 2019".
    inHeader: new RegExp(
      `${NO_DIGIT}(?<!\\p{L})(?:${MONEY}[ ,]*(?:in )?${word}(?!\\p{L})|${word}(?!\\p{L}|\\s+\\p{L})|${word}${OF_MONEY})`,
      'iu',
    ),
    inLine: new RegExp(
      `(?:${STATING})(?:${MONEY}\\s*)?${word}${ALONE}|(?<!\\p{L})in ${name}(?!\\p{L}| of )|` +
        `${MONEY}[ ,]*(?:in )?${word}(?!\\p{L})|(?:^|[:;,–]| -)\\W*${word}${ALONE}`,
      'iu',
    ),
  };
}
