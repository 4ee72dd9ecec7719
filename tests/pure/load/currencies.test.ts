import { describe, expect, it } from 'vitest';
import { checkBytes } from './checked.ts';
import { bytesOf } from './files.ts';
import { sheetOf } from './formats/bytes.ts';

/** What doubts about a currency say. */
const DOUBTS = /currenc|taken to be in [A-Z]{3}|the currency is/;

/** Sums by currency of a report, and whether its currency is doubted. */
async function currenciesOf(name: string, bytes: Uint8Array) {
  const report = await checkBytes(name, bytes);
  if ('refused' in report) throw new Error(report.refused);
  const sums = report.sums.map(({ currency, sum }) => `${sum} ${currency}`);
  const isDoubted = report.doubts.some((sentence) => DOUBTS.test(sentence));
  return [...sums, ...(isDoubted ? ['doubted'] : []), ...report.problems.map(({ kind }) => kind)];
}

/** Cells of a row: texts, and amounts as [style, number]. */
const row = (...cells: readonly (string | readonly [number, number])[]) =>
  cells
    .map((cell) =>
      typeof cell === 'string'
        ? `<c t="str"><v>${cell}</v></c>`
        : `<c s="${cell[0]}"><v>${cell[1]}</v></c>`,
    )
    .join('');

describe('the currency that cells of a workbook are formatted in', () => {
  const read = async (
    header: readonly string[],
    rows: readonly string[],
    formats: readonly string[],
  ) => {
    const book = sheetOf(header, rows, formats);
    return currenciesOf(book.name, await book.slice(0, book.size));
  };
  const two = (first: number, second: number) => [
    row('Acme', [first, 1500]),
    row('Beta', [second, 2500]),
  ];
  const plain = ['Recipient', 'Amount'];

  it('is that of the amounts where nothing else says one', async () => {
    expect(await read(plain, two(1, 1), ['[$€-2] #,##0'])).toEqual(['4000 EUR']);
    expect(await read(plain, two(1, 1), ['"$"#,##0'])).toEqual(['4000 USD', 'doubted']);
    expect(await read(plain, two(1, 1), ['[$$-1009]#,##0'])).toEqual(['4000 CAD']);
    expect(await read(plain, two(1, 1), ['[$¥-804]#,##0'])).toEqual(['4000 CNY']);
    expect(await read(plain, two(1, 1), ['#,##0 [$kr-414]'])).toEqual(['4000 NOK']);
    expect(await read(plain, two(1, 1), ['#,##0 "kr"'])).toEqual(['4000 SEK', 'doubted']);
  });

  it('is each cell’s own where they differ, and doubted', async () => {
    const formats = ['[$€-2] #,##0', '[$£-809]#,##0'];
    expect((await read(plain, two(1, 2), formats)).sort()).toEqual([
      '1500 EUR',
      '2500 GBP',
      'doubted',
    ]);
  });

  it('gives way to a column, a header and a line', async () => {
    const pounds = ['"£"#,##0', '"$"#,##0'];
    const rows = [row('Acme', [1, 1500], 'EUR'), row('Beta', [1, 2500], 'GBP')];
    expect((await read([...plain, 'Currency'], rows, pounds)).sort()).toEqual([
      '1500 EUR',
      '2500 GBP',
    ]);
    expect(await read(['Recipient', 'Amount (EUR)'], two(2, 2), pounds)).toEqual(['4000 EUR']);
    const line = [row(...plain), ...two(2, 1)];
    expect(await read(['Amounts in Canadian dollars'], line, pounds)).toEqual(['4000 CAD']);
  });

  it('makes no data of a header of years', async () => {
    const years = row('Programme', [1, 2018], [1, 2019]);
    const rows = [years, row('Roads', [1, 100], [1, 120]), row('Rail', [1, 40], [1, 60])];
    expect(await read(['Budget'], rows, ['[$EUR] #,##0'])).toEqual(['320 EUR']);
  });
});

describe('the currency that words of a file name', () => {
  it.each([
    ['Amounts in Canadian dollars\nRecipient,Amount\nA,$1500\nB,$2500\n', ['4000 CAD']],
    ['Recipient,Amount in Australian $\nA,"$1,500"\nB,"$2,500"\n', ['4000 AUD']],
    ['Beløp i NOK\nMottaker,Beløp\nA,kr 1500\nB,kr 2500\n', ['4000 NOK']],
    ['Recipient,Amount\nA,$1500\nB,$2500\n', ['4000 USD']],
    ['Grants in £\nRecipient,Amount\nA,€1500\nB,€2500\n', ['4000 EUR']],
    ['The Million Dollar Fund: grants in £\nRecipient,Amount\nA,1500\nB,2500\n', ['4000 GBP']],
    [
      'Grants of the Sterling Foundation, in EUR\nRecipient,Amount,Place\nA,1500,X\nB,2500,Y\n',
      ['4000 EUR'],
    ],
    [
      'Grants for Sterling House, Pound Lane\nRecipient,Amount,Place\nA,15,X\nB,25,Y\n',
      ['40 GBP', 'doubted'],
    ],
    ['All figures in pounds sterling\nRecipient,Amount\nA,15\nB,25\n', ['40 GBP']],
    ['Figures in million euro\nRecipient,Amount\nA,15\nB,25\n', ['40000000 EUR']],
    ['Empfänger,Betrag (Fr.)\nA,15\nB,25\n', ['40 CHF']],
    ['Recipient,Amount (£ or €),Currency\nA,15,GBP\nB,25,EUR\n', ['25 EUR', '15 GBP']],
    ['Recipient,Amount (£),Currency\nA,15,GBP\nB,25,EUR\n', ['25 EUR', '15 GBP', 'doubted']],
  ])('%j', async (text, expected) => {
    const found = await currenciesOf('a.csv', bytesOf(text));
    expect(found.sort()).toEqual([...expected].sort());
  });
});
