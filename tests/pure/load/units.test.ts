import { describe, expect, it } from 'vitest';
import { factorIn, factorOfLine, findFactor } from '../../../src/load/plan/units.ts';

describe('the unit that a header states', () => {
  it.each([
    ['Amount (£000s)', 1000],
    ["£'000", 1000],
    ['Budget £000', 1000],
    ['in thousands', 1000],
    ['Amount (£, thousands)', 1000],
    ['TEUR', 1000],
    ['Betrag in Tsd. EUR', 1000],
    ['Importe (miles de euros)', 1000],
    ['Importo (migliaia di euro)', 1000],
    ["Montant (milliers d'euros)", 1000],
    ['Kwota (tys. zł)', 1000],
    ['Beløb (1.000 kr.)', 1000],
    ['Bedrag (x 1.000 euro)', 1000],
    ['Amount (x1000)', 1000],
    ['Belopp (tkr)', 1000],
    ['金額（千円）', 1000],
    ['Valor (R$ mil)', 1000],
    ['Valor (mil reais)', 1000],
    ['Valores em milhares de euros', 1000],
    ['Spend thousands', 1000],
    ['Amount, thousands 2019', 1000],
    ['Thousands of pounds', 1000],
    ['Amount (in lacs)', 100_000],
    ['Amount (Rs. in lakhs)', 100_000],
    ['Spend £m', 1_000_000],
    ['(in millions of dollars)', 1_000_000],
    ['Mio. EUR', 1_000_000],
    ['Amount, $ mil', 1_000_000],
    ['Belopp (mnkr)', 1_000_000],
    ['金額（百万円）', 1_000_000],
    ['€bn', 1_000_000_000],
  ])('%s', (text, factor) => {
    expect(factorIn(text)).toBe(factor);
  });

  it.each([
    'Spend over £25,000',
    'Spend over £25 000',
    'Payments over £500',
    'Contracts over £1 million',
    'Amount',
    'Month',
    'Kilometres',
    'Invoice 000123',
    'Team (m/f)',
    'Miles travelled',
    'Amount (not in thousands)',
    'LAC Amount',
    'Million Women Study Amount',
    'Amount paid to Thousand Islands Trust',
    'Thousands of people reached',
  ])('is not stated: %s', (text) => {
    expect(factorIn(text)).toBeUndefined();
  });
});

describe('the unit that a line above the header states', () => {
  it.each([
    ["All figures in £'000", 1000],
    ['Amounts shown in thousands of pounds', 1000],
    ['(£ thousands)', 1000],
    ['Thousands of pounds', 1000],
    ['Table 3: grants, £k', 1000],
    ["in USD '000", 1000],
    ['$ in thousands, except per share', 1000],
    ["Subventions versées en 2019 (montants en milliers d'euros)", 1000],
    ['Zuwendungen 2019 - Angaben in 1.000 Euro', 1000],
    ['All amounts in thousands unless otherwise stated', 1000],
    ['Values expressed in thousands of US dollars', 1000],
    ['-- £ thousands --', 1000],
    ['Valores em milhares de reais', 1000],
    ['In millions', 1_000_000],
    ['Figures are in £ million', 1_000_000],
    ['Unit: thousands', 1000],
    ['£ million', 1_000_000],
    ['Budget 2019, £ millions', 1_000_000],
    ['Angaben in Millionen Euro', 1_000_000],
    ['Grants released (₹ in crore)', 10_000_000],
  ])('%s', (text, factor) => {
    expect(factorOfLine(text)).toBe(factor);
  });

  it.each([
    'Million Trees Fund: grants awarded 2019',
    'Millions of thanks to our donors',
    'One Million Cups programme grants',
    'Half a million pounds awarded to local groups',
    'Helping thousands of families',
    'Grants over one thousand pounds',
    'Grants over £1 million',
    'Note: amounts are not in thousands',
    'Reported in whole dollars (not thousands)',
    'Source: Thousand Islands Foundation',
    'Charity no. 1000000, figures in pounds',
    'Grants to Latin America and the Caribbean (LAC)',
    'Projects in LAC countries',
    'Cancer Research UK awards (Million Women Study)',
    'Phase I Thousand Days programme',
    'Register of contracts (multi-million pounds)',
    'Contracts under (1,000 pounds and over)',
    'Investing in thousands of lives',
    'Grants in Million Hearts',
  ])('is not stated: %s', (text) => {
    expect(factorOfLine(text)).toBeUndefined();
  });
});

it('a line of marks and blanks is looked at only as far as it says something', () => {
  expect(factorOfLine('-'.repeat(300_000))).toBeUndefined();
  expect(factorOfLine(`£${' '.repeat(300_000)}text`)).toBeUndefined();
  expect(factorOfLine(`${'£ - '.repeat(100_000)}thousands`)).toBeUndefined();
});

it('doubts "mil", which is a thousand or a million', () => {
  const found = findFactor('Importe (EUR mil)', [], {});
  expect(found.factor).toBe(1_000_000);
  expect(found.decisions[0]?.doubt).toBe(true);
  expect(found.decisions[0]?.choices.map(({ options }) => options.factor)).toEqual([1000, 1]);
  expect(findFactor('Spend £m', [], {}).decisions[0]?.doubt).toBe(false);
});
