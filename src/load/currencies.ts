/** Decimals of currencies that do not have two. Source: ISO 4217, list one. */
const DECIMALS = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF'].map(none),
  ...['UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(none),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(three),
]);

const SIGNS = new Map([
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['$', 'USD'],
  ['¥', 'JPY'],
]);

/** Decimals of a currency's smallest unit: 2 for GBP, and for what is not a known code. */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}

/** The currency a sign or code most likely means in a file that does not say. */
export function currencyOf(mark: string): string {
  return SIGNS.get(mark) ?? mark;
}

/** Whether a sign or code written with an amount can stand for `currency`. */
export function canMark(mark: string, currency: string): boolean {
  if (mark === '$') return /^[A-Z]{2}D$/.test(currency);
  if (mark === '¥') return currency === 'JPY' || currency === 'CNY';
  return mark === '' || currencyOf(mark) === currency;
}

function none(code: string): [string, number] {
  return [code, 0];
}

function three(code: string): [string, number] {
  return [code, 3];
}
