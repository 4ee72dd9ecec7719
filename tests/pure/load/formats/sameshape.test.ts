import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placed, sameShape, type SameShape } from '../../../../src/load/formats/sameshape.ts';

const may = { name: 'may.csv', header: ['Supplier', 'Net Amount', 'Date'] };

function shapeOf(...headers: string[][]): SameShape {
  const shape = sameShape(headers.map((header, index) => ({ name: `${index}.csv`, header })));
  if ('differs' in shape) throw new Error(shape.differs);
  return shape;
}

test('order, case, spaces and blank ends do not matter', () => {
  const shape = shapeOf(may.header, ['\ufeffDATE ', 'supplier', 'net_amount', '', ' ']);
  expect(shape.columns).toEqual(['File', 'Supplier', 'Net Amount', 'Date']);
  expect(placed(shape, 1, '1.csv', ['2024-01-18', 'A', '5'])).toEqual([
    '1.csv',
    'A',
    '5',
    '2024-01-18',
  ]);
  expect(placed(shape, 0, '0.csv', ['A', '5'])).toEqual(['0.csv', 'A', '5', '']);
});

test('names that occur twice, and names of the machine', () => {
  const shape = shapeOf(['File', 'a', 'a', '__proto__', ''], ['__proto__', 'A', 'file', 'a']);
  expect(shape.columns).toEqual(['File 2', 'File', 'a', 'a', '__proto__']);
  expect(placed(shape, 1, 'x', ['p', '1', 'f', '2'])).toEqual(['x', 'f', '1', '2', 'p']);
});

test.each([
  [['Supplier', 'Date'], 'has no "Net Amount"'],
  [[...may.header, 'VAT'], 'has "VAT", which "may.csv" has not'],
  [
    ['a', 'b', 'c', 'd', 'Date'],
    'has no "Supplier", "Net Amount" and has "a", "b", "c" and 1 more, which "may.csv" has not',
  ],
  [['Supplier', 'Net Amount', 'Date', 'Date'], 'has "Date", which "may.csv" has not'],
])('%j: %s', (header, reason) => {
  const shape = sameShape([may, { name: 'june.csv', header }]);
  expect(shape).toEqual({ differs: `These files are not of one shape: "june.csv" ${reason}.` });
});

test('any order of any columns is the same shape, and no cell goes astray', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/)), fc.nat(), (header, seed) => {
      if (header.length === 0) return;
      const turned = [
        ...header.slice(seed % header.length),
        ...header.slice(0, seed % header.length),
      ];
      const shape = shapeOf(header, turned);
      expect(placed(shape, 1, 'x', turned)).toEqual(['x', ...header]);
    }),
  );
});
