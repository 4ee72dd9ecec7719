import { canMark, currencyNamed, currencyOf, isCurrency, isShared } from '../currencies.ts';
import type { NumberMarks } from '../amounttext.ts';
import type { Decision, Options } from '../plan.ts';
import type { Part } from '../roles.ts';
import { currenciesOfHeader, currenciesOfLines } from './currencynames.ts';
import { numbersOf, type ColumnSample } from './sample.ts';

const UNLESS_SAID = 'GBP';
/** What a person may choose where the file says nothing. */
const SOME: readonly string[] = ['GBP', 'EUR', 'USD'];

/** The header of IATI for the currency of amounts that name none, and of a column for their own. */
const DEFAULT = /\bdefault currency\b/;
const OWN = /^(transaction )?(value )?currency$/;

interface Found {
  readonly part: Part;
  /** Whether each cell is in the currency that it is formatted in. */
  readonly byFormat?: boolean;
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

/**
 * Where the currency of amounts stands that bear no sign of their own: in a column, perhaps with
 * another for its blank cells (`byDefault`), else in the
 * amount's header, in the signs beside most other amounts, which a line above the header may tell
 * more of, in such a line alone, in what cells are formatted in, which is less than a word of the file
 * as it is often the doing of whoever opened it, or in what files of that kind are in; else it is not
 * known.
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
  const line = currenciesOfLines(preamble);
  if (header.length === 0 && beside.marked > beside.bare) {
    const { commonest = '' } = beside;
    const told = line.find((currency) => canMark(commonest, currency));
    const said = told ?? currencyOf(commonest);
    return isCurrency(said) ? { part: { always: said }, decisions: [] } : crowns(said, options);
  }
  const [said, ...others] = header.length > 0 ? header : line;
  if (said) return { part: { always: said }, decisions: severalNamed(said, others, options) };
  const [format, ...further] = commonestFirst(amount.formats);
  if (format) return formatted(format, further, options);
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
  const other = filled.map(currencyNamed).find((currency) => !header.includes(currency));
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

/** Where nothing but the formats of cells says a currency: the commonest of them, or each cell's own. */
function formatted(format: string, further: readonly string[], options: Options): Found {
  const always = currencyOf(format);
  if (!isCurrency(always)) return crowns(format, options);
  const others = further.map(currencyOf).filter(isCurrency);
  const sentence =
    further.length > 0
      ? `The file names no currency, and its cells are formatted in ${[format, ...further].join(', ')}; each amount is taken to be in that of its cell.`
      : `The file names no currency; its amounts are formatted in ${format}${isShared(format) ? `, and taken to be in ${always}` : ''}.`;
  const decision = doubt(sentence, others.length > 0 ? [always, ...others] : SOME, options);
  return {
    part: { always },
    byFormat: further.length > 0,
    decisions: [{ ...decision, doubt: further.length > 0 || isShared(format) }],
  };
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
  const others = SOME.filter((currency) => currency !== always);
  const decision = doubt(sentence, others, options);
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
  const numbers = numbersOf(sample, marks);
  const beside = numbers.flatMap(({ mark }) => (mark === '' ? [] : mark));
  const [commonest] = commonestFirst(beside);
  return { marked: beside.length, bare: numbers.length - beside.length, commonest };
}

/** Marks of different currencies, the one that comes most often first. */
function commonestFirst(marks: readonly string[]): string[] {
  const counts = new Map<string, { readonly mark: string; count: number }>();
  for (const mark of marks) {
    const known = counts.get(currencyOf(mark));
    if (known) known.count++;
    else counts.set(currencyOf(mark), { mark, count: 1 });
  }
  const all = [...counts.values()];
  return all
    .sort((a, b) => b.count - a.count || (a.mark < b.mark ? -1 : 1))
    .map(({ mark }) => mark);
}
