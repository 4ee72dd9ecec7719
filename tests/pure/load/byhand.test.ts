import { describe, expect, it } from 'vitest';
import type { Options } from '../../../src/load/plan.ts';
import type { Report } from '../../../src/load/report.ts';
import { together } from '../../../src/load/together.ts';
import { checkBytes } from './checked.ts';

const SPEND =
  'Supplier,Service,Paid on,Net Amount,Gross\nA,Roads,2021-04-13,100,120\nB,Parks,2021-04-14,200,240\n';

async function reported(options: Options, text = SPEND): Promise<Report> {
  const report = await checkBytes('spend.csv', new TextEncoder().encode(text), options);
  if ('refused' in report) throw new Error(report.refused);
  return report;
}

describe('what is decided by hand', () => {
  it('takes a role away, which is then not guessed', async () => {
    expect((await reported({})).roles).toHaveProperty('date', 'Paid on');
    const { roles, dates, doubts } = await reported({ date: '' });
    expect(roles).not.toHaveProperty('date');
    expect(dates.valid).toBe(0);
    expect(doubts.join()).not.toContain('not read as dates');
    expect(roles).toHaveProperty('amount', 'Net Amount');
  });

  it('is told from what was guessed', async () => {
    const { decisions } = await reported({ amount: 'Gross', date: '', dateOrder: 'day first' });
    expect(decisions).toEqual(
      expect.arrayContaining([
        'Set by hand: the amount is "Gross".',
        'Set by hand: no column is the date.',
        'Set by hand: dates are written day first.',
      ]),
    );
    expect((await reported({})).decisions.join()).not.toContain('by hand');
  });

  it('takes no file without an amount', async () => {
    const bytes = new TextEncoder().encode(SPEND);
    expect(await checkBytes('spend.csv', bytes, { amount: '' })).toMatchObject({
      refused: 'Something has to be the amount: say first which other column it is to be.',
    });
  });

  it('takes for the amount no column that was named for something else', async () => {
    expect((await reported({ title: 'Net Amount' })).roles).toMatchObject({
      amount: 'Gross',
      title: 'Net Amount',
    });
  });

  it('leaves a column the last of the roles it was given', () => {
    const kind = { kind: 'Service', date: 'Paid on' };
    expect(together([kind, { sector: 'Service' }])).toEqual({
      sector: 'Service',
      date: 'Paid on',
      always: {},
    });
    // What holds already is said again with every further choice.
    expect(together([kind, { ...kind, sector: 'Service' }])).toMatchObject({ sector: 'Service' });
    expect(together([{ date: '' }, { ...kind, date: '' }])).toMatchObject({ date: '' });
  });
});
