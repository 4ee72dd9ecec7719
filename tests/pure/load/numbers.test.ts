import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmountText } from '../../../src/load/amounttext.ts';
import { parsePlainNumber, toMoney } from '../../../src/load/numbers.ts';
import { parsePrinted } from '../../../src/load/printed.ts';

const penceOf = (text: string, decimal: '.' | ',' = '.') => {
  const number = parseAmountText(text, { decimal, either: false });
  return typeof number === 'object' ? toMoney(number, 2) : number;
};

describe('amount text', () => {
  it.each([
    ['1234', 123400],
    ['1,234.5', 123450],
    ['£1,234,567.89', 123456789],
    ['(20.00)', -2000],
    ['20.00-', -2000],
    ['-£20', -2000],
    ['£-20', -2000],
    ['\u221220', -2000],
    ['1 234', 123400],
    ['1\u00a0234', 123400],
    ['GBP 5', 500],
    ['5 EUR', 500],
    ['+5', 500],
    ['.5', 50],
    ['5.', 500],
    ['0.005', 1],
    ['0.0049', 0],
    ['-0', 0],
    ['', 'missing'],
    ['-', 'missing'],
    ['–', 'missing'],
    ['n/a', 'missing'],
    ['NA', 'missing'],
    ['#N/A', 'missing'],
    ['nfp', 'missing'],
    ['REDACTED', 'missing'],
    ['£ -', 'missing'],
    ['£', undefined],
    ['#REF!', undefined],
    ['1.234,50', undefined],
    ['12,34', undefined],
    ['(5', undefined],
    ['-5-', undefined],
    ['1e3', 100000],
    ['1.5E+06', 150000000],
    ['1E-2', 1],
    ['1e999', undefined],
    ["1'234.50", 123450],
    ['12,34,567', 123456700],
    ['£(5.00)', -500],
    ['US$ 5', 500],
    ['$5 USD', 500],
    ['0,123', undefined],
    ['1 23', undefined],
    ['5 apples', undefined],
    ['90071992547409.92', undefined],
    ['£1.5m', 150000000],
    ['£300k', 30000000],
    ['1.5 million', 150000000],
    ['$2.25 BN', 225000000000],
    ['2.5M€', 250000000],
    ['(£1.2m)', -120000000],
    ['-£1.2m', -120000000],
    ['₹3 lakh', 30000000],
    ['1.5e3m', undefined],
    ['5 miles', undefined],
    ['m', undefined],
    ['1.00CR', -100],
    ['£1,234.50 Cr', -123450],
    ['20.00 DR', 2000],
    ['-20.00 CR', undefined],
    ['₹5 Cr', undefined],
    ['1'.repeat(61), undefined],
  ])('%j is %s', (text, pence) => {
    expect(penceOf(text)).toBe(pence);
  });

  it.each([
    ['1.234,50', 123450],
    ['£1.234', 123400],
    ['1.234.567', 123456700],
    ['1 234,5', 123450],
    ['1234567,89', 123456789],
    ['0,5', 50],
    ['(1.000,00)', -100000],
    ['1,234.50', undefined],
    ['1234.5', undefined],
    ['1,5 Mio. €', 150000000],
    ['2,5 Mrd. EUR', 250000000000],
    ['1,50 CR', -150],
  ])('with a decimal comma, %j is %s', (text, pence) => {
    expect(penceOf(text, ',')).toBe(pence);
  });

  it('of both conventions is each read as it can be, when that is allowed', () => {
    const read = (text: string) => parseAmountText(text, { decimal: '.', either: true });
    expect(read('1.234,50')).toMatchObject({ digits: '123450', decimals: 2 });
    expect(read('1,234.50')).toMatchObject({ digits: '123450', decimals: 2 });
  });

  it('is whole units of any size that is safe, digit for digit', () => {
    const units = fc.maxSafeInteger();
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
        const point = digits.length - decimals;
        const fraction = decimals > 0 ? `.${digits.slice(point)}` : '';
        const text = `${value < 0 ? '-' : ''}${digits.slice(0, point)}${fraction}`;
        const number = parsePlainNumber(text);
        expect(number && toMoney(number, decimals)).toBe(value);
      }),
    );
  });
});

describe('a printed figure', () => {
  const bn = 100_000_000_000;
  it.each([
    ['£4.2 billion', 4.2 * bn, 4.2 * bn, 'exact'],
    ['£450m', 45_000_000_000, 45_000_000_000, 'exact'],
    ['over £30 billion', 30 * bn, null, 'at least'],
    ['£17-40 billion', 17 * bn, 40 * bn, 'range'],
    ['£17–£40 billion', 17 * bn, 40 * bn, 'range'],
    ['at least £50 million', 5_000_000_000, null, 'at least'],
    ['up to £50 million', null, 5_000_000_000, 'up to'],
    ['around £7 billion', 7 * bn, 7 * bn, 'about'],
    ['£1,250', 125_000, 125_000, 'exact'],
    ['not stated', null, null, 'not stated'],
  ])('%j', (text, low, high, bound) => {
    expect(parsePrinted(text, 2)).toEqual({ low, high, bound });
  });

  it.each(['', 'billions', '£', '£4.2 zillion', 'hardly £5', 'over £17-40 billion', '£5 to £6'])(
    'in other words is not read: %j',
    (text) => {
      expect(parsePrinted(text, 2)).toBeUndefined();
    },
  );
});
