/** Decimals of currencies that do not have two. Source: ISO 4217, list one. */
const DECIMALS = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF'].map(none),
  ...['UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(none),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map(three),
]);

/** Codes that funding files use; other threes of capitals are not taken for money. */
const CODES = new Set(
  (
    'AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP ETB EUR GBP GHS HKD HRK HUF IDR ILS ' +
    'INR ISK JPY KES KRW LBP LKR MAD MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN QAR RON RSD RUB SAR ' +
    'SEK SGD THB TND TRY TWD TZS UAH UGX USD VND XAF XDR XOF ZAR'
  ).split(' '),
);

const SIGNS = new Map([
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['$', 'USD'],
  ['¥', 'JPY'],
  ['US$', 'USD'],
  ['$US', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['SG$', 'SGD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['₹', 'INR'],
  ['Rs', 'INR'],
  ['Rs.', 'INR'],
  ['₦', 'NGN'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₩', 'KRW'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Fr.', 'CHF'],
  ['SFr.', 'CHF'],
  ['Ft', 'HUF'],
  ['lei', 'RON'],
  ['лв', 'BGN'],
  ['лв.', 'BGN'],
  ['грн', 'UAH'],
  ['грн.', 'UAH'],
  ['R', 'ZAR'],
]);

/** What a column of currencies may hold for a code. */
const NAMES = new Map([
  ['sterling', 'GBP'],
  ['stg', 'GBP'],
  ['pound', 'GBP'],
  ['pounds', 'GBP'],
  ['pound sterling', 'GBP'],
  ['pounds sterling', 'GBP'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['us dollar', 'USD'],
  ['us dollars', 'USD'],
  ['yen', 'JPY'],
]);

/** Decimals of a currency's smallest unit: 2 for GBP, and for what is not a known code. */
export function decimalsOf(currency: string): number {
  return DECIMALS.get(currency) ?? 2;
}

export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/** The currency a sign or code most likely means in a file that does not say. */
export function currencyOf(mark: string): string {
  return SIGNS.get(mark) ?? mark;
}

/** The code of a currency that a cell names by its code in any case, by a sign or by a word; else the text. */
export function currencyNamed(text: string): string {
  const code = text.toUpperCase();
  if (CODES.has(code)) return code;
  return SIGNS.get(text) ?? NAMES.get(text.toLowerCase()) ?? text;
}

/** Whether several currencies are written with a sign. */
export function isShared(mark: string): boolean {
  return /^(\$|¥|kr\.?)$/.test(mark);
}

/** Whether a sign or code written with an amount can stand for `currency`. */
export function canMark(mark: string, currency: string): boolean {
  if (mark === '$') return /^([A-Z]{2}D|MXN|CLP|COP|ARS)$/.test(currency);
  if (mark === 'kr' || mark === 'kr.') return /^(SEK|NOK|DKK|ISK)$/.test(currency);
  if (mark.startsWith('Rs')) return /^(INR|PKR|LKR|NPR|MUR)$/.test(currency);
  if (mark === '¥') return currency === 'JPY' || currency === 'CNY';
  return mark === '' || currencyOf(mark) === currency;
}

function none(code: string): [string, number] {
  return [code, 0];
}

function three(code: string): [string, number] {
  return [code, 3];
}
