import { currencyNamed, currencyOf, isCurrency } from '../currencies.ts';
import type { NumberMarks } from '../amounttext.ts';
import type { Decision, Options } from '../plan.ts';
import type { Part } from '../roles.ts';
import { numbersOf, type ColumnSample } from './sample.ts';

/** What names a currency; of those that begin alike the longer stands first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bCAD\b|\bCA?\$|\bcanadian dollars?\b/i, 'CAD'],
  [/\bAUD\b|\bAU?\$|\baustralian dollars?\b/i, 'AUD'],
  [/\bNZD\b|\bNZ ?\$|\b(nz|new zealand) dollars?\b/i, 'NZD'],
  [/\bHKD\b|\bHK\$|\bhong kong dollars?\b/i, 'HKD'],
  [/\bSGD\b|\bSG?\$|\bsingapore dollars?\b/i, 'SGD'],
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
/** In a line of words, a word that is as much a name ("Euro 2020") unless it says what amounts are in. */
const NAME_IN_LINE =
  /(?<!(?<!\p{L})(?:in|en|di|us|mio\.?|tsd\.?|mrd\.?|million\p{L}*)\s|['’(\d]\s?)(?<!\p{L})(dollar|euro|pound|yen)(?!\p{L}| sterling)/giu;
const UNLESS_SAID = 'GBP';

/** The header of IATI for the currency of amounts that name none, and of a column for their own. */
const DEFAULT = /\bdefault currency\b/;
const OWN = /^(transaction )?(value )?currency$/;

interface Found {
  readonly part: Part;
  readonly decisions: readonly Decision[];
}

/** Whether a column holds currencies: by their codes, signs or names. */
export function holdsCurrencies({ filled, words }: ColumnSample): boolean {
  if (filled.length === 0) return false;
  if (/currency|\bcurr\b|währung|waehrung|devise|moneda|valuta/.test(words)) {
    const named = (text: string) => /^[A-Za-z]{3}$/.test(text) || isCurrency(currencyNamed(text));
    return filled.filter(named).length * 2 > filled.length;
  }
  return filled.every((text) => isCurrency(text)) && /^[A-Z]{3}$/.test(filled[0] ?? '');
}

/** The column that says what currency amounts are in where they name none of their own. */
export function defaultCurrencyOf(samples: readonly ColumnSample[]): ColumnSample | undefined {
  return samples.find((sample) => DEFAULT.test(sample.words) && holdsCurrencies(sample));
}

/**
 * The column of the currencies of single amounts: where there is one for all of them besides, it may
 * begin with blank cells, and may be nothing else.
 */
export function currencyColumnOf(samples: readonly ColumnSample[]): ColumnSample | undefined {
  const byDefault = defaultCurrencyOf(samples);
  const own = samples.find((sample) => sample !== byDefault && holdsCurrencies(sample));
  if (own || !byDefault) return own;
  return samples.find(({ words, filled }) => filled.length === 0 && OWN.test(words)) ?? byDefault;
}

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
function currenciesOfHeader(header: string): string[] {
  const named = currenciesIn(header);
  if (named.length > 0) return named;
  const codes = /\p{Ll}/u.test(header) ? (header.match(/\b[A-Z]{3}\b/g) ?? []) : [];
  const sign = /(?:\b[A-Z]{1,2})?\$|[₹₦₽₺₪₩₱₫฿]/u.exec(header)?.[0];
  return [codes.find(isCurrency) ?? (sign && currencyOf(sign)) ?? []].flat();
}

/**
 * Where the currency of amounts stands that bear no sign of their own: in a column, perhaps with
 * another for its blank cells (`byDefault`), else in the
 * amount's header, in the signs beside most other amounts, in the lines above the header, or in what
 * files of that kind are in; else it is not known.
 */
export function findCurrency(
  column: ColumnSample | undefined,
  byDefault: ColumnSample | undefined,
  amount: ColumnSample,
  marks: NumberMarks,
  preamble: readonly string[],
  usual: string | undefined,
  options: Options,
): Found {
  const header = currenciesOfHeader(amount.column.label);
  const always = options.always?.currency;
  if (column && (!always || options.currency !== undefined)) {
    return withDefault(byColumn(column, amount, header, options), column, byDefault);
  }
  if (always) return { part: { always }, decisions: [] };
  const beside = marksBeside(amount, marks);
  const most = beside.marked > beside.bare ? beside.commonest : undefined;
  const line = preamble
    .map((text) => currenciesIn(text.replace(NAME_IN_LINE, '')))
    .find(({ length }) => length > 0);
  if (header.length === 0 && most && !isCurrency(most)) return crowns(most, options);
  const [said, ...others] = header.length > 0 ? header : most ? [most] : (line ?? []);
  if (said) return { part: { always: said }, decisions: severalNamed(said, others, options) };
  return assumed(usual, beside, options);
}

function byColumn(
  { column, filled }: ColumnSample,
  amount: ColumnSample,
  header: readonly string[],
  options: Options,
): Found {
  const part = { column: column.index, blank: 'not stated' };
  const [named] = header;
  const other = filled.map(currencyNamed).find((currency) => currency !== named);
  if (named === undefined || other === undefined) return { part, decisions: [] };
  const decision = doubt(
    `"${amount.column.label}" names ${named}, and "${column.label}" says ${other}; the currency is what "${column.label}" says.`,
    [named],
    options,
  );
  return { part, decisions: [decision] };
}

/** The default of IATI holds where a row's own currency is blank, and is all there is without one. */
function withDefault(
  { part, decisions }: Found,
  { column: { index, label } }: ColumnSample,
  byDefault: ColumnSample | undefined,
): Found {
  if (!byDefault) return { part, decisions };
  const { column } = byDefault;
  const alone = column.index === index;
  const sentence = alone
    ? `The currency of each row is its default, in "${label}".`
    : `Where "${label}" is blank, the currency is the row's default, in "${column.label}".`;
  const decision = { matter: 'currency by default', column: label, sentence, doubt: false };
  return {
    part: alone ? part : { ...part, otherwise: column.index },
    decisions: [...decisions, { ...decision, choices: [] }],
  };
}

/** "kr" is what three currencies write, so that a person has to say; Danes put a full stop after it. */
function crowns(mark: string, options: Options): Found {
  const always = mark === 'kr.' ? 'DKK' : 'SEK';
  const others = ['DKK', 'NOK', 'SEK'].filter((currency) => currency !== always);
  const sentence = `"${mark}" can stand for ${others.join(', ')} or ${always}; amounts are taken to be in ${always}.`;
  return { part: { always }, decisions: [doubt(sentence, others, options)] };
}

function severalNamed(said: string, others: readonly string[], options: Options): Decision[] {
  if (others.length === 0) return [];
  const sentence = `The file names several currencies for its amounts (${[said, ...others].join(', ')}); they are taken to be in ${said}.`;
  return [doubt(sentence, others, options)];
}

function assumed(usual: string | undefined, { marked, commonest }: Marks, options: Options): Found {
  const always = usual ?? UNLESS_SAID;
  const sentence =
    commonest !== undefined
      ? `Most amounts name no currency, though ${marked} of those looked at do; the others are taken to be in ${always}.`
      : usual
        ? `The file names no currency; files of this kind are in ${usual}.`
        : `The file names no currency; its amounts are taken to be in ${always}.`;
  const decision = doubt(
    sentence,
    ['GBP', 'EUR', 'USD'].filter((currency) => currency !== always),
    options,
  );
  const isSure = usual !== undefined && commonest === undefined;
  return { part: { always }, decisions: [{ ...decision, doubt: !isSure }] };
}

function doubt(sentence: string, others: readonly string[], options: Options): Decision {
  const { currency: _, ...rest } = options;
  const choices = others.map((currency) => ({
    sentence: `Amounts are in ${currency}`,
    options: { ...rest, always: { ...options.always, currency } },
  }));
  return { matter: 'currency', sentence, doubt: true, choices };
}

/** How many amounts have a sign or code beside them, how many have none, and which is commonest. */
interface Marks {
  readonly marked: number;
  readonly bare: number;
  readonly commonest: string | undefined;
}

function marksBeside(sample: ColumnSample, marks: NumberMarks): Marks {
  const counts = new Map<string, number>();
  let bare = 0;
  let marked = 0;
  for (const { mark } of numbersOf(sample, marks)) {
    if (mark === '') {
      bare++;
      continue;
    }
    marked++;
    const currency = currencyOf(mark);
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(
    ([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1),
  );
  return { marked, bare, commonest: commonest?.[0] };
}
