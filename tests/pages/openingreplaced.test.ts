import { expect } from 'vitest';
import { inOneBrowser } from './harness.ts';
import { given, howRead, openWith, openBoard } from './openingfiles.ts';

const ROWS = [
  'Transaction Number,Supplier,Department,Amount,Date',
  'T1,Bright Ltd,Roads,1000.00,2021-05-01',
  'T2,Glass plc,Parks,2500.50,2021-05-02',
  'T3,Elm Ltd,Parks,40.00,2021-05-03',
];

inOneBrowser(
  'amounts that have changed places are told of before a file is replaced',
  async (visit) => {
    const { page } = visit;
    await openWith(visit, given('may.csv', `${ROWS.join('\n')}\n`));
    await openBoard(page);
    const swapped = ROWS.map((row) =>
      row.startsWith('T1,') ? row.replace('1000.00', '2500.50') : row.replace('2500.50', '1000.00'),
    );
    await howRead(page)
      .getByLabel(/Replace it/)
      .setInputFiles([given('corrected.csv', `${swapped.join('\n')}\n`)]);
    const told = page.getByRole('region', { name: 'Replace the data' });
    await told.waitFor();
    expect(await told.innerText()).toContain(
      '2 rows, known by their “Transaction Number”, have other amounts',
    );
    expect(await told.innerText()).not.toContain('Nothing in it');
  },
);
