import { describe, expect, it } from 'vitest';
import { openSource } from '../../../src/load/opensource.ts';
import type { Options } from '../../../src/load/plan.ts';
import type { Report } from '../../../src/load/report.ts';
import { checkBytes } from './checked.ts';
import { file, zip } from './formats/bytes.ts';

interface Described {
  readonly fields?: readonly object[];
  readonly dialect?: object;
  readonly options?: Options;
}

/** The report of a text that came with a data package. */
async function check(csv: string, { fields = [], dialect = {}, options }: Described) {
  const source = zip('budget.zip', {
    'datapackage.json': descriptionOf(fields, dialect),
    'budget.csv': csv,
  });
  const report = await checkBytes(source.name, await source.slice(0, source.size), options);
  if ('refused' in report) throw new Error(report.refused);
  return report;
}

function descriptionOf(fields: readonly object[], dialect: object): string {
  return JSON.stringify({ resources: [{ path: 'budget.csv', dialect, schema: { fields } }] });
}

const spend = (...amounts: readonly string[]) =>
  ['Supplier;Amount', ...amounts.map((amount, row) => `S${row};${amount}`), ''].join('\n');
const sumOf = ({ sums }: Report) => sums.map(({ sum }) => sum).join();
const saidOf = ({ decisions }: Report) => decisions.filter((each) => /datapackage/.test(each));
const doubtsOf = ({ doubts }: Report) => doubts.filter((each) => !/currency|who pays/.test(each));

describe('the numbers of a data package', () => {
  const amount = (more: object) => ({ fields: [{ name: 'Amount', type: 'number', ...more }] });

  it('have the decimal mark that it names where the text leaves it open', async () => {
    const csv = spend('25.000', '1.234', '100.125');
    const point = await check(csv, amount({ decimalChar: '.' }));
    expect(sumOf(point)).toBe('126.359');
    expect(saidOf(point)).toEqual([
      'Numbers in "Amount", such as "25.000", are read with a decimal point, as its datapackage.json says.',
    ]);
    expect(doubtsOf(point)).toEqual([]);
    expect(sumOf(await check(csv, amount({ decimalChar: ',' })))).toBe('126359');
    expect(sumOf(await check(csv, amount({ groupChar: '.' })))).toBe('126359');
    const open = await check(csv, amount({}));
    expect(sumOf(open)).toBe('126359');
    expect(doubtsOf(open)).toHaveLength(1);
  });

  it('say nothing of it where the text shows it, and a person is heard first', async () => {
    const shown = await check(spend('25,50', '1.234,00'), amount({ decimalChar: ',' }));
    expect([sumOf(shown), saidOf(shown), doubtsOf(shown)]).toEqual(['1259.5', [], []]);
    const described = { ...amount({ decimalChar: '.' }), options: { decimal: ',' } as const };
    const byHand = await check(spend('25.000'), described);
    expect([sumOf(byHand), saidOf(byHand)]).toEqual(['25000', []]);
  });

  it('are doubted where the text contradicts it, and read as they are written', async () => {
    const report = await check(spend('25.50', '1,234.00', '7.125'), amount({ decimalChar: ',' }));
    expect(sumOf(report)).toBe('1266.625');
    expect(doubtsOf(report)).toEqual([
      'The datapackage.json says that "Amount" has a decimal comma, but 2 of the cells looked at, such as "25.50", can only have a decimal point; the column is read as its cells are written.',
    ]);
  });

  it('that contradict it only far down cannot be read, which is told', async () => {
    const half = 'A;1.250\n'.repeat(100_000);
    const report = await check(
      `Supplier;Amount\n${half}B;12.5\n${half}`,
      amount({ decimalChar: ',' }),
    );
    expect(sumOf(report)).toBe('250000000');
    expect(report.problems).toMatchObject([{ kind: 'unreadable amount', count: 1 }]);
  });
});

describe('the dates of a data package', () => {
  const day = (format: string) => ({ fields: [{ name: 'Date', type: 'date', format }] });
  const paid = (...dates: readonly string[]) =>
    ['Date,Supplier,Amount', ...dates.map((date, row) => `${date},S${row},5`), ''].join('\n');

  it.each([
    ['%d/%m/%Y', '02/03/2019', '2019-03-02', 'the day before the month'],
    ['%m/%d/%Y', '02/03/2019', '2019-02-03', 'the month before the day'],
    ['fmt:%m/%d/%Y', '02/03/2019', '2019-02-03', 'the month before the day'],
    ['%y-%m-%d', '05-03-02', '2005-03-02', 'the year first'],
    ['%d-%m-%y', '05-03-02', '2002-03-05', 'the day before the month'],
  ])('written as %s: %s is %s', async (format, text, first, order) => {
    const report = await check(paid(text), day(format));
    expect(report.dates).toMatchObject({ first, ambiguous: false });
    expect(saidOf(report)).toEqual([
      `Dates in "Date" are read with ${order}, as its datapackage.json says.`,
    ]);
    expect(doubtsOf(report)).toEqual([]);
  });

  it('say nothing of it where the text shows it', async () => {
    const report = await check(paid('02/03/2019', '13/03/2019'), day('%d/%m/%Y'));
    expect([saidOf(report), doubtsOf(report)]).toEqual([[], []]);
    const iso = await check(paid('2019-03-02'), day('%Y-%m-%d'));
    expect([saidOf(iso), doubtsOf(iso)]).toEqual([[], []]);
    const byHand = { ...day('%m/%d/%Y'), options: { dateOrder: 'day first' } as const };
    const handed = await check(paid('02/03/2019'), byHand);
    expect([handed.dates.first, saidOf(handed)]).toEqual(['2019-03-02', []]);
  });

  it('are doubted where the text contradicts it, and read as they are written', async () => {
    const report = await check(paid('02/03/2019', '13/03/2019'), day('%m/%d/%Y'));
    expect(report.dates).toMatchObject({ first: '2019-03-02', last: '2019-03-13' });
    expect(doubtsOf(report)).toEqual([
      'The datapackage.json says that dates in "Date" are written with the month before the day, which "13/03/2019" is not; the column is read as its cells are written.',
    ]);
  });
});

