import { currencyOf, isCurrency } from '../currencies.ts';
import { parseAmountText, type NumberMarks } from '../amounttext.ts';
import type { Decision, Options } from '../plan.ts';
import type { Part } from '../roles.ts';
import type { ColumnSample } from './sample.ts';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/£|\bGBP\b|\bpounds?( sterling)?\b|\bsterling\b/i, 'GBP'],
  [/€|\bEUR\b|\beuros?\b|TEUR|MEUR/i, 'EUR'],
  [/US\$|\bUSD\b|\bdollars?\b|(?<![a-z])usd\b|USD$/i, 'USD'],
  [/¥|\bJPY\b|\byen\b|円/i, 'JPY'],
  [/\bCHF\b/i, 'CHF'],
  [/\bPLN\b|zł/i, 'PLN'],
  [/\bCZK\b|Kč/i, 'CZK'],
  [/\bSEK\b/i, 'SEK'],
  [/\bNOK\b/i, 'NOK'],
  [/\bDKK\b/i, 'DKK'],
];
const UNLESS_SAID = 'GBP';

/** Whether a column holds currency codes. */
export function holdsCurrencies({ filled, words }: ColumnSample): boolean {
  if (filled.length === 0) return false;
  const known = filled.filter((text) => isCurrency(text)).length;
  if (/currency|währung|waehrung|devise|moneda|valuta/.test(words)) {
    return filled.filter((text) => /^[A-Za-z]{3}$/.test(text)).length * 2 > filled.length;
  }
  return known === filled.length && /^[A-Z]{3}$/.test(filled[0] ?? '');
}

/** The currency a text names, if any. */
function currencyIn(text: string): string | undefined {
  return WORDS.find(([words]) => words.test(text))?.[1];
}

/** The currency that a header names by a word, or by a code or a sign that stands by itself. */
function currencyOfHeader(header: string): string | undefined {
  const codes = /\p{Ll}/u.test(header) ? (header.match(/\b[A-Z]{3}\b/g) ?? []) : [];
  const sign = /(?:\b[A-Z]{1,2})?\$|[₹₦₽₺₪₩₱₫฿]/u.exec(header)?.[0];
  return currencyIn(header) ?? codes.find(isCurrency) ?? (sign && currencyOf(sign));
}

/**
 * Where the currency stands: in a column, else in the signs beside the amounts, the amount's
 * header, the lines above the header, or what files of that kind are in; else it is not known.
 */
export function findCurrency(
  column: ColumnSample | undefined,
  amount: ColumnSample,
  marks: NumberMarks,
  preamble: readonly string[],
  usual: string | undefined,
  options: Options,
): { readonly part: Part; readonly decisions: readonly Decision[] } {
  if (column) {
    return { part: { column: column.column.index, blank: 'not stated' }, decisions: [] };
  }
  const always = options.always?.currency;
  if (always) return { part: { always }, decisions: [] };
  const said =
    commonestMark(amount, marks) ??
    currencyOfHeader(amount.column.label) ??
    preamble.map(currencyIn).find((found) => found !== undefined);
  if (said) return { part: { always: said }, decisions: [] };
  const choice = (currency: string) => ({
    sentence: `Amounts are in ${currency}`,
    options: { ...options, always: { ...options.always, currency } },
  });
  const assumed = usual ?? UNLESS_SAID;
  const decision: Decision = {
    matter: 'currency',
    sentence: usual
      ? `The file names no currency; files of this kind are in ${usual}.`
      : `The file names no currency; its amounts are taken to be in ${assumed}.`,
    doubt: usual === undefined,
    choices: ['GBP', 'EUR', 'USD'].filter((currency) => currency !== assumed).map(choice),
  };
  return { part: { always: assumed }, decisions: [decision] };
}

function commonestMark({ filled }: ColumnSample, marks: NumberMarks): string | undefined {
  const counts = new Map<string, number>();
  for (const text of filled) {
    const number = parseAmountText(text, marks);
    if (!number || number === 'missing' || number.mark === '') continue;
    const currency = currencyOf(number.mark);
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(
    ([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1),
  );
  return commonest?.[0];
}
