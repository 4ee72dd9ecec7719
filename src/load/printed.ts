import type { Amount, Bound } from '../model/amount.ts';
import { parseAmountText } from './amounttext.ts';
import { toMoney } from './numbers.ts';

const BOUND_WORDS = new Map<string, Bound>([
  ['at least', 'at least'],
  ['over', 'at least'],
  ['more than', 'at least'],
  ['up to', 'up to'],
  ['around', 'about'],
  ['about', 'about'],
]);

/** Noughts that a word or letter after a number stands for. */
const NOUGHTS = new Map([
  ['', 0],
  ['k', 3],
  ['thousand', 3],
  ['m', 6],
  ['million', 6],
  ['bn', 9],
  ['billion', 9],
  ['trillion', 12],
]);

const FIGURE = /^([a-z ]*?) ?[£$€¥]?([\d.,]+)(?: ?[-–] ?[£$€¥]?([\d.,]+))? ?([a-z]*)$/;

/**
 * What a figure says as prose prints it: "£4.2 billion", "over £30 billion", "£17-40 billion",
 * "not stated". Money is in units of `decimals` places. Undefined for words that are not known.
 */
export function parsePrinted(text: string, decimals: number): Amount | undefined {
  const lower = text.trim().toLowerCase();
  if (lower === 'not stated') return { low: null, high: null, bound: 'not stated' };
  const match = FIGURE.exec(lower);
  const noughts = NOUGHTS.get(match?.[4] ?? '');
  const word = match?.[1] ?? '';
  if (!match || noughts === undefined) return undefined;
  const bound = match[3] ? (word ? undefined : 'range') : word ? BOUND_WORDS.get(word) : 'exact';
  const low = scaled(match[2] ?? '', noughts, decimals);
  const high = match[3] ? scaled(match[3], noughts, decimals) : low;
  if (bound === undefined || low === undefined || high === undefined) return undefined;
  return {
    low: bound === 'up to' ? null : low,
    high: bound === 'at least' ? null : high,
    bound,
  };
}

function scaled(text: string, noughts: number, decimals: number) {
  const number = parseAmountText(text, { decimal: '.', either: false });
  if (!number || number === 'missing') return undefined;
  return toMoney({ ...number, decimals: number.decimals - noughts }, decimals);
}