describe('the dialect of a data package', () => {
  const fields = [{ name: 'Supplier' }, { name: 'Note' }, { name: 'Amount' }];

  it('divides cells where the text allows more than one mark', async () => {
    const csv = 'Supplier,x;Amount,y\nA,b;5,50\nC,d;7,25\n';
    const [semicolon, comma] = [{ delimiter: ';' }, { delimiter: ',' }];
    expect((await check(csv, { dialect: semicolon })).delimiter).toBe(';');
    const divided = await check(csv, { dialect: semicolon, options: { delimiter: ',' } });
    expect([divided.delimiter, saidOf(divided)]).toEqual([',', []]);
    const alone = (await check(csv, {})).delimiter;
    const said = await Promise.all([semicolon, comma].map((dialect) => check(csv, { dialect })));
    expect(said.flatMap((report) => saidOf(report))).toEqual([
      `Cells are divided by ${alone === ',' ? 'semicolons' : 'commas'}, as the datapackage.json says.`,
    ]);
  });

  it('is doubted where its delimiter or its quotation marks are not to be seen or read', async () => {
    const csv = 'Supplier,Amount\nA,5\nB,7\n';
    for (const [delimiter, called] of [
      [';', 'semicolons'],
      ['^', '"^"'],
    ]) {
      const report = await check(csv, { dialect: { delimiter } });
      expect([report.delimiter, sumOf(report)]).toEqual([',', '12']);
      expect(doubtsOf(report)).toEqual([
        `The datapackage.json says that cells are divided by ${called}, but the file does not show it; they are divided by commas.`,
      ]);
    }
    const quoted = await check("Supplier,Amount\n'A',5\n", { dialect: { quoteChar: "'" } });
    expect(doubtsOf(quoted).join()).toMatch(/quoted with '/);
    expect(doubtsOf(await check(csv, { dialect: { quoteChar: "'" } }))).toEqual([]);
  });

  it('names the columns of a file that has no header', async () => {
    const dialect = { header: false };
    const report = await check('A,x,5\nB,y,7\n', { fields, dialect });
    expect(report).toMatchObject({
      headerRow: -1,
      roles: { amount: 'Amount', recipient: 'Supplier' },
      rows: { data: 2 },
    });
    expect(saidOf(report)).toEqual([
      'The file has no header; its columns are called as the datapackage.json says.',
    ]);
    expect(doubtsOf(report)).toEqual([]);
    const worded = await check('A,x,n/a\nB,y,7\n', { fields, dialect });
    expect(worded).toMatchObject({ rows: { data: 2 }, amounts: { valid: 1, missing: 1 } });
  });

  it('is doubted where the text has a header after all, or other columns', async () => {
    const dialect = { header: false };
    const header = await check('supplier,note,amount\nA,x,5\n', { fields, dialect });
    expect([header.headerRow, sumOf(header)]).toEqual([0, '5']);
    expect(doubtsOf(header).join()).toMatch(/says that the file has no header, but its first/);
    const more = await check('Payee,Sum,Area,Place\nA,5,b,c\n', { fields, dialect });
    expect([more.headerRow, sumOf(more)]).toEqual([0, '5']);
    expect(doubtsOf(more).join()).toMatch(/names 3 columns .* have 4 cells/);
  });

  it('finds a header that looks like a row by its names', async () => {
    const years = [{ name: 'Supplier' }, { name: '1.5' }];
    const report = await check('Supplier,1.5\nA,5\n', { fields: years });
    expect(report).toMatchObject({ headerRow: 0, rows: { data: 1 } });
  });
});

it('holds for files that are dropped together, each by its own description', async () => {
  const description = JSON.stringify({
    resources: [
      { path: 'gone.csv', schema: { fields: [{ name: 'Amount', decimalChar: ',' }] } },
      { path: 'here.csv', schema: { fields: [{ name: 'Amount', decimalChar: '.' }] } },
    ],
  });
  const sources = [file('datapackage.json', description), file('here.csv', spend('25.000'))];
  const opened = await openSource(sources, {});
  if ('refused' in opened) throw new Error(opened.refused);
  expect(opened.scanned.sums.map(({ sum }) => sum)).toEqual(['25']);
});
