import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../src/load/header.ts';
import { datasetOf } from './files.ts';

describe('headers', () => {
  it('are made unique, and named when empty', () => {
    const { columns, problems } = readHeader(['Amount', '', 'Amount', ' Paid \n Date ', '~:']);
    expect(columns.map(({ label }) => label)).toEqual([
      'Amount',
      'Column 2',
      'Amount (2)',
      'Paid Date',
      '~:',
    ]);
    expect(columns.map(({ id }) => id)).toEqual([
      'amount',
      'column-2',
      'amount-2',
      'paid-date',
      'column-5',
    ]);
    expect(problems.map(({ kind, found }) => [kind, found])).toEqual([
      ['header empty', ''],
      ['header repeated', 'Amount'],
    ]);
  });

  it('called like parts of every object are columns like others, and so are such values', () => {
    const { dimensions, rows } = datasetOf(
      '__proto__,constructor,toString,Amount\n' +
        '__proto__,hasOwnProperty,x,5\n' +
        'constructor,__proto__,y,6\n',
    );
    expect(rows).toBe(2);
    expect(dimensions.map(({ id, label, values }) => [id, label, values])).toEqual([
      ['proto', '__proto__', ['__proto__', 'constructor']],
      ['constructor', 'constructor', ['hasOwnProperty', '__proto__']],
      ['tostring', 'toString', ['x', 'y']],
    ]);
  });

  it('in the own format keep a repeated column as text', () => {
    const { dimensions, texts, problems } = datasetOf(
      'title,kind,low,high,bound,currency,sector,sector,\nA,award,5,5,exact,GBP,Tax,Energy,x\n',
    );
    expect(dimensions.map(({ id, values }) => [id, ...values])).toEqual([
      ['sector', 'Tax'],
      ['title', 'A'],
    ]);
    expect(texts.map(({ id, values }) => [id, ...values])).toEqual([
      ['sector-2', 'Energy'],
      ['column-9', 'x'],
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['header repeated', 'header empty']);
  });
});
