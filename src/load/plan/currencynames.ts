import { currencyOf, isCurrency } from '../currencies.ts';

/** What names a currency; of those that begin alike the longer stands first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bCAD\b|\bCA?\$|\bcanadian (dollars?\b|\$)/i, 'CAD'],
  [/\bAUD\b|\bAU?\$|\baustralian (dollars?\b|\$)/i, 'AUD'],
  [/\bNZD\b|\bNZ ?\$|\b(nz|new zealand) (dollars?\b|\$)/i, 'NZD'],
  [/\bHKD\b|\bHK\$|\bhong kong (dollars?\b|\$)/i, 'HKD'],
  [/\bSGD\b|\bSG?\$|\bsingapore (dollars?\b|\$)/i, 'SGD'],
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
/**
 * In a line of words, a word that is as much a name ("Euro 2020", "Sterling House") unless it says what
 * amounts are in.
 */
const NAME_IN_LINE =
  /(?<!(?<!\p{L})(?:in|en|di|us|mio\.?|tsd\.?|mrd\.?|million\p{L}*(?= euro))\s|['’(\d]\s?)(?<!\p{L})(dollar|euro|pound(?! sterling)|yen)(?!\p{L})|(?<!(?<!\p{L})(?:in|pounds?|£)\s)(?<!\p{L})sterling(?!\p{L})/giu;

/** The currencies that a text names, each once, in its order. */
function currenciesIn(text: string): string[] {
  let rest = text;
  const found: { at: number; currency: string }[] = [];
  for (const [words, currency] of WORDS) {
    const match = words.exec(rest);
    if (!match) continue;
    found.push({ at: match.index, currency });
    // "Canadian dollars" are no dollars besides.
    rest = rest.replace(new RegExp(words, 'gi'), (named) => '#'.repeat(named.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ currency }) => currency);
}

/** The currencies that a header names by a word, or by a code or a sign that stands by itself. */
export function currenciesOfHeader(header: string): string[] {
  const named = currenciesIn(header);
  if (named.length > 0) return named;
  const codes = /\p{Ll}/u.test(header) ? (header.match(/\b[A-Z]{3}\b/g) ?? []) : [];
  const sign = /(?:\b[A-Z]{1,2})?\$|[₹₦₽₺₪₩₱₫฿]|(?<!\p{L})S?Fr\./u.exec(header)?.[0];
  return [codes.find(isCurrency) ?? (sign && currencyOf(sign)) ?? []].flat();
}

/** The currencies that the first line to name any names, of those above a header. */
export function currenciesOfLines(lines: readonly string[]): readonly string[] {
  const named = lines.map((line) => currenciesIn(line.replace(NAME_IN_LINE, '')));
  return named.find(({ length }) => length > 0) ?? [];
}
