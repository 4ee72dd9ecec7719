import type { Decision, Options } from '../plan.ts';
import { listed, MOST_CHOICES } from './listed.ts';
import type { ColumnSample } from './sample.ts';
import { MONEY, NO_MONEY, weigh } from './words.ts';

/** Words that make a number money whatever else its header says. */
const SURELY_MONEY = /amount|value|spend|\bnet\b|gross|£|€|betrag|importe/;

/** Columns that can be the amount, the likeliest first: called like money, and holding numbers. */
export function moneyColumns(samples: readonly ColumnSample[]): ColumnSample[] {
  return samples
    .filter(({ words, numeric, filled }) => {
      if (filled.length === 0 || numeric <= 0.5) return false;
      return SURELY_MONEY.test(words) || (weigh(words, MONEY) > 0 && !NO_MONEY.test(words));
    })
    .map((sample) => ({ sample, weight: weigh(sample.words, MONEY) }))
    .sort((a, b) => b.weight - a.weight || a.sample.column.index - b.sample.column.index)
    .map(({ sample }) => sample);
}

/**
 * Where no header says amount: the columns of numbers that look like money, those written with
 * decimals or a currency first. Numbers that count up, and years, do not.
 */
export function numberColumns(samples: readonly ColumnSample[]): ColumnSample[] {
  return samples
    .filter(({ numeric, filled, words }) => {
      if (filled.length === 0 || numeric < 0.8 || NO_MONEY.test(words)) return false;
      if (filled.length > 1 && countsUp(filled)) return false;
      return !filled.every((text) => /^(19|20)\d\d$/.test(text));
    })
    .map((sample) => ({ sample, weight: writtenAsMoney(sample) }))
    .sort((a, b) => b.weight - a.weight || a.sample.column.index - b.sample.column.index)
    .map(({ sample }) => sample);
}

function countsUp(filled: readonly string[]): boolean {
  return filled.every(
    (text, index) => index === 0 || Number(text) === Number(filled[index - 1]) + 1,
  );
}

function writtenAsMoney({ filled }: ColumnSample): number {
  return filled.filter((text) => /[.,]\d{2}\b|[£€$¥]|\d,\d{3}/.test(text)).length / filled.length;
}

/** What is said when columns are periods, which may be `left` that are not read as such, and how to take one column of amounts instead. */
export function periodsDecision(
  periods: readonly ColumnSample[],
  left: readonly ColumnSample[],
  others: readonly ColumnSample[],
  options: Options,
): Decision[] {
  const [first, last] = [periods[0]?.column.label, periods.at(-1)?.column.label];
  if (first === undefined) return [];
  return [
    {
      matter: 'columns of periods',
      sentence: `The columns from "${first}" to "${last}" are periods: each of their cells that is filled is a row.`,
      doubt: false,
      choices: takeInstead(others, options),
    },
    ...left.slice(0, 1).map(({ column: { label } }) => ({
      matter: 'columns left out',
      column: label,
      sentence: `"${label}"${left.length > 1 ? ` and ${left.length - 1} more` : ''} may be of a period too, and is not read as one: its numbers are in no sum.`,
      doubt: true,
      choices: [],
    })),
  ];
}

function takeInstead(columns: readonly ColumnSample[], options: Options): Decision['choices'] {
  return columns.slice(0, MOST_CHOICES).map(({ column }) => ({
    sentence: `Take "${column.label}" as the amount`,
    options: { ...options, amount: column.label },
  }));
}

/** What is said when more than one column holds money: which is taken, and how to take another. */
export function amountDecision(
  chosen: ColumnSample,
  others: readonly ColumnSample[],
  known: boolean,
  options: Options,
): Decision[] {
  const rest = others.filter(
    ({ column, filled }) =>
      column.index !== chosen.column.index && filled.length * 5 > chosen.filled.length,
  );
  if (rest.length === 0 || options.amount !== undefined) return [];
  const names = listed(rest.map(({ column }) => column));
  return [
    {
      matter: 'amount',
      column: chosen.column.label,
      sentence: `The amount is "${chosen.column.label}"; the file also has ${names}.`,
      doubt:
        !known ||
        rest.some(
          ({ column, filled }) =>
            filled.length > chosen.filled.length || isTwin(column.label, chosen.column.label),
        ),
      choices: takeInstead(rest, options),
    },
  ];
}

/** Whether two columns have one header: the second of them is numbered. */
function isTwin(label: string, chosen: string): boolean {
  return label !== chosen && label.replace(/ \(\d+\)$/, '') === chosen.replace(/ \(\d+\)$/, '');
}

/** Headers of columns whose numbers name something, as those of ids do. */
const CODED =
  /\b(departments?|dept|directorate|division|section|branch|office|team|unit|site|area|district|region|cent(re|er)|project|contract|lot|item|line|invoice|voucher|batch|account|fund|class|fips|sic)\b/;

/**
 * What is said when every number may have been cut in two: thousands that stood in no quotation marks,
 * with what follows the comma in the next column, which has nothing else in it.
 */
export function cutDecision(
  { column, filled }: ColumnSample,
  next: ColumnSample | undefined,
): Decision[] {
  const [rest] = next?.filled ?? [];
  if (!next || rest === undefined) return [];
  // Decimals are no part of a code.
  const isCoded = NO_MONEY.test(next.words) || CODED.test(next.words);
  const telling = isCoded ? /\./ : /^0|\./;
  const isRest =
    next.filled.every((text) => /^\d{3}(\.\d+)?$/.test(text)) &&
    next.filled.some((text) => telling.test(text));
  // Before its comma a number has three digits at most, and its decimals stand in what was cut off.
  const areCut =
    filled.every((text) => /^\D*\d{1,3}(\.\d+)?\D*$/.test(text)) &&
    filled.filter((text) => !text.includes('.')).length >= next.filled.length;
  if (!isRest || !areCut) return [];
  const sentence = `"${next.column.label}" holds nothing but the likes of "${rest}": the numbers in "${column.label}" may have been cut in two at their thousands.`;
  return [{ matter: 'cut numbers', column: column.label, sentence, doubt: true, choices: [] }];
}
